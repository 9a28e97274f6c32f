"""Our entries go to those who may see them, and to the others that there is one: each once, sealed to each, by the outbox.

Who joins later gets what was put in for all; who may not see an entry gets its stub, so that nobody's chain has a hole. A member
that this node does not speak with, or cut off, gets nothing; once it is taken in, all that is meant for it. What was taken back,
or is for who is out, and still waits here, does not go.
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
from longarm.exchange.operation.entry import Entry, Put, Remove, Stub, TakeBack, own
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
    _note_lead(found.row, made)
    for fingerprint in made.members:
        to = spoken_with(fingerprint)
        if to is None or fingerprint == us:
            continue
        wanted = _wanted(made, mine, fingerprint, to)
        waits = Given.objects.filter(entry__operation=found.row, to=to, letter__delivered_at=None, letter__isnull=False)
        _drop(waits.exclude(entry_id__in=[row.id for row, what in wanted if isinstance(what, Entry)]).filter(whole=True))
        _drop(waits.exclude(entry_id__in=[row.id for row, _ in wanted]))
        before = dict(Given.objects.filter(entry__operation=found.row, to=to).values_list("entry_id", "whole"))
        for row, what in wanted:
            if row.id not in before or (isinstance(what, Entry) and not before[row.id]):
                _put_out(row, what, to, now)
                count += 1
    return count


def _wanted(
    made: Board, mine: list[tuple[BoardEntry, Entry]], fingerprint: str, to: Member
) -> list[tuple[BoardEntry, Entry | Stub]]:
    """What is meant for it now. Who is out hears that, from us where we said so, and that it may not use any more what it got."""
    if made.members[fingerprint] in ("joined", "invited"):
        return [(row, what if _may_see(made, what, fingerprint) else what.stub()) for row, what in mine]
    got = set(Given.objects.filter(entry__in=[row for row, _ in mine], to=to, whole=True).values_list("entry_id", flat=True))
    pieces = {own(what.author, what.act.piece) for row, what in mine if row.id in got and isinstance(what.act, Put)}
    return [
        (row, what)
        for row, what in mine
        if (isinstance(what.act, Remove) and what.act.member == fingerprint)
        or (isinstance(what.act, TakeBack) and what.act.piece in pieces)
    ]


def _note_lead(row: Operation, made: Board) -> None:
    """As the board says, once somebody looks: whose removals count while nobody does."""
    lead = row_of(made.lead) if made.lead else None
    if row.lead_id != (lead.id if lead else None):
        row.lead = lead
        row.save(update_fields=["lead"])


def _write_anew(operation: Operation, now: datetime) -> None:
    """What waited so long that it would soon be too old to be taken goes once more, as if it had never been put out."""
    old = Given.objects.filter(entry__operation=operation, letter__delivered_at=None, letter__made_at__lt=now - _WAITS)
    _drop(old.filter(letter__refused=""))


def hold_back(operation: Operation, member: Member) -> None:
    """Letters to who is out that still wait here do not go."""
    _drop(Given.objects.filter(entry__operation=operation, to=member, letter__delivered_at=None, letter__isnull=False))


def invited_again(operation: Operation, member: Member) -> None:
    """It may have deleted what it had: once somebody looks, all that is meant for it goes again. Twice is once there."""
    given = Given.objects.filter(entry__operation=operation, to=member)
    given.exclude(letter__isnull=False, letter__delivered_at=None).delete()


def refused_again(operation: Operation, member: Member) -> None:
    """What it refused for good goes once more when things are given next: what stood in the way was mended, people say."""
    refused = Given.objects.filter(entry__operation=operation, to=member, letter__delivered_at=None)
    _drop(refused.exclude(letter__refused="").exclude(letter=None))


def _drop(waiting: QuerySet[Given]) -> None:
    letters = list(waiting.values_list("letter_id", flat=True))
    Given.objects.filter(letter__in=letters).delete()
    Outgoing.objects.filter(id__in=letters).delete()


def _may_see(made: Board, what: Entry, fingerprint: str) -> bool:
    piece = made.pieces.get(own(what.author, what.act.piece)) if isinstance(what.act, Put) else None
    if piece is not None and piece.taken_back:
        return False
    return fingerprint in readers(made, what)


def _put_out(row: BoardEntry, what: Entry | Stub, to: Member, now: datetime) -> None:
    number, whole = secrets.token_bytes(16), isinstance(what, Entry)
    letter = write(party(), card_in(to), KIND, turn(what), now=now, sealed=True, number=number)
    out = Outgoing.objects.create(number=number, operation=row.operation, to=to, letter=letter, made_at=now, next_at=now)
    Given.objects.update_or_create(entry=row, to=to, defaults={"whole": whole, "letter": out})
