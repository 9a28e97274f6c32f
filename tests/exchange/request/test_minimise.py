"""The other side gets what the measure needs. What may turn against the person harmed stays, and it is said what stayed."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as some
from matters import shorouk

from longarm.case.file import parse_case, to_json
from longarm.case.model import Case
from longarm.exchange.request.minimise import minimise

TOLD = """
longarm: case/1
reference: EG-2026-0007
language: ar
note: planted-note
risks: [honour_violence]
persons:
  - id: complainant
    roles: [complainant]
    alias: Amal
    legal_name: planted-legal
    birth_year: 1996
    nationality: [EG]
    safe_contact: planted-contact
    residence_status: planted-status
    note: planted-note
    locations: [{state: EG, place: planted-street}]
  - {id: brother, roles: [recipient], alias: planted-brother, legal_name: planted-legal}
  - id: suspect-1
    roles: [suspect]
    legal_name: Fictional Person
    identity: claimed
    locations: [{state: LY, because: [phone-1, hers]}]
identifiers:
  - {id: phone-1, type: phone, value: "+218910000017", used_by: suspect-1, note: planted-note}
  - {id: hers, type: phone, value: "+201000000000", used_by: complainant}
events:
  - {id: e1, at: 2025-12-30, kind: threat_to_publish, by: suspect-1, to: complainant, note: planted-note}
  - {id: e2, at: 2025-12-31, kind: intimate_image_published, by: suspect-1, to: brother, concerns: complainant}
  - {id: e3, at: 2026-01-02, kind: report_refused, by: complainant, before: planted-police, reason: no_law}
exhibits:
  - {id: x1, file: planted-photo.jpg}
"""


def amal() -> Case:
    return parse_case(TOLD, "amal").case


def test_nothing_planted_goes_along_and_what_stayed_is_counted() -> None:
    made, left = minimise(msgspec.structs.replace(amal(), risks=()), "R-1", "identify")
    text = to_json(made).decode()
    assert "planted" not in text
    assert "+201000000000" not in text
    assert made.reference == "R-1"
    assert [one.id for one in made.events] == ["e1", "e2"]
    assert made.person("suspect-1").legal_name == "Fictional Person"
    assert made.person("suspect-1").locations[0].because == ("phone-1",)
    assert made.person("complainant").alias == "Amal"
    assert made.person("complainant").birth_year is None
    assert left == {
        "events": 1, "other_persons": 1, "legal_names": 1, "safe_contacts": 1, "notes": 4, "identifiers": 1, "exhibits": 1,
    }  # fmt: skip
    assert parse_case(to_json(made), "again").case == made


def test_where_the_law_there_endangers_her_she_is_nobody_from_nowhere() -> None:
    for case, hazards in ((amal(), ()), (msgspec.structs.replace(amal(), risks=()), ("prosecution_of_complainant",))):
        made, left = minimise(case, "R-1", "identify", hazards=hazards, name_complainant=True)
        her = made.person("complainant")
        assert (her.alias, her.legal_name, her.nationality, her.locations) == (None, None, (), ())
        assert [one.id for one in made.events] == ["e1"], "what exposes her stays"
        assert made.risks == ()
        assert left["exposing"] == 3


def test_her_name_goes_only_where_it_was_chosen() -> None:
    safe = msgspec.structs.replace(amal(), risks=())
    assert minimise(safe, "R-1", "contact", name_complainant=True).case.person("complainant").legal_name == "planted-legal"
    assert minimise(safe, "R-1", "contact").case.person("suspect-1").legal_name is None, "help for her needs no name of his"


@settings(max_examples=20, deadline=None)
@given(
    events=some.sets(some.sampled_from([one.id for one in shorouk().events])), measure=some.sampled_from(["identify", "contact"])
)
def test_whatever_is_chosen_the_result_is_a_case(events: set[str], measure: str) -> None:
    made, _ = minimise(shorouk(), "R-2", measure, events=events)  # type: ignore[arg-type]
    assert parse_case(to_json(made), "again").case == made
    assert not made.risks
    assert all(one.legal_name is None for one in made.complainants)
