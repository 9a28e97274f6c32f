"""From entries to the board, and from the board to the next entry. The same entries give the same board, whoever holds them."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Final

from longarm.exchange.operation import entry as acts
from longarm.exchange.operation.board import Board, Piece, Why
from longarm.exchange.operation.chains import in_order
from longarm.exchange.operation.entry import AFRESH, FIRST, FOR_ALL, JUMP, MOST_MEMBERS, Entry, Head, Stub, own
from longarm.exchange.operation.taking import take

_ORDINARY: Final = (acts.Put, acts.Say, acts.Task, acts.Done, acts.Agree, acts.Result)
LEAP: Final = 1000  # how far a clock may be ahead of all that came before


def board(operation: bytes, entries: Iterable[Entry | Stub]) -> Board:
    """What the entries of one operation come to, in whatever order they arrived, and however often.

    Who sets its clock far ahead, so that nobody could write after it, does not count from there on. What a member wrote after
    it was removed, dated back before that, counts for nothing. What was taken back by its author is taken back, whatever else
    is missing.
    """
    here = [one for one in entries if one.operation == operation]
    made = _folded(operation, here, [])
    if any(_too_late(made.removals, one) for one in here):
        made = _folded(operation, here, made.removals)
    for one in here:
        if isinstance(one, Entry) and isinstance(one.act, acts.TakeBack):
            there = made.pieces.get(one.act.piece)
            if there is not None and there.by == one.author:
                made.pieces[one.act.piece] = replace(there, taken_back=True)
    return made


def _folded(operation: bytes, entries: list[Entry | Stub], removals: list[tuple[int, acts.Remove]]) -> Board:
    made = Board(operation)
    ahead: set[str] = set()
    for one in in_order(made, entries):
        if one.author in ahead or one.clock > made.clock + LEAP:
            ahead.add(one.author)
            made.missing.add(one.author)
            continue
        made.clock = max(made.clock, one.clock)
        if _too_late(removals, one):
            if isinstance(one, Entry):
                made.set_aside.append((one, "not-a-member"))
        elif isinstance(one, Stub):
            if made.members.get(one.author) == "joined":
                made.pieces[own(one.author, one.hash)] = Piece(one.author, one.at, None, ())
        elif why := take(made, one):
            made.set_aside.append((one, why))
    return made


def _too_late(removals: list[tuple[int, acts.Remove]], one: Entry | Stub) -> bool:
    """Whether it is dated before the removal of its author and was not there then. Only what changes neither who is in nor who
    leads: so no removal is undone by another."""
    if isinstance(one, Entry) and not isinstance(one.act, _ORDINARY):
        return False
    return any(gone.member == one.author and one.number > gone.last and one.clock < clock for clock, gone in removals)


def refusal(made: Board, one: Entry) -> Why | None:
    """Why `one` would count for nothing on this board; None when it counts. The board is not changed."""
    return take(copy.deepcopy(made), one)


def next_entry(
    made: Board, mine: Iterable[Entry], author: str, act: acts.Act, *, at: datetime, salt: bytes, to: tuple[str, ...] = (),
    afresh: bool = False,
) -> Entry:  # fmt: skip
    """The entry that `author` writes next. `mine`: those it wrote before, all of them. `at` is UTC; `salt`: 16 random bytes.

    That a task is done is for who may see the task, and a removal says what there was of who is removed. `afresh`: the author
    was restored from a backup and may not have all of `mine`: numbers and clock jump over what it may have given.
    """
    if isinstance(act, acts.Remove):
        act = acts.Remove(act.member, made.last.get(act.member, 0))
    if isinstance(act, acts.Done) and (asked := made.tasks.get(act.task)):
        to = (asked.by, *asked.to) if asked.to else ()
    mine = [one for one in mine if one.operation == made.operation]
    last = max(mine, key=lambda one: one.number, default=None)
    number, before = (last.number + 1, last.hash) if last else (1, FIRST)
    if afresh:
        number, before = (number - 1) // JUMP * JUMP + JUMP + 1, AFRESH
    return Entry(
        operation=made.operation,
        author=author,
        number=number,
        before=before,
        clock=max(made.clock, last.clock if last else 0) + (LEAP // 2 if afresh else 1),
        at=at,
        act=act,
        salt=salt,
        to=tuple(sorted(set(to) - {author})),
        heads=_heads(made, mine, author),
    )


def _heads(made: Board, mine: list[Entry], author: str) -> tuple[Head, ...]:
    """Those of members that `author` has not told of yet."""
    told = {head.author: (head.number, head.hash) for one in sorted(mine, key=lambda one: one.number) for head in one.heads}
    there = sorted((who, place) for who, place in made.heads.items() if who in made.members and who != author)
    return tuple(Head(who, *place) for who, place in there if told.get(who) != place)[:MOST_MEMBERS]


def readers(made: Board, one: Entry) -> tuple[str, ...]:
    """Who gets the entry itself, on the board as it stands with it. All others who are in, or invited, get its stub.

    Who is only invited sees who takes part and when, and no piece, task or word.
    """
    seen_by = {"joined", "invited"} if isinstance(one.act, FOR_ALL) else {"joined"}
    found = {who for who, standing in made.members.items() if standing in seen_by}
    if isinstance(one.act, acts.Remove):
        found.add(one.act.member)  # it is told
    return tuple(sorted((found & set(one.to) if one.to else found) - {one.author}))
