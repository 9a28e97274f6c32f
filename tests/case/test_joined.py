"""Two files become one and one becomes two: nothing is lost, nothing points at nobody."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.case.file import parse_case, to_json
from longarm.case.joined import joined, parted
from longarm.case.model import Case

AMAL = """\
longarm: case/1
reference: A-1
persons:
  - {id: complainant, roles: [complainant], alias: Amal, nationality: [EG]}
  - {id: suspect-1, roles: [suspect], locations: [{state: LY}]}
identifiers:
  - {id: phone-1, type: phone, value: "+218910000017", used_by: suspect-1}
events:
  - {id: e1, kind: demand, by: suspect-1, to: complainant, wants: money}
"""
NOOR = (
    AMAL.replace("A-1", "N-2")
    .replace("Amal", "Noor")
    .replace("demand, by", "threat_to_publish, by")
    .replace(", wants: money", "")
)


def case(text: str) -> Case:
    return parse_case(text, "case").case


def read_again(made: Case) -> Case:
    """Through the reader that people's files go through: it refuses names that point at nobody."""
    return parse_case(to_json(made), "made").case


def test_two_victims_of_two_men_keep_their_own() -> None:
    made = read_again(joined(case(AMAL), case(NOOR)))
    assert [person.id for person in made.persons] == ["complainant", "suspect-1", "complainant-2", "suspect-1-2"]
    assert [(event.id, event.by, event.to) for event in made.events] == [
        ("e1", "suspect-1", "complainant"),
        ("e1-2", "suspect-1-2", "complainant-2"),
    ]


def test_the_same_man_stands_once_and_so_does_his_number() -> None:
    made = read_again(joined(case(AMAL), case(NOOR), {"suspect-1": "suspect-1"}))
    assert [person.called() for person in made.persons] == ["Amal", "suspect-1", "Noor"]
    assert [one.id for one in made.identifiers] == ["phone-1"]
    assert {event.by for event in made.events} == {"suspect-1"}


def test_split_again_each_has_what_was_done_to_her() -> None:
    both = joined(case(AMAL), case(NOOR), {"suspect-1": "suspect-1"})
    rest, part = parted(both, "complainant-2", "N-3")
    rest, part = read_again(rest), read_again(part)
    assert [person.called() for person in rest.complainants] == ["Amal"]
    assert [person.called() for person in part.complainants] == ["Noor"]
    assert [event.kind for event in rest.events] == ["demand"]
    assert [event.kind for event in part.events] == ["threat_to_publish"]
    assert rest.suspects
    assert part.suspects
    assert part.reference == "N-3"


ids = st.sampled_from(["a", "b", "c", "a-2"])


@st.composite
def cases(draw: st.DrawFn) -> Case:
    persons = draw(st.lists(ids, min_size=1, unique=True))
    events = draw(st.lists(st.tuples(st.sampled_from(persons), st.sampled_from(persons)), max_size=3))
    raw = {
        "longarm": "case/1",
        "reference": "R",
        "persons": [{"id": one, "roles": ["complainant"]} for one in persons],
        "events": [{"id": f"e{n}", "kind": "demand", "by": by, "to": to} for n, (by, to) in enumerate(events)],
    }
    return parse_case(msgspec.json.encode(raw), "made up").case


@given(cases(), cases())
@settings(max_examples=60, deadline=None)
def test_joining_loses_nobody_and_reads_again(one: Case, two: Case) -> None:
    made = read_again(joined(one, two))
    assert len(made.persons) == len(one.persons) + len(two.persons)
    assert len(made.events) == len(one.events) + len(two.events)


@given(cases())
@settings(max_examples=60, deadline=None)
def test_splitting_loses_no_event_and_reads_again(whole: Case) -> None:
    her = whole.persons[0].id
    rest, part = parted(whole, her, "X")
    assert {event.id for event in whole.events} == {event.id for event in read_again(rest).events + read_again(part).events}
