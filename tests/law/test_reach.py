"""Where a warrant reaches: of the Court and of states, on a day."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from longarm.cli import main
from longarm.cli.schema import schema_of
from longarm.errors import BadInput
from longarm.law.load import load
from longarm.law.reach import ReachLine, reach

FACTS = load()


def line(origin: str, state: str, day: str) -> ReachLine:
    return next(x for x in reach(FACTS, origin, date.fromisoformat(day)).states if x.state == state)


@pytest.mark.parametrize(
    ("state", "day", "duty", "why"),
    [
        ("JO", "2022-01-04", "must", "bound"),
        ("TN", "2022-01-04", "must", "bound"),
        ("TN", "2011-08-31", "need_not", "not_in_force: TN"),  # acceded on 24 June 2011, in force on 1 September
        ("EG", "2022-01-04", "need_not", "not_ratified: EG"),
        ("IQ", "2022-01-04", "need_not", "not_a_party: IQ"),
        ("US", "2022-01-04", "need_not", "not_ratified: US"),
        ("PH", "2019-03-16", "must", "bound"),
        ("PH", "2019-03-17", "need_not", "denounced: PH"),
        ("HU", "2026-06-01", "must", "bound"),
        ("HU", "2026-06-02", "need_not", "denounced: HU"),
        ("BF", "2026-01-15", "must", "bound"),  # an announcement is no notice
        ("JO", "2001-01-01", "need_not", "not_in_force: JO"),
        ("SG", "2026-11-24", "unknown", "unknown_fact: SG"),
    ],
)
def test_the_court_reaches_its_parties(state: str, day: str, duty: str, why: str) -> None:
    found = line("ICC", state, day)
    assert (found.duty, found.why) == (duty, why)
    assert found.basis[0].instrument == "rome-statute-1998"
    assert found.sources
    assert found.own_nationals is None


def test_the_security_council_obliges_who_is_no_party_and_says_for_what() -> None:
    before, after = line("ICC", "LY", "2011-02-25"), line("ICC", "LY", "2022-01-04")
    assert before.duty == "need_not"
    assert (after.duty, after.why) == ("must", "obliged")
    assert after.basis[0].conditions == ("only for the situation in Libya",)
    assert len(line("ICC", "LY", "2025-06-01").basis) == 2


def test_a_party_executes_by_the_articles_named() -> None:
    ground = line("ICC", "JO", "2022-01-04").basis[0]
    assert {"59", "86", "89"} <= set(ground.articles)
    assert ground.refusal_grounds  # 98: immunity and agreements


@pytest.mark.parametrize(
    ("origin", "state", "day", "duty", "instrument"),
    [
        ("EG", "LY", "2022-01-04", "must", "riyadh-1983"),
        ("FR", "DE", "2022-01-04", "must", "eu-arrest-warrant-2002"),
        ("FR", "GB", "2022-01-04", "must", "coe-extradition-1957"),
        ("TR", "DE", "2022-06-01", "must", "coe-extradition-1957"),
        ("US", "IQ", "2022-01-04", "must", "us-iq-1934"),
        ("IQ", "DE", "2021-09-30", "may", "interpol"),
        ("EG", "DE", "2022-01-04", "may", "interpol"),
    ],
)
def test_a_state_reaches_those_bound_to_it(origin: str, state: str, day: str, duty: str, instrument: str) -> None:
    found = line(origin, state, day)
    assert found.duty == duty
    assert instrument in {ground.instrument for ground in found.basis}
    assert any(ground.obliges for ground in found.basis) is (duty == "must")


def test_a_treaty_that_may_bind_leaves_the_duty_unknown() -> None:
    found = line("GB", "LY", "2022-01-04")  # a treaty of 2008 is recalled, its fate not known
    assert found.duty == "unknown"
    assert found.basis[0].instrument == "gb-ly-2008"
    assert found.basis[0].binding == "unknown"


def test_own_nationals_are_said_beside_the_duty() -> None:
    assert line("LY", "EG", "2022-01-04").own_nationals == "no"


@given(st.sampled_from(["ICC", *sorted(FACTS.states)]), st.dates(date(1960, 1, 1), date(2030, 1, 1)))
@settings(max_examples=6, deadline=None)
def test_every_state_known_is_answered_once_and_every_duty_has_its_ground(origin: str, day: date) -> None:
    answer = reach(FACTS, origin, day)
    states = [x.state for x in answer.states]
    assert len(states) == len(set(states))
    assert set(FACTS.states) - {origin} <= set(states)
    for found in answer.states:
        assert found.duty == "need_not" or found.basis, found
        assert found.duty != "must" or found.why in ("bound", "obliged")
        for fact in found.facts:
            FACTS.at(fact)


def test_the_json_answer_is_what_its_schema_says(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    for origin in ("ICC", "icc", "EG", "AQ"):
        assert main(["reach", origin, "--as-of", "2022-01-04", "--json"]) == 0
        answer = json.loads(capsysbinary.readouterr().out)
        Draft202012Validator(schema_of("reach")).validate(answer)
        assert answer["from"] == origin.upper()
        assert {"state", "duty", "basis", "why", "sources"} <= set(answer["states"][0])


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
@pytest.mark.parametrize("origin", ["ICC", "LY"])
def test_a_person_can_read_it(origin: str, language: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["reach", origin, "--as-of", "2022-01-04", "--lang", language]) == 0
    text = capsysbinary.readouterr().out.decode()
    assert {"ar": "الأردن", "en": "Jordan", "fr": "Jordanie"}[language] in text
    assert bool(re.search(r"[\u2066-\u2069]", text)) is (language == "ar")


def test_what_is_neither_a_state_nor_the_court_is_refused() -> None:
    with pytest.raises(BadInput):
        reach(FACTS, "ICJ", date(2022, 1, 4))
