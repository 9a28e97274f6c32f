"""Each author's entries in their chain, and all of them in one order."""

from __future__ import annotations

from typing import Final

from longarm.exchange.operation import entry as acts
from longarm.exchange.operation.board import Board
from longarm.exchange.operation.entry import AFRESH, FIRST, JUMP, Entry, Stub

_NONE: Final = 10**9  # above every number


def in_order(made: Board, entries: list[Entry | Stub]) -> list[Entry | Stub]:
    """Each author's unbroken chain, all by clock. It ends where one number was given to two entries. A removal counts before
    all is there: who is out gets nothing more, not even what stands between."""
    chains: dict[str, dict[int, dict[bytes, Entry | Stub]]] = {}
    for one in entries:
        same = chains.setdefault(one.author, {}).setdefault(one.number, {})
        if one.hash not in same or isinstance(same[one.hash], Stub):
            same[one.hash] = one
    found: list[Entry | Stub] = []
    for author, chain in chains.items():
        found += _chain(made, author, chain)
    _compare(made, found)
    return sorted(found, key=lambda one: (one.clock, one.author))


def _chain(made: Board, author: str, chain: dict[int, dict[bytes, Entry | Stub]]) -> list[Entry | Stub]:
    found: list[Entry | Stub] = []
    last, before, clock = 0, FIRST, 0
    doubled = min((number for number, same in chain.items() if len(same) > 1), default=_NONE)
    for number in sorted(chain):
        linked = _only(made.operation, chain[number])
        if linked is None or number > doubled or linked.clock <= clock or not _follows(linked, last, before):
            break
        if linked.before == AFRESH:
            made.restored.add(author)
        found.append(linked)
        last, before, clock = number, linked.hash, linked.clock
    made.last[author] = last
    if last:
        made.heads[author] = last, before
    if len(found) < len(chain) or doubled != _NONE:
        made.missing.add(author)
        rest = [one for number, same in chain.items() if last < number < doubled for one in same.values()]
        found += [one for one in rest if isinstance(one, Entry) and isinstance(one.act, acts.Remove)]
    return found


def _compare(made: Board, found: list[Entry | Stub]) -> None:
    """What each says it had of the others, with what is here."""
    here = {(one.author, one.number): one.hash for one in found}
    for one in found:
        for head in one.heads if isinstance(one, Entry) else ():
            there = here.get((head.author, head.number))
            if there is not None and there != head.hash:
                made.disputed.setdefault(head.author, set()).add(one.author)
            elif there is None and head.number > made.last.get(head.author, 0):
                made.behind.add(head.author)


def _follows(linked: Entry | Stub, last: int, before: bytes) -> bool:
    """The next number and the hash before it; or after a restore a number so far off that none was given twice."""
    if linked.before == AFRESH:
        return linked.number > last and linked.number % JUMP == 1
    return linked.number == last + 1 and linked.before == before


def _only(operation: bytes, same: dict[bytes, Entry | Stub]) -> Entry | Stub | None:
    """Of two with one number none, but the beginning: it is what the operation's id is made of, so there is only one."""
    if len(same) < 2:
        return next(iter(same.values()), None)
    begins = [
        one
        for one in same.values()
        if isinstance(one, Entry) and isinstance(one.act, acts.Open) and acts.operation_of(one.author, one.act) == operation
    ]
    return min(begins, key=lambda one: one.hash) if begins and begins[0].number == 1 else None
