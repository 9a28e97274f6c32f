"""Our entries go to those who may see them, and to the others that there is one: each once, sealed to each, by the outbox.

Who joins later gets what was put in for all; who may not see an entry gets its stub, so that nobody's chain has a hole. A member
that this node does not speak with, or cut off, gets nothing; once it is taken in, all that is meant for it.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Final

from django.db.models import QuerySet

from longarm.casework.exchange.members import row_of
from longarm.casework.exchange.operations.kept import OpenOperation
from longarm.casework.exchange.parties import card_in, party
from longarm.exchange.letter import CARRIED, write
from longarm.exchange.operation.board import Board
from longarm.exchange.operation.entry import Entry, Put, Remove, Stub, own
from longarm.exchange.operation.reading import readers
from longarm.exchange.operation.turn import KIND, turn
from longarm.store.models import BoardEntry, Given, Member, Operation, Outgoing

_WAITS: Final = CARRIED - timedelta(days=7)


def spoken_with(fingerprint: str) -> Member | None:
    """The row of a node that letters go to; None for a stranger and for one cut off."""
    row = row_of(fingerprint)
    return row if row is not None and row.role == Member.Role.NODE and row.cut_off_at is None else None


def give(found: OpenOperation, now: datetime) -> int:
    """Puts out to go what of ours has not gone, in the caller's transaction. Returns how many letters."""
    _write_anew(found.row, now)
    made, us, count = found.board, party().fingerprint, 0
    mine = [(one.row, one.what) for one in found.entries if one.row.author_id is None and isinstance(one.what, Entry)]
    mine.sort(key=lambda one: one[1].number)
    for fingerprint, standing in made.members.items():
        last = _last_for(fingerprint, mine) if standing == "removed" else len(mine)
        to = spoken_with(fingerprint)
        if to is None or fingerprint == us or standing == "left":
            continue
        before = dict(Given.objects.filter(entry__operation=found.row, to=to).values_list("entry_id", "whole"))
        for row, what in mine[:last]:
            whole = _may_see(made, what, fingerprint)
            if row.id not in before or (whole and not before[row.id]):
                _put_out(row, what if whole else what.stub(), to, now)
                count += 1
    return count


def _write_anew(operation: Operation, now: datetime) -> None:
    """What waited so long that it would soon be too old to be taken goes once more, as if it had never been put out."""
    old = Given.objects.filter(entry__operation=operation, letter__delivered_at=None, letter__made_at__lt=now - _WAITS)
    _drop(old.filter(letter__refused=""))


def hold_back(operation: Operation, member: Member) -> None:
    """Letters to who is out that still wait here do not go."""
    _drop(Given.objects.filter(entry__operation=operation, to=member, letter__delivered_at=None, letter__isnull=False))


def _drop(waiting: QuerySet[Given]) -> None:
    letters = list(waiting.values_list("letter_id", flat=True))
    Given.objects.filter(letter__in=letters).delete()
    Outgoing.objects.filter(id__in=letters).delete()


def _may_see(made: Board, what: Entry, fingerprint: str) -> bool:
    piece = made.pieces.get(own(what.author, what.act.piece)) if isinstance(what.act, Put) else None
    if piece is not None and piece.taken_back:
        return False
    return fingerprint in readers(made, what)


def _last_for(fingerprint: str, mine: list[tuple[BoardEntry, Entry]]) -> int:
    """Who was removed by us is told that, and nothing of what came after; by another: nothing more."""
    removals = [at for at, (_, one) in enumerate(mine, 1) if isinstance(one.act, Remove) and one.act.member == fingerprint]
    return max(removals, default=0)


def _put_out(row: BoardEntry, what: Entry | Stub, to: Member, now: datetime) -> None:
    number, whole = secrets.token_bytes(16), isinstance(what, Entry)
    letter = write(party(), card_in(to), KIND, turn(what), now=now, sealed=True, number=number)
    out = Outgoing.objects.create(number=number, operation=row.operation, to=to, letter=letter, made_at=now, next_at=now)
    Given.objects.update_or_create(entry=row, to=to, defaults={"whole": whole, "letter": out})
