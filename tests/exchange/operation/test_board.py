"""A joint operation of three organisations on one series: Tripoli leads, Cairo and Baghdad come in."""

from __future__ import annotations

import random
import secrets
from datetime import UTC, datetime, timedelta
from itertools import permutations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.exchange.operation import entry as acts
from longarm.exchange.operation.board import Board
from longarm.exchange.operation.entry import FIRST, Entry, Stub, own
from longarm.exchange.operation.reading import board, next_entry, readers, refusal

TRIPOLI, CAIRO, BAGHDAD, STRANGER = ("a" * 64, "b" * 64, "c" * 64, "d" * 64)
SALT, PIECE, TASK = b"s" * 16, b"p" * 16, b"t" * 16
OPEN = acts.Open("Jasmine", "One number, eleven complainants in three states", (CAIRO, BAGHDAD), SALT)
ID = acts.operation_of(TRIPOLI, OPEN)
NOW = datetime(2026, 11, 29, 9, tzinfo=UTC)


def salt() -> bytes:
    return secrets.token_bytes(16)


class Room:
    """All entries, as one who may see everything holds them."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def does(self, who: str, act: acts.Act, *, to: tuple[str, ...] = (), minutes: int = 0) -> Entry:
        at = NOW + timedelta(minutes=minutes)
        one = next_entry(self.board, [e for e in self.entries if e.author == who], who, act, at=at, salt=salt(), to=to)
        self.entries.append(one)
        return one

    @property
    def board(self) -> Board:
        return board(ID, self.entries)

    def why(self, who: str, act: acts.Act, *, to: tuple[str, ...] = ()) -> str | None:
        mine = [e for e in self.entries if e.author == who]
        return refusal(self.board, next_entry(self.board, mine, who, act, at=NOW, salt=salt(), to=to))

    def as_seen_by(self, who: str) -> Board:
        """What `who` holds: what it wrote or was sent, and stubs of the rest."""
        held: list[Entry | Stub] = []
        for place, one in enumerate(self.entries):
            then = board(ID, self.entries[: place + 1])
            held.append(one if who == one.author or who in readers(then, one) else one.stub())
        return board(ID, held)


@pytest.fixture
def room() -> Room:
    made = Room()
    made.does(TRIPOLI, OPEN)
    made.does(CAIRO, acts.Join(("EG",)))
    made.does(BAGHDAD, acts.Join(("IQ",)))
    return made


def test_from_the_invitation_to_results_by_state(room: Room) -> None:
    room.does(CAIRO, acts.Put(PIECE, "finding", "The exchange office", "in words"))
    room.does(TRIPOLI, acts.Task(TASK, CAIRO, "Ask the office whom it paid", NOW + timedelta(days=3)))
    room.does(CAIRO, acts.Done(own(TRIPOLI, TASK), "done"))
    day = room.does(TRIPOLI, acts.Day(NOW + timedelta(days=10)))
    room.does(CAIRO, acts.Agree(day.hash))
    before = room.board
    room.does(BAGHDAD, acts.Agree(day.hash))
    assert (before.day_stands, room.board.day_stands) == (False, True)
    room.does(TRIPOLI, acts.Close("All three doors at once"))
    room.does(TRIPOLI, acts.Result("LY", identified=2, arrested=1))
    room.does(CAIRO, acts.Result("EG", identified=1, complainants_told=7))
    made = room.board
    assert made.tasks[own(TRIPOLI, TASK)].done is not None
    assert {state: (r.identified, r.arrested) for (_, state), r in made.results.items()} == {"LY": (2, 1), "EG": (1, 0)}
    assert (made.closed is not None, made.set_aside, made.missing) == (True, [], set())


def test_a_piece_for_one_is_a_stub_for_the_other(room: Room) -> None:
    room.does(CAIRO, acts.Put(PIECE, "identifier", "A number", "the number"), to=(TRIPOLI,))
    room.does(CAIRO, acts.Say("Two of you have it"), to=(TRIPOLI,))
    room.does(CAIRO, acts.Say("Good morning"))
    tripoli, baghdad = room.as_seen_by(TRIPOLI), room.as_seen_by(BAGHDAD)
    assert [piece.withheld for piece in tripoli.pieces.values()] == [False]
    assert all(piece.withheld for piece in baghdad.pieces.values())
    assert "the number" not in repr(baghdad)
    assert [words for _, _, words in baghdad.said] == ["Good morning"]  # its chain is whole, through the stubs
    assert baghdad.missing == set()


def test_who_is_only_invited_sees_who_takes_part_and_no_piece() -> None:
    room = Room()
    room.does(TRIPOLI, OPEN)
    room.does(CAIRO, acts.Join())
    put = room.does(TRIPOLI, acts.Put(PIECE, "finding", "F", "secret"))
    assert readers(room.board, put) == (CAIRO,)
    assert "secret" not in repr(room.as_seen_by(BAGHDAD))
    room.does(BAGHDAD, acts.Join())  # the author sends it again: an entry takes the place of its stub
    held: list[Entry | Stub] = [put.stub(), *room.entries]
    assert board(ID, held).pieces[own(TRIPOLI, PIECE)].put is not None


@pytest.mark.parametrize(
    ("who", "act", "why"),
    [
        (STRANGER, acts.Say("let me in"), "not-a-member"),
        (STRANGER, acts.Join(), "not-invited"),
        (CAIRO, acts.Invite(STRANGER), "not-the-lead"),
        (CAIRO, acts.Day(NOW), "not-the-lead"),
        (CAIRO, acts.Close(), "not-the-lead"),
        (CAIRO, acts.Remove(BAGHDAD), "not-the-lead"),
        (TRIPOLI, acts.Leave(), "lead-stays"),
        (TRIPOLI, acts.Remove(TRIPOLI), "lead-stays"),
        (TRIPOLI, acts.HandOver(STRANGER), "not-a-member"),
        (TRIPOLI, acts.Task(TASK, STRANGER, "what"), "not-a-member"),
        (CAIRO, acts.TakeBack(PIECE), "unknown"),
        (CAIRO, acts.Done(TASK, "done"), "unknown"),
        (CAIRO, acts.Agree(bytes(32)), "unknown"),
        (TRIPOLI, OPEN, "twice"),
        (CAIRO, acts.Open("mine now", "x", (TRIPOLI,), SALT), "not-its-opener"),
        (TRIPOLI, acts.Invite(CAIRO), "twice"),
        (CAIRO, acts.Join(), "not-invited"),
        (CAIRO, acts.Leave(), None),
        (CAIRO, acts.Say("here"), None),
    ],
)
def test_who_may_do_what(room: Room, who: str, act: acts.Act, why: str | None) -> None:
    assert room.why(who, act) == why


def test_what_belongs_to_another_stays(room: Room) -> None:
    room.does(CAIRO, acts.Put(PIECE, "finding", "F"))
    room.does(TRIPOLI, acts.Task(TASK, CAIRO, "what"))
    assert room.why(TRIPOLI, acts.TakeBack(own(CAIRO, PIECE))) == "not-yours"
    assert room.why(BAGHDAD, acts.Done(own(TRIPOLI, TASK), "done")) == "not-yours"
    assert room.why(CAIRO, acts.Put(PIECE, "finding", "another")) == "twice"
    assert room.why(TRIPOLI, acts.Day(NOW), to=(CAIRO,)) == "for-all"
    room.does(CAIRO, acts.TakeBack(own(CAIRO, PIECE)))
    assert room.board.pieces[own(CAIRO, PIECE)].taken_back


def test_who_was_removed_and_what_is_closed(room: Room) -> None:
    day = room.does(TRIPOLI, acts.Day(NOW))
    room.does(CAIRO, acts.Agree(day.hash))
    room.does(TRIPOLI, acts.Remove(BAGHDAD))
    assert room.board.day_stands  # nobody waits for who is gone
    assert room.why(BAGHDAD, acts.Say("still here")) == "not-a-member"
    room.does(TRIPOLI, acts.HandOver(CAIRO))
    room.does(CAIRO, acts.Close())
    assert room.why(TRIPOLI, acts.Say("late")) == "closed"
    assert room.why(TRIPOLI, acts.Result("LY")) is None


def test_all_read_the_same_board_in_whatever_order_it_came(room: Room) -> None:
    room.does(CAIRO, acts.Put(PIECE, "finding", "F"), minutes=-10)  # a clock ten minutes behind
    room.does(BAGHDAD, acts.Say("salam"), minutes=10)
    room.does(TRIPOLI, acts.HandOver(CAIRO))
    wanted = room.board
    for order in random.Random(3).sample(list(permutations(room.entries)), 60):
        assert board(ID, [*order, *order[:3]]) == wanted
    assert wanted.lead == CAIRO


def test_nobody_else_can_have_begun_it(room: Room) -> None:
    forged = Entry(ID, CAIRO, 1, FIRST, 1, NOW, acts.Open("Jasmine", "Cairo leads", (TRIPOLI,), SALT), SALT)
    assert board(ID, [forged, *(one for one in room.entries if one.author == TRIPOLI)]).lead == TRIPOLI
    assert board(ID, [forged]).lead == ""


def test_a_clock_set_far_ahead_stops_nobody_else(room: Room) -> None:
    last = [one for one in room.entries if one.author == BAGHDAD][-1]
    room.entries.append(Entry(ID, BAGHDAD, last.number + 1, last.hash, 10**9, NOW, acts.Say("the last word"), SALT))
    room.does(CAIRO, acts.Say("not yet"))
    made = room.board
    assert ([words for _, _, words in made.said], made.missing) == (["not yet"], {BAGHDAD})
    assert made.clock < 20


def test_an_entry_that_was_kept_back_is_missed(room: Room) -> None:
    room.does(CAIRO, acts.Say("one"))
    room.does(CAIRO, acts.Say("two"))
    held = [one for one in room.entries if not (isinstance(one.act, acts.Say) and one.act.words == "one")]
    made = board(ID, held)
    assert (made.missing, made.said) == ({CAIRO}, [])


def test_who_tells_two_members_different_things_counts_for_nothing(room: Room) -> None:
    one = room.does(CAIRO, acts.Say("to Tripoli"))
    other = msgspec.structs.replace(one, act=acts.Say("to Baghdad"))
    made = board(ID, [*room.entries, other])
    assert made.missing == {CAIRO}
    assert (made.said, made.members[CAIRO]) == ([], "joined"), "what it said before that stands"
    assert made.missing == board(ID, [*room.entries, other.stub()]).missing


@given(st.lists(st.tuples(st.sampled_from([TRIPOLI, CAIRO, BAGHDAD, STRANGER]), st.integers(0, 9)), max_size=12))
@settings(max_examples=60, deadline=None)
def test_whatever_is_done_the_lead_is_a_member_who_is_in(done: list[tuple[str, int]]) -> None:
    room = Room()
    room.does(TRIPOLI, OPEN)
    choices: list[acts.Act] = [
        acts.Join(), acts.Leave(), acts.HandOver(CAIRO), acts.HandOver(BAGHDAD), acts.Remove(CAIRO), acts.Invite(STRANGER),
        acts.Remove(TRIPOLI), acts.Close(), acts.Day(NOW), acts.Invite(CAIRO),
    ]  # fmt: skip
    for who, choice in done:
        room.does(who, choices[choice])
    made = room.board
    assert made.lead in made.joined
    assert made.agreed <= set(made.joined)


def test_who_was_restored_from_a_backup_goes_on_without_a_number_given_twice(room: Room) -> None:
    held = list(room.entries)  # the backup
    lost = room.does(CAIRO, acts.Say("after the backup"))
    room.does(BAGHDAD, acts.Say("I heard you"))
    mine = [one for one in held if one.author == CAIRO]
    back = next_entry(board(ID, held), mine, CAIRO, acts.Say("we are back"), at=NOW, salt=salt(), afresh=True)
    assert (back.number, back.before) == (10_001, acts.AFRESH)
    after = next_entry(board(ID, [*held, back]), [*mine, back], CAIRO, acts.Say("and go on"), at=NOW, salt=salt())
    made = board(ID, [*room.entries, back, after])
    assert [words for _, _, words in made.said] == ["after the backup", "I heard you", "we are back", "and go on"]
    assert (made.missing, made.restored) == (set(), {CAIRO})
    ours = board(ID, [*held, back, after])
    assert (ours.missing, [words for _, _, words in ours.said]) == (set(), ["we are back", "and go on"])
    again = next_entry(ours, [*mine, back, after], CAIRO, acts.Say("twice"), at=NOW, salt=salt(), afresh=True)
    assert again.number == 20_001
    false = msgspec.structs.replace(after, number=lost.number + 1, before=acts.AFRESH)
    assert board(ID, [*room.entries, false]).missing == {CAIRO}, "not at any number"
