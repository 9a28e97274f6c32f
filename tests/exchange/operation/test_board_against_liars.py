"""Members of a joint operation that lie: another's piece or task under their own word, and days out of this world."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from test_board import BAGHDAD, CAIRO, ID, NOW, PIECE, TASK, TRIPOLI, Room, room

from longarm.exchange.operation import entry as acts
from longarm.exchange.operation.entry import Entry, Stub, own
from longarm.exchange.operation.reading import board
from longarm.exchange.operation.turn import said_by, turn
from longarm.exchange.refused import Refused

__all__ = ("room",)


def behind(made: Room, who: str, act: acts.Act) -> Entry:
    """As if it had been written before all that others wrote since its author's last entry."""
    last = [one for one in made.entries if one.author == who][-1]
    return Entry(ID, who, last.number + 1, last.hash, last.clock + 1, NOW, act)


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
