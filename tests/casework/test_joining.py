"""Amal reported twice; Basma makes one case of it. Noor stood in Amal's case; Basma gives her one of her own."""

from __future__ import annotations

import io
from uuid import UUID

import pytest
from nacl.public import PrivateKey

from longarm.casework.case_keys import open_for
from longarm.casework.cases import open_case, read_case
from longarm.casework.channels import for_holder, for_team, make_channel
from longarm.casework.day.joining import merge, move_conversation, split
from longarm.casework.day.notes import add_note, notes_of
from longarm.casework.intake import letters
from longarm.casework.life.hold import set_hold
from longarm.casework.proof import custody
from longarm.casework.proof.exhibits import add_exhibit, exhibit_for, list_exhibits, source_of
from longarm.casework.proof.reading import messages_of, process_exhibit
from longarm.casework.proof.steps import Taken, read_checklists, take_step
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.store.models import Case, Channel
from people import AMAL, People, everybody

CHAT = b"[30/10/2026, 21:00:05] +218 91 000 0017: a\n[30/10/2026, 21:01:05] +218 91 000 0017: b\n"
NOOR = "  - {id: noor, roles: [complainant], alias: Noor}\n"
EVENT = "  - {id: e2, kind: demand, by: suspect-1, to: noor, wants: money}\n"
BOTH = AMAL.replace("  - {id: suspect-1", NOOR + "  - {id: suspect-1") + EVENT


@pytest.fixture
def people(db: None) -> People:
    return everybody()


@pytest.fixture
def two(people: People) -> tuple[UUID, UUID]:
    """Basma's case and Basma's second one of the same matter, each with an exhibit; a conversation in the second."""
    first, second = open_case(people.basma, AMAL).id, open_case(people.basma, AMAL.replace("0007", "0008")).id
    for case in (first, second):
        process_exhibit(people.basma, add_exhibit(people.basma, case, io.BytesIO(CHAT), "chat.txt"))
    add_note(people.basma, second, "She called again")
    return first, second


def test_everything_of_the_second_stands_in_the_first_and_opens(people: People, two: tuple[UUID, UUID]) -> None:
    into, other = two
    code = PrivateKey.generate()
    hers = make_channel(open_for(people.basma, other), "complainant", bytes(code.public_key), lookup=b"l" * 32)
    letters.add(hers, letters.Body(text="It is me again"))
    merge(people.basma, into, other, {"complainant": "complainant", "suspect-1": "suspect-1"})

    opened = open_for(people.basma, into)
    assert len(read_case(people.basma, into).case.persons) == 2
    assert [view.code for view in list_exhibits(people.basma, into)] == ["E0001", "E0002"]
    for view in list_exhibits(people.basma, into):
        case, row = exhibit_for(people.basma, view.id)
        assert source_of(case, row).open().read() == CHAT
        assert list(messages_of(case, row))
    assert [note.text for note in notes_of(opened)] == ["She called again"]
    assert custody.unbroken(custody.lines(opened))
    assert custody.unbroken(custody.lines(open_for(people.basma, other)))
    row = Channel.objects.get()
    assert [one.body.text for one in letters.read(for_team(opened, row))] == ["It is me again"]
    assert [one.body.text for one in letters.read(for_holder(row, code))] == ["It is me again"]
    gone = Case.objects.get(id=other)
    assert (gone.stage, gone.merged_into_id) == ("merged", into)


def test_steps_that_were_taken_follow_their_identifier(people: People, two: tuple[UUID, UUID]) -> None:
    into, other = two
    for case, step, words in ((other, "number", "+218910000017"), (other, "info-page", "hers"), (into, "info-page", "first")):
        take_step(people.basma, case, Taken(checklist="phone", step=step, subject="phone-1", words=words))
    merge(people.basma, into, other, {"complainant": "complainant", "suspect-1": "suspect-1"})
    [phone] = read_checklists(people.basma, into)
    assert {one.step.id: one.words for one in phone.steps if one.done} == {"number": "+218910000017", "info-page": "first"}
    [left] = read_checklists(people.basma, other)
    assert [one.words for one in left.steps if one.done] == ["hers"]


def test_twice_with_itself_and_under_a_hold_it_does_not_merge(people: People, two: tuple[UUID, UUID]) -> None:
    into, other = two
    with pytest.raises(Conflict):
        merge(people.basma, into, into)
    set_hold(people.basma, other, True, "The court asked")
    with pytest.raises(Conflict):
        merge(people.basma, into, other)
    set_hold(people.basma, other, False, "The court is done")
    merge(people.basma, into, other)
    with pytest.raises(Conflict):
        merge(people.basma, into, other)


def test_nobody_merges_a_case_of_another_team(people: People, two: tuple[UUID, UUID]) -> None:
    ranas = open_case(people.rana, AMAL).id
    for person, refusal in (
        (people.basma, NotFound),
        (people.rana, NotFound),
        (people.karim, NotFound),
        (people.dina, NotAllowed),
    ):
        with pytest.raises(refusal):
            merge(person, two[0], ranas)


def test_noor_gets_a_case_of_her_own(people: People) -> None:
    case = open_case(people.basma, BOTH).id
    hers = add_exhibit(people.basma, case, io.BytesIO(b"what he wrote to Noor"), "noor.txt")
    made = split(people.basma, case, "noor", "EG-2026-0011", frozenset({hers}))
    assert [person.called() for person in read_case(people.basma, made).case.complainants] == ["Noor"]
    assert [person.called() for person in read_case(people.basma, case).case.complainants] == ["Amal"]
    assert [view.id for view in list_exhibits(people.basma, made)] == [hers]
    assert list_exhibits(people.basma, case) == ()
    opened, row = exhibit_for(people.basma, hers)
    assert source_of(opened, row).open().read() == b"what he wrote to Noor"


def test_her_conversation_is_moved_by_a_person(people: People) -> None:
    case = open_case(people.basma, BOTH).id
    code = PrivateKey.generate()
    channel = make_channel(open_for(people.basma, case), "complainant", bytes(code.public_key), lookup=b"n" * 32)
    letters.add(channel, letters.Body(text="I am Noor"))
    made = split(people.basma, case, "noor", "EG-2026-0011")
    move_conversation(people.basma, channel.id, made)
    row = Channel.objects.get(id=channel.id)
    assert row.case_id == made
    assert [one.body.text for one in letters.read(for_team(open_for(people.basma, made), row))] == ["I am Noor"]
    with pytest.raises(NotFound):
        move_conversation(people.karim, channel.id, case)


def test_a_case_with_one_person_is_not_split_nor_for_a_person_who_is_not_there(people: People) -> None:
    alone, both = open_case(people.basma, AMAL).id, open_case(people.basma, BOTH).id
    with pytest.raises(Conflict):
        split(people.basma, alone, "complainant", "X")
    with pytest.raises(NotFound):
        split(people.basma, both, "suspect-1", "X")
    with pytest.raises(NotFound):
        split(people.karim, both, "noor", "X")
