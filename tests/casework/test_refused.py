"""'He is outside our borders': the desk that said so, and why, becomes an event of the case and one in a count."""

from __future__ import annotations

from uuid import UUID

import pytest

from longarm.case.when import When
from longarm.casework.cases import open_case, read_case
from longarm.casework.day.refused import Refused, reasons, record_refusal
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.errors import BadInput
from people import AMAL, People, everybody

SAID = Refused(by="A police station", at=When.parse("2026-01-05"), reason="foreign_number", words="He is outside our borders")


@pytest.fixture
def people(db: None) -> People:
    return everybody()


@pytest.fixture
def case(people: People) -> UUID:
    return open_case(people.basma, AMAL).id


def test_it_stands_in_the_case_and_is_counted_without_saying_whose(people: People, case: UUID) -> None:
    assert record_refusal(people.basma, case, SAID, 1) == 2
    assert record_refusal(people.basma, case, SAID, 2) == 3
    held = read_case(people.basma, case).case
    said = [event for event in held.events if event.kind == "report_refused"]
    assert [(event.before, event.reason, event.note) for event in said] == [(SAID.by, "foreign_number", SAID.words)] * 2
    assert len({event.id for event in held.events}) == len(held.events)
    assert reasons((held,)) == {"foreign_number": 2}


def test_a_reason_that_cannot_be_counted_and_a_refusal_by_nobody_are_sent_back(people: People, case: UUID) -> None:
    for wrong in (Refused(by="x", at=SAID.at, reason="because"), Refused(by="  ", at=SAID.at, reason="no_law")):
        with pytest.raises(BadInput):
            record_refusal(people.basma, case, wrong, 1)
    with pytest.raises(Conflict):
        record_refusal(people.basma, case, SAID, 1 if record_refusal(people.basma, case, SAID, 1) else 0)


def test_only_the_team_writes_it_down(people: People, case: UUID) -> None:
    for person, refusal in ((people.rana, NotFound), (people.karim, NotFound), (people.dina, NotAllowed)):
        with pytest.raises(refusal):
            record_refusal(person, case, SAID, 1)
