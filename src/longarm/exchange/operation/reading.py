"""From entries to the board, and from the board to the next entry. The same entries give the same board, whoever holds them."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from longarm.exchange.operation import entry as acts
from longarm.exchange.operation.board import Board, Piece, Why
from longarm.exchange.operation.entry import FIRST, FOR_ALL, Entry, Stub, own
from longarm.exchange.operation.taking import take

LEAP: Final = 1000  # how far a clock may be ahead of all that came before


def board(operation: bytes, entries: Iterable[Entry | Stub]) -> Board:
    """What the entries of one operation come to, in whatever order they arrived, and however often.

    Who sets its clock far ahead, so that nobody could write after it, does not count from there on.
    """
    made = Board(operation)
    ahead: set[str] = set()
    for one in _in_order(made, [one for one in entries if one.operation == operation]):
        if one.author in ahead or one.clock > made.clock + LEAP:
            ahead.add(one.author)
            made.missing.add(one.author)
            continue
        made.clock = max(made.clock, one.clock)
        if isinstance(one, Stub):
            if made.members.get(one.author) == "joined":
                made.pieces[own(one.author, one.hash)] = Piece(one.author, one.at, None, ())
            continue
        why = take(made, one)
        if why:
            made.set_aside.append((one, why))
    return made


def refusal(made: Board, one: Entry) -> Why | None:
    """Why `one` would count for nothing on this board; None when it counts. The board is not changed."""
    return take(copy.deepcopy(made), one)


def next_entry(
    made: Board, mine: Iterable[Entry], author: str, act: acts.Act, *, at: datetime, to: tuple[str, ...] = ()
) -> Entry:
    """The entry that `author` writes next. `mine`: those it wrote before, all of them. `at` is UTC."""
    last = max((one for one in mine if one.operation == made.operation), key=lambda one: one.number, default=None)
    return Entry(
        operation=made.operation,
        author=author,
        number=last.number + 1 if last else 1,
        before=last.hash if last else FIRST,
        clock=max(made.clock, last.clock if last else 0) + 1,
        at=at,
        act=act,
        to=tuple(sorted(set(to) - {author})),
    )


def readers(made: Board, one: Entry) -> tuple[str, ...]:
    """Who gets the entry itself, on the board as it stands with it. All others who are in, or invited, get its stub.

    Who is only invited sees who takes part and when, and no piece, task or word.
    """
    seen_by = {"joined", "invited"} if isinstance(one.act, FOR_ALL) else {"joined"}
    found = {who for who, standing in made.members.items() if standing in seen_by}
    if isinstance(one.act, acts.Remove):
        found.add(one.act.member)  # it is told
    return tuple(sorted((found & set(one.to) if one.to else found) - {one.author}))


def _in_order(made: Board, entries: list[Entry | Stub]) -> list[Entry | Stub]:
    """Each author's unbroken chain, all by clock. Of an author that gave one number to two entries nothing counts."""
    chains: dict[str, dict[int, Entry | Stub]] = {}
    for one in entries:
        chain = chains.setdefault(one.author, {})
        there = chain.get(one.number)
        if there is not None and there.hash != one.hash:
            made.missing.add(one.author)  # it told two members different things
        if there is None or isinstance(there, Stub):
            chain[one.number] = one
    doubled = set(made.missing)
    found: list[Entry | Stub] = []
    for author, chain in chains.items():
        before, clock = FIRST, 0
        for number in range(1, len(chain) + 1):
            linked = chain.get(number)
            if linked is None or linked.before != before or linked.clock <= clock or author in doubled:
                made.missing.add(author)
                break
            found.append(linked)
            before, clock = linked.hash, linked.clock
    return sorted(found, key=lambda one: (one.clock, one.author))
