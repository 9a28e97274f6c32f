"""The same case on two days: what opened, what closed, and the facts that made the difference."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.case.answer import Answer
from longarm.case.states import STATES
from longarm.law.change import Change, changes, title_of
from longarm.law.few_facts import WANTS, FewFacts, case_from, traces_of
from longarm.law.load import load
from longarm.law.paths import paths

FACTS = load()
STATED = sorted(FACTS.states)
TOLD = st.builds(
    FewFacts,
    harmed_in=st.sampled_from(STATED) | st.sampled_from(sorted(STATES)),
    suspect_in=st.sampled_from([*STATED, "unknown"]),
    number_of=st.sampled_from([*STATED, "unknown", "unknown"]),
    demand=st.sampled_from([*WANTS, None]),
    minor=st.sampled_from(Answer),
    pictures=st.sampled_from(Answer),
    published=st.sampled_from(Answer),
)
DAYS = st.dates(date(1985, 1, 1), date(2026, 11, 24))


def compared(told: FewFacts, one: date, other: date) -> tuple[Change, ...]:
    case = case_from(told, min(one, other))
    return changes(*(paths(case, FACTS, day, traces_of(told)) for day in (one, other)))


def test_egypt_joined_the_riyadh_agreement_and_a_road_opened() -> None:
    told = FewFacts(harmed_in="EG", suspect_in="LY", number_of="LY", demand="sexual")
    found = {change.path: change for change in compared(told, date(2013, 5, 1), date(2022, 10, 1))}
    road = found["subscriber_data:EG:LY"]
    assert (road.kind, road.before, road.after) == ("opened", "conditional", "open")
    assert {one.instrument: (one.before, one.after) for one in road.basis}["riyadh-1983"] == ("no", "yes")
    assert ("not_signed", "EG", "riyadh-1983") in {(one.code, one.state, one.instrument) for one in road.gone}
    assert "instruments/riyadh-1983#EG/in_force" in road.facts
    assert title_of(road, FACTS).en == "\u2068Ask who holds the number or account\u2069, \u2068Egypt\u2069 asks \u2068Libya\u2069"


def test_what_opened_closes_the_other_way_round() -> None:
    told = FewFacts(harmed_in="EG", suspect_in="LY", number_of="LY", demand="sexual")
    found = {change.path: change.kind for change in compared(told, date(2022, 10, 1), date(2013, 5, 1))}
    assert found["subscriber_data:EG:LY"] == "closed"


@settings(max_examples=25, deadline=None)
@given(TOLD, DAYS, DAYS)
def test_what_is_said_to_change_is_what_differs(told: FewFacts, one: date, other: date) -> None:
    case = case_from(told, min(one, other))
    before, after = (paths(case, FACTS, day, traces_of(told)) for day in (one, other))
    found = changes(before, after)
    old, new = ({path.id: path.status for path in answer.paths} for answer in (before, after))
    differing = {name for name in old | new if old.get(name) != new.get(name)}
    assert differing == {change.path for change in found if change.kind != "regrounded"}
    for change in found:
        assert (change.before, change.after) == (old.get(change.path), new.get(change.path))
        for fact in change.facts:
            assert fact.partition("/")[0] in (
                "states",
                "instruments",
                "platforms",
                "hash_programs",
                "hazards",
                "lines",
                "platform_rules",
            )
        assert title_of(change, FACTS).ar


@settings(max_examples=10, deadline=None)
@given(TOLD, DAYS)
def test_nothing_differs_on_one_day(told: FewFacts, day: date) -> None:
    assert compared(told, day, day) == ()


@settings(max_examples=25, deadline=None)
@given(TOLD, DAYS)
def test_a_few_facts_make_a_case_that_the_engine_takes_and_nothing_rests_on_a_guess(told: FewFacts, day: date) -> None:
    answer = paths(case_from(told, day), FACTS, day, traces_of(told))
    assert answer.as_of == day.isoformat()
    for path in answer.paths:
        if path.status == "open" and told.number_of == "unknown" and told.suspect_in not in ("unknown", told.harmed_in):
            assert told.suspect_in not in (path.forum, path.requested) or path.action in ("hotline", "child_protection"), path.id


def test_a_day_without_any_act_of_a_state_changes_nothing() -> None:
    told = FewFacts(harmed_in="EG", suspect_in="LY")
    assert compared(told, date(2022, 6, 1), date(2022, 6, 2)) == ()


@pytest.mark.parametrize(
    "bad", [{"harmed_in": "unknown"}, {"harmed_in": "EG", "suspect_in": "Libya"}, {"harmed_in": "EG", "number_of": ""}]
)
def test_what_is_no_state_is_refused(bad: dict[str, str]) -> None:
    from longarm.errors import BadInput

    with pytest.raises(BadInput):
        FewFacts(**bad)
