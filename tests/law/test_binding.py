"""Each rule of binding, on a small treaty made for it; then what must hold of every treaty there is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.case.answer import Answer
from longarm.law.binding import binding, bound, in_force
from longarm.law.dates import LawDate
from longarm.law.load import load
from longarm.law.model import Instrument, PartyEvent, Term
from longarm.strict_yaml import Document
from longarm.typed_yaml import convert

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN
FACTS = load()


def treaty(*events: dict[str, str], **more: Any) -> Instrument:
    """A treaty open to all, in force since 2000; Egypt did `events`."""
    sourced = {"source": ["s"], "confidence": "high", "checked": "2026-11-24"}
    tree: Any = {
        "id": "treaty",
        "title": {"en": "Treaty", "ar": "معاهدة"},
        "kind": "extradition",
        "adopted": "1999-01-01",
        "opened": "1999-01-01",
        "in_force": "2000-01-01",
        "open_to": "all",
        "coverage": {"as_of": "2024", "absent_means": "unknown", **more.pop("coverage", {})},
        "parties": {"EG": [{**event, **sourced} for event in events]} if events else {},
        **more,
    }
    tree["not_party"] = {state: {**known, **sourced} for state, known in tree.get("not_party", {}).items()}
    return convert(Document("treaty", tree, {}), Instrument)


def egypt(instrument: Instrument, day: str) -> tuple[Answer, str | None]:
    answer = bound(instrument, "EG", date.fromisoformat(day))
    return answer.holds, answer.code


SIGNED = {"status": "signed", "on": "2001-01-01"}
IN_FORCE = {"status": "in_force", "on": "2002-03-01"}
RATIFIED = {"status": "ratified", "on": "2002-02-10"}
THIRTY_DAYS = {"article": "9", "days": "30", "source": ["s"], "confidence": "high", "checked": "2026-11-24"}
FIRST_OF_MONTH = {**THIRTY_DAYS, "days": "0", "months": "3", "first_of_month": "true"}
LEFT = {"status": "denounced", "on": "2010-05-01", "effective": "2011-05-01"}
AS_OF_2020 = {"EG": {"as_of": "2020-06-01"}}

CASES: list[tuple[str, Instrument, str, Answer, str | None]] = [
    ("nobody before the treaty is in force", treaty(IN_FORCE), "1999-12-31", NO, "not_in_force"),
    ("nobody before it was opened", treaty(IN_FORCE, in_force="unknown"), "1998-12-31", NO, "not_in_force"),
    (
        "nobody while it is known not to be in force",
        treaty(RATIFIED, in_force="unknown", not_in_force_as_of="2026-05-31"),
        "2026-05-31",
        NO,
        "not_in_force",
    ),
    (
        "after that day it is unknown again",
        treaty(RATIFIED, in_force="unknown", not_in_force_as_of="2026-05-31"),
        "2026-06-01",
        UNKNOWN,
        "unknown_fact",
    ),
    ("a deposit under a treaty of unknown fate", treaty(RATIFIED, in_force="unknown"), "2020-01-01", UNKNOWN, "unknown_fact"),
    ("an entry into force says that the treaty is", treaty(IN_FORCE, in_force="unknown"), "2002-03-01", YES, None),
    ("who cannot be a party", treaty(coverage={"eligible": ["LY", "TN"]}), "2020-01-01", NO, "not_a_party"),
    ("an entry into force, on its day", treaty(SIGNED, RATIFIED, IN_FORCE), "2002-03-01", YES, None),
    ("… and the day before", treaty(SIGNED, RATIFIED, IN_FORCE), "2002-02-28", NO, "not_in_force"),
    ("… and before the deposit", treaty(SIGNED, RATIFIED, IN_FORCE), "2002-02-09", NO, "not_ratified"),
    ("a year is unknown inside itself", treaty({"status": "in_force", "on": "2014"}), "2014-06-01", UNKNOWN, "unknown_fact"),
    ("… and true after it", treaty({"status": "in_force", "on": "2014"}), "2014-12-31", YES, None),
    ("… and false before it", treaty({"status": "in_force", "on": "2014"}), "2013-12-31", NO, "not_a_party"),
    (
        "unknown, by a year: unknown before",
        treaty({"status": "in_force", "on": "unknown", "by": "2016"}),
        "2015-06-01",
        UNKNOWN,
        "unknown_fact",
    ),
    (
        "unknown, by a year: true from its end on",
        treaty({"status": "in_force", "on": "unknown", "by": "2016"}),
        "2016-12-31",
        YES,
        None,
    ),
    ("a deposit whose term has not run", treaty(RATIFIED, term=THIRTY_DAYS), "2002-03-11", NO, "not_in_force"),
    ("a deposit whose term has run", treaty(RATIFIED, term=THIRTY_DAYS), "2002-03-12", YES, None),
    ("the first of a month after three", treaty(RATIFIED, term=FIRST_OF_MONTH), "2002-05-31", NO, "not_in_force"),
    ("… on that first", treaty(RATIFIED, term=FIRST_OF_MONTH), "2002-06-01", YES, None),
    ("a term that is not known: unknown for a year", treaty(RATIFIED), "2002-12-31", UNKNOWN, "unknown_fact"),
    ("… and then run in any case", treaty(RATIFIED), "2003-02-10", YES, None),
    (
        "a deposit before the treaty itself came into force",
        treaty({"status": "ratified", "on": "1999-06-01"}, term=THIRTY_DAYS),
        "2000-01-01",
        YES,
        None,
    ),
    ("a signature binds nobody", treaty(SIGNED), "2020-01-01", UNKNOWN, "unknown_fact"),
    ("a signature, and known not to have ratified", treaty(SIGNED, not_party=AS_OF_2020), "2020-06-01", NO, "not_ratified"),
    ("… nothing is known of later days", treaty(SIGNED, not_party=AS_OF_2020), "2020-06-02", UNKNOWN, "unknown_fact"),
    (
        "… a year as the last known day",
        treaty(SIGNED, not_party={"EG": {"as_of": "2020"}}),
        "2020-06-01",
        UNKNOWN,
        "unknown_fact",
    ),
    (
        "… an unknown last day says nothing",
        treaty(SIGNED, not_party={"EG": {"as_of": "unknown"}}),
        "2005-01-01",
        UNKNOWN,
        "unknown_fact",
    ),
    ("known not to be a party, of a treaty for all", treaty(not_party=AS_OF_2020), "2019-01-01", NO, "not_a_party"),
    (
        "… of a treaty for some, unsigned",
        treaty(not_party=AS_OF_2020, coverage={"eligible": ["EG", "LY"]}),
        "2019-01-01",
        NO,
        "not_signed",
    ),
    ("a reservation changes nothing", treaty(IN_FORCE, {"status": "reservation", "on": "2003-01-01"}), "2020-01-01", YES, None),
    (
        "a reservation alone binds nobody",
        treaty({"status": "reservation", "on": "2003-01-01"}),
        "2020-01-01",
        UNKNOWN,
        "unknown_fact",
    ),
    ("notice of withdrawal, not yet effective", treaty(IN_FORCE, LEFT), "2011-04-30", YES, None),
    ("withdrawal, effective", treaty(IN_FORCE, LEFT), "2011-05-01", NO, "denounced"),
    (
        "withdrawal, its effect not known",
        treaty(IN_FORCE, {"status": "denounced", "on": "2010-05-01"}),
        "2015-01-01",
        UNKNOWN,
        "unknown_fact",
    ),
    (
        "withdrawal on an unknown day",
        treaty(IN_FORCE, {"status": "denounced", "on": "unknown"}),
        "2015-01-01",
        UNKNOWN,
        "unknown_fact",
    ),
    ("withdrawn and back", treaty(IN_FORCE, LEFT, {"status": "in_force", "on": "2015-01-01"}), "2015-01-01", YES, None),
    (
        "withdrawn, and not back yet",
        treaty(IN_FORCE, LEFT, {"status": "in_force", "on": "2015-01-01"}),
        "2014-12-31",
        NO,
        "denounced",
    ),
    (
        "said it will not join, never did",
        treaty(SIGNED, {"status": "denounced", "on": "2002-05-06"}),
        "2020-01-01",
        NO,
        "not_ratified",
    ),
    ("silence is unknown", treaty(), "2020-01-01", UNKNOWN, "unknown_fact"),
    ("silence, where the list is whole", treaty(coverage={"absent_means": "not_party"}), "2020-01-01", NO, "not_a_party"),
    (
        "an absence, up to its day",
        treaty(
            id="eg-ly-none",
            absence="true",
            in_force="unknown",
            opened="unknown",
            adopted="unknown",
            coverage={"eligible": ["EG", "LY"]},
            not_party=AS_OF_2020,
        ),
        "2020-01-01",
        NO,
        "not_a_party",
    ),
    (
        "an absence, after its day",
        treaty(
            id="eg-ly-none",
            absence="true",
            in_force="unknown",
            opened="unknown",
            adopted="unknown",
            coverage={"eligible": ["EG", "LY"]},
            not_party=AS_OF_2020,
        ),
        "2021-01-01",
        UNKNOWN,
        "unknown_fact",
    ),
]


@pytest.mark.parametrize(("instrument", "day", "holds", "code"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_state_is_bound(instrument: Instrument, day: str, holds: Answer, code: str | None) -> None:
    assert egypt(instrument, day) == (holds, code)


def test_two_states_are_bound_when_both_are_and_the_reason_names_the_one_that_is_not() -> None:
    arab = FACTS.instruments["arab-convention-2010"]
    answer = binding(arab, "EG", "LY", date(2022, 1, 4))
    assert (answer.holds, answer.why) == (NO, "not_ratified: LY")
    assert answer.facts == ("instruments/arab-convention-2010#LY",)
    both = binding(arab, "LY", "SA", date(2015, 12, 31))
    assert both.why == "not_ratified: LY; not_ratified: SA"


# ---------------------------------------------------------------- what holds of every treaty

STATES = sorted(FACTS.states)
days = st.dates(date(1930, 1, 1), date(2030, 12, 31))
instruments = st.sampled_from(sorted(FACTS.instruments)).map(FACTS.instruments.__getitem__)
states = st.sampled_from(STATES)


@given(instruments, states, states, days)
@settings(max_examples=200, deadline=None)
def test_two_states_are_bound_to_each_other_alike(instrument: Instrument, a: str, b: str, day: date) -> None:
    one, other = binding(instrument, a, b, day), binding(instrument, b, a, day)
    assert one.holds is other.holds
    assert set(one.reasons) == set(other.reasons)
    assert bool(one.reasons) is (one.holds is not YES)
    for fact in one.facts:
        FACTS.at(fact)


@given(instruments, states, days)
@settings(max_examples=200, deadline=None)
def test_nobody_is_bound_before_the_birth_of_a_treaty(instrument: Instrument, state: str, day: date) -> None:
    born = instrument.opened if instrument.opened.happened else instrument.in_force
    if born.happened and day < born.first:
        assert bound(instrument, state, day).holds is NO or in_force(instrument, day) is UNKNOWN


@given(instruments, states, st.dates(date(1990, 1, 1), date(2028, 1, 1)), st.integers(0, 900), st.booleans())
@settings(max_examples=300, deadline=None)
def test_a_ratification_more_never_closes_what_was_open(
    instrument: Instrument, state: str, day: date, more: int, year_only: bool
) -> None:
    """Old enough for every term to have run, it turns no yes into another answer, and no unknown into a no."""
    on = str((day - timedelta(days=800 + more)).isoformat())
    event = PartyEvent(status="ratified", on=LawDate.parse(on[:4] if year_only else on), source=("s",))
    parties = {**instrument.parties, state: (*instrument.parties.get(state, ()), event)}
    order = {NO: 0, UNKNOWN: 1, YES: 2}
    before, after = (
        bound(instrument, state, day).holds,
        bound(msgspec.structs.replace(instrument, parties=parties), state, day).holds,
    )
    assert order[after] >= order[before]


@given(instruments, states, days, st.text(max_size=20))
@settings(max_examples=100, deadline=None)
def test_a_reservation_more_changes_nothing(instrument: Instrument, state: str, day: date, note: str) -> None:
    event = PartyEvent(status="reservation", on=LawDate.parse("2000"), note=note)
    parties = {**instrument.parties, state: (*instrument.parties.get(state, ()), event)}
    assert bound(msgspec.structs.replace(instrument, parties=parties), state, day).holds is bound(instrument, state, day).holds


def test_the_terms_reproduce_every_entry_into_force_on_record() -> None:
    """The treaties' own rules, applied to the days of deposit, give the recorded days: some three hundred of them."""
    tried = 0
    for instrument in FACTS.instruments.values():
        if isinstance(instrument.term, Term):
            for state, events in instrument.parties.items():
                entries = [e.on for e in events if e.status == "in_force" and len(e.on) == 10]
                deposits = tuple(e for e in events if e.status in ("ratified", "acceded") and len(e.on) == 10)
                if len(entries) == 1 and len(deposits) == 1:
                    alone = msgspec.structs.replace(instrument, parties={state: deposits}, not_party={})
                    assert bound(alone, state, entries[0].first).holds is YES, (instrument.id, state)
                    assert bound(alone, state, entries[0].first - timedelta(days=1)).holds is NO, (instrument.id, state)
                    tried += 1
    assert tried > 300


def test_the_parties_to_the_rome_statute_add_up() -> None:
    """122 in November 2014, 125 in June 2025, 124 without Hungary: the counts its sources give."""
    statute = FACTS.instruments["rome-statute-1998"]
    for day, count in ((date(2014, 11, 10), 122), (date(2025, 6, 1), 125), (date(2026, 6, 2), 124)):
        assert sum(bound(statute, state, day).holds is YES for state in statute.parties) == count
