"""Members of a joint operation that lie: another's piece or task under their own word, and days out of this world."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from test_board import BAGHDAD, CAIRO, ID, NOW, OPEN, PIECE, TASK, TRIPOLI, Room, room, salt

from longarm.exchange.operation import entry as acts
from longarm.exchange.operation.entry import Entry, Stub, own
from longarm.exchange.operation.reading import board, next_entry
from longarm.exchange.operation.turn import said_by, turn
from longarm.exchange.refused import Refused

__all__ = ("room",)


def behind(made: Room, who: str, act: acts.Act) -> Entry:
    """As if it had been written before all that others wrote since its author's last entry."""
    last = [one for one in made.entries if one.author == who][-1]
    return Entry(ID, who, last.number + 1, last.hash, last.clock + 1, NOW, act, salt())


def test_who_takes_anothers_piece_by_its_number_takes_nothing(room: Room) -> None:
    for _ in range(3):
        room.does(CAIRO, acts.Say("a word"))
    put = room.does(CAIRO, acts.Put(PIECE, "finding", "The exchange office", "in words"))
    room.entries.append(behind(room, BAGHDAD, acts.Put(PIECE, "finding", "Nothing", "")))
    assert [one.put and one.put.title for one in room.board.pieces.values()] == ["Nothing", "The exchange office"]
    room.does(CAIRO, acts.TakeBack(own(CAIRO, PIECE)))
    assert room.board.pieces[own(CAIRO, PIECE)].taken_back
    assert not room.board.pieces[own(BAGHDAD, PIECE)].taken_back
    assert put not in [one for one, _ in room.board.set_aside]


def test_what_is_withheld_hides_no_piece_of_another(room: Room) -> None:
    room.does(CAIRO, acts.Put(PIECE, "finding", "The exchange office", "in words"))
    last = [one for one in room.entries if one.author == BAGHDAD][-1]
    for number in (PIECE, own(CAIRO, PIECE)):
        stub = Stub(ID, BAGHDAD, last.number + 1, last.hash, room.board.clock + 1, NOW, number + bytes(16))
        assert board(ID, [*room.entries, stub]).pieces[own(CAIRO, PIECE)].put is not None


def test_a_task_is_answered_as_its_author_asked_it(room: Room) -> None:
    for _ in range(3):
        room.does(TRIPOLI, acts.Say("a word"))
    room.does(TRIPOLI, acts.Task(TASK, CAIRO, "Ask the office whom it paid"))
    room.entries.append(behind(room, BAGHDAD, acts.Task(TASK, CAIRO, "Ask nobody")))
    room.does(CAIRO, acts.Done(own(TRIPOLI, TASK), "done"))
    assert {one.task.what: one.done is not None for one in room.board.tasks.values()} == {
        "Ask the office whom it paid": True,
        "Ask nobody": False,
    }


@pytest.mark.parametrize("year", [1, 1989, 2101, 9999])
@pytest.mark.parametrize("act", [acts.Day, lambda at: acts.Task(TASK, CAIRO, "what", at), lambda _: acts.Say("said then")])
def test_a_day_out_of_this_world_is_not_taken(room: Room, year: int, act: object) -> None:
    at = datetime(year, 12, 31, 23, 59, tzinfo=UTC)
    said = act(at)  # type: ignore[operator]
    one = msgspec.structs.replace(behind(room, TRIPOLI, said), at=at if isinstance(said, acts.Say) else NOW)
    for what in (one, one.stub()):
        if isinstance(what, Entry) or isinstance(said, acts.Say):
            with pytest.raises(Refused):
                said_by(turn(what), TRIPOLI)
    assert said_by(turn(behind(room, TRIPOLI, acts.Day(NOW + timedelta(days=9)))), TRIPOLI)


def test_a_reason_without_end_is_no_reason(room: Room) -> None:
    left = behind(room, CAIRO, acts.Leave("x" * 1001))
    with pytest.raises(msgspec.ValidationError):
        msgspec.msgpack.decode(msgspec.msgpack.encode(left), type=Entry)


def test_a_hash_of_what_is_withheld_cannot_be_tried_against_words(room: Room) -> None:
    """Who may not see it knows all the rest: whose, when, the number, whom it is for; and there are few telephone numbers."""
    said = room.does(CAIRO, acts.Say("+218910000017"), to=(TRIPOLI,))
    again = msgspec.structs.replace(said, salt=salt())
    assert again.hash != said.hash
    assert said.salt not in msgspec.msgpack.encode(said.stub())
    assert said.stub().hash == said.hash


def test_what_concerns_all_is_not_kept_from_one_by_its_stub(room: Room) -> None:
    """The lead tells Cairo that Baghdad is out, and Baghdad only that there is something; or one its results, another not."""
    said = room.does(CAIRO, acts.Result("EG", arrested=1))
    room.does(CAIRO, acts.Say("Good morning"))
    held = [one.stub() if one is said else one for one in room.entries]
    made = board(ID, held)
    assert (made.missing, made.said) == ({CAIRO}, []), "it is missed"


def test_a_stub_says_nothing_else_of_its_entry(room: Room) -> None:
    said = room.does(CAIRO, acts.Say("for Tripoli"), to=(TRIPOLI,))
    stub = said.stub()
    for false in (
        msgspec.structs.replace(stub, clock=stub.clock + 1),
        msgspec.structs.replace(stub, at=NOW - timedelta(days=900)),
        msgspec.structs.replace(stub, number=stub.number + 1),
    ):
        assert false.hash != said.hash


def test_who_was_removed_dates_nothing_back(room: Room) -> None:
    for _ in range(3):
        room.does(CAIRO, acts.Say("a word"))
    room.does(BAGHDAD, acts.Put(b"q" * 16, "finding", "What was there"))
    for _ in range(5):
        room.does(TRIPOLI, acts.Say("a word more"))
    room.does(TRIPOLI, acts.Remove(BAGHDAD))
    before = room.board
    told: list[acts.Act] = [
        acts.Put(PIECE, "finding", "It was somebody else"), acts.Say("I said so"), acts.Result("IQ", arrested=9),
        acts.Task(TASK, CAIRO, "Tell us all you know"),
    ]  # fmt: skip
    for act in told:
        room.entries.append(behind(room, BAGHDAD, act))
    after = room.board
    assert [one.put and one.put.title for one in after.pieces.values()] == ["What was there"], "it stays until it is taken back"
    assert (after.said, after.results, after.tasks, after.members) == (before.said, before.results, before.tasks, before.members)
    assert [why for one, why in after.set_aside if one.author == BAGHDAD] == ["not-a-member"] * 4


def test_who_is_in_again_speaks_again(room: Room) -> None:
    room.does(TRIPOLI, acts.Remove(BAGHDAD))
    room.does(TRIPOLI, acts.Invite(BAGHDAD))
    room.does(BAGHDAD, acts.Join(("IQ",)))
    room.does(BAGHDAD, acts.Say("Good morning"))
    assert [words for _, _, words in room.board.said] == ["Good morning"]


def test_who_is_out_and_whose_operation_is_over_still_takes_back(room: Room) -> None:
    """Somebody harmed says no a year later."""
    room.does(BAGHDAD, acts.Put(PIECE, "finding", "The office", "in words"))
    room.does(CAIRO, acts.Put(PIECE, "finding", "Another", "in words"))
    room.does(TRIPOLI, acts.Remove(BAGHDAD))
    room.does(BAGHDAD, acts.TakeBack(own(BAGHDAD, PIECE)))
    assert room.board.pieces[own(BAGHDAD, PIECE)].taken_back
    room.does(TRIPOLI, acts.Close())
    assert room.why(CAIRO, acts.TakeBack(own(CAIRO, PIECE))) is None
    assert room.why(BAGHDAD, acts.TakeBack(own(CAIRO, PIECE))) == "not-yours"
    back = room.does(CAIRO, acts.TakeBack(own(CAIRO, PIECE)))
    put = next(one for one in room.entries if one.author == CAIRO and isinstance(one.act, acts.Put))
    made = board(ID, [one for one in room.entries if one.author != CAIRO or one in (room.entries[1], put, back)])
    assert made.pieces[own(CAIRO, PIECE)].taken_back, "also where something before it has not arrived"


def test_who_began_it_and_lies_takes_it_from_nobody(room: Room) -> None:
    """Tripoli hands over, is removed, and then gives a number of its own to a second entry: the board stays everybody's."""
    room.does(TRIPOLI, acts.HandOver(CAIRO))
    room.does(CAIRO, acts.Put(PIECE, "finding", "The office"))
    room.does(CAIRO, acts.Remove(TRIPOLI))
    other = msgspec.structs.replace(OPEN, name="Nobody's")
    for false in (
        Entry(ID, TRIPOLI, 1, bytes(32), 1, NOW, other, salt()),
        Entry(ID, TRIPOLI, 1, bytes(32), 1, NOW, acts.Say("x"), salt()),
        Entry(ID, TRIPOLI, 1, bytes(32), 1, NOW, OPEN, salt()),
    ):
        made = board(ID, [*room.entries, false])
        assert (made.name, made.missing) == ("Jasmine", {TRIPOLI})
        assert made.members[CAIRO] == "joined"
    second = msgspec.structs.replace(room.entries[3], act=acts.HandOver(BAGHDAD))
    made = board(ID, [*room.entries, second])
    assert (made.lead, len(made.pieces)) == (TRIPOLI, 1), "from the doubled one on nothing of it counts"


def test_an_answer_is_for_who_may_see_the_task(room: Room) -> None:
    room.does(TRIPOLI, acts.Task(TASK, CAIRO, "Ask the office"), to=(CAIRO,))
    done = room.does(CAIRO, acts.Done(own(TRIPOLI, TASK), "done", "it paid a man"))
    assert "it paid" not in repr(room.as_seen_by(BAGHDAD))
    assert done.to == (TRIPOLI,)
    assert room.as_seen_by(TRIPOLI).tasks[own(TRIPOLI, TASK)].done is not None


def test_a_removal_counts_before_all_that_came_before_it_is_there(room: Room) -> None:
    room.does(TRIPOLI, acts.Say("kept from Baghdad"))
    gone = room.does(TRIPOLI, acts.Remove(BAGHDAD))
    held = [one for one in room.entries if not isinstance(one.act, acts.Say)]
    assert board(ID, held).members[BAGHDAD] == "removed"
    by_another = Entry(ID, CAIRO, 9, bytes(32), gone.clock, NOW, acts.Remove(BAGHDAD), salt())
    assert board(ID, [*room.entries[:3], by_another]).members[BAGHDAD] == "joined", "the lead's alone"


def test_who_shows_two_members_two_boards_is_found_out_when_one_hears_from_the_other(room: Room) -> None:
    """The lead says one thing to Cairo and another to Baghdad, and keeps two whole chains."""
    before = list(room.entries)
    to_cairo = room.does(TRIPOLI, acts.Say("It is he"))
    to_baghdad = msgspec.structs.replace(to_cairo, act=acts.Say("It is not he"))
    cairo_has, baghdad_has = [*before, to_cairo], [*before, to_baghdad]
    assert board(ID, cairo_has).disputed == {}
    mine = [one for one in before if one.author == CAIRO]
    told = next_entry(board(ID, cairo_has), mine, CAIRO, acts.Say("So it is he"), at=NOW, salt=salt())
    assert [head.author for head in told.heads] == sorted({TRIPOLI, BAGHDAD})
    assert board(ID, [*cairo_has, told]).disputed == {}
    assert board(ID, [*baghdad_has, told]).disputed == {TRIPOLI: {CAIRO}}
    late = board(ID, [*before, told])
    assert (late.disputed, late.behind, late.missing) == ({}, {TRIPOLI}, set()), "somebody has more of it than is here"
    again = next_entry(board(ID, [*cairo_has, told]), [*mine, told], CAIRO, acts.Say("Yes"), at=NOW, salt=salt())
    assert again.heads == (), "told once"
    assert TRIPOLI.encode() not in msgspec.msgpack.encode(told.stub())


def test_a_lead_fills_no_board_with_strangers(room: Room) -> None:
    for number in range(58):
        room.does(TRIPOLI, acts.Invite(f"{number:064x}"))
    assert room.why(TRIPOLI, acts.Invite(f"{99:064x}")) == "too-many"
    room.does(TRIPOLI, acts.Remove(BAGHDAD))
    assert room.why(TRIPOLI, acts.Invite(f"{99:064x}")) is None
