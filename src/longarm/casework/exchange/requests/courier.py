"""Letters go out until they have arrived: in their order, with growing pauses while the other node is away.
Long: one delivery, with all that can come between.

A letter that was delivered but not noted so (a crash between) goes again and gets the same answer. Files go piece by piece after
the letter that speaks of them; the other node says how much it has, and it goes on from there.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final, NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from longarm.casework.after_restore import held_cases
from longarm.casework.exchange.heads import heard
from longarm.casework.exchange.parties import card_in, party
from longarm.casework.exchange.requests.again import number_on
from longarm.casework.exchange.requests.held import held_requests
from longarm.casework.exchange.requests.moving_on import move
from longarm.casework.exchange.requests.opened import lock_both
from longarm.casework.exchange.requests.peers import card_of, sender_of
from longarm.casework.exchange.requests.recalling import nobody_had_it, written_anew
from longarm.casework.node import node, record
from longarm.errors import BadInput, LongarmError, Unsound
from longarm.exchange.card import Card
from longarm.exchange.letter import CARRIED, body, read, write
from longarm.exchange.refused import Code, Refused
from longarm.exchange.request.bodies import MOST_PIECE, PIECE, TAKEN, Piece, Taken
from longarm.store.models import Attachment, Case, Member, Outgoing
from longarm.store.vault import path_of
from longarm.transport import letters

Send = Callable[[Card, bytes], bytes]
_FIRST: Final = timedelta(minutes=1)
_LONGEST: Final = timedelta(hours=6)
# What sending again does not mend: a person looks at it.
_FOR_GOOD: Final[frozenset[Code]] = frozenset(
    ("truncated", "too-large", "wrong-version", "bad-signature", "wrong-kind", "bad-body", "not-allowed")
)
_LIVE: Final = (Attachment.State.WHOLE, Attachment.State.SOUND)


class Delivered(NamedTuple):
    letters: int = 0
    pieces: int = 0
    waiting: int = 0
    refused: int = 0

    def plus(self, **more: int) -> Delivered:
        return self._replace(**{name: getattr(self, name) + number for name, number in more.items()})


def deliver(send: Send | None = None) -> Delivered:
    """Everything that is due now, to every node that has an address. What cannot be delivered waits."""
    done = Delivered()
    written_anew(timezone.now())
    due = Outgoing.objects.filter(delivered_at=None, refused="", receipt=False, next_at__lte=timezone.now())
    waiting = {*due.values_list("to", flat=True), *_with_pieces()}
    for to in Member.objects.filter(id__in=waiting, cut_off_at=None).order_by("since"):
        card = card_in(to)
        if card.address:
            done = _to_one(to, card, send or letters.send, done)
    return done._replace(waiting=Outgoing.objects.filter(delivered_at=None, refused="", receipt=False).count())


def _to_one(to: Member, card: Card, send: Send, done: Delivered) -> Delivered:
    """In order; the first that the other node cannot take now ends the round for it."""
    rows, held = Outgoing.objects.filter(to=to, delivered_at=None, refused="", receipt=False).order_by("id"), held_requests()
    for row in rows:
        if row.request_id in held:
            continue
        try:
            answered(send(card, bytes(row.letter)), timezone.now())
            done = done.plus(letters=1)
        except Refused as fault:
            if fault.code == "unknown" and nobody_had_it(row):
                Outgoing.objects.filter(id=row.id).update(delivered_at=timezone.now(), letter=b"")
                continue
            if fault.code not in _FOR_GOOD:
                _later(row)
                return done
            _note_refused(row, fault.code)
            done = done.plus(refused=1)
        except (Unsound, BadInput):
            _later(row)
            return done
    for file in unsent(to):
        try:
            done = done.plus(pieces=_pieces(card, file, send))
        except (Unsound, BadInput):
            return done
    return done


def _pieces(card: Card, file: Attachment, send: Send) -> int:
    count = 0
    while file.arrived < file.stored:
        before = file.arrived
        answered(send(card, piece_letter(card, file, file.arrived, timezone.now())), timezone.now())
        count += 1
        file.refresh_from_db()
        if file.arrived <= before:  # it has lost some, or does not go on: the next round begins there
            break
    return count


def answered(data: bytes, now: datetime) -> None:
    """Notes what the other node says it has. Twice is once. Raises Refused for what is no answer to a letter of ours."""
    letter = read(data, party(), card_of, now=now, kinds=(TAKEN,), tolerance=CARRIED, sealed=True)
    taken = body(letter, Taken)
    _compare_heads(letter.sender, taken)
    with transaction.atomic():
        sender = sender_of(letter.sender)
        if taken.file:
            there = Attachment.objects.filter(vault_name=taken.file, ours=True, request__peer=sender)
            there.filter(stored__gte=taken.have).update(arrived=taken.have)
            return
        row = Outgoing.objects.filter(number=taken.number, to=sender).first()
        if row is None:
            raise Refused("unknown")
        request = lock_both(row.request_id) if row.request_id else None
        row = Outgoing.objects.select_for_update().get(id=row.id)
        if row.delivered_at is not None:
            return
        number_on(sender, taken.heard)
        row.delivered_at = now  # the letter stays until nobody could ask for it again
        row.save(update_fields=["delivered_at"])
        if request is not None:
            move(request, "arrive", "asked", now)
            request.save(update_fields=["state", "changed_at"])
            organisation = Case.objects.values_list("organisation_id", flat=True).get(id=request.case_id)
            record(None, "request-delivered", organisation=organisation, case=request.case_id, object=request.id)


def _compare_heads(sender: str, taken: Taken) -> None:
    """Before the letter is noted as delivered: a crash lets it come again. What is wrong stands in the record and on the page of
    other organisations; the letter was delivered all the same. A hub that is away now is asked when the next head comes."""
    with suppress(LongarmError):
        heard(sender, taken.hub, taken.heads)


def piece_letter(card: Card, file: Attachment, at: int, now: datetime) -> bytes:
    with path_of(node().vault, file.vault_name).open("rb") as source:
        source.seek(at)
        data = source.read(MOST_PIECE)
    said = Piece(file.request_id.bytes, file.vault_name, at, data)
    return write(party(), card, PIECE, said, now=now, sealed=True, number=secrets.token_bytes(16))


def unsent(to: Member, *, together: bool = False) -> list[Attachment]:
    """Our files of which the other node has not all, once it has the letter that speaks of them; `together`: or gets it now."""
    rows = Attachment.objects.filter(ours=True, state__in=_LIVE, request__peer=to, request__paper=False).order_by("made_at")
    rows = rows.exclude(held_cases())
    waiting = set(Outgoing.objects.filter(to=to, delivered_at=None, refused="").values_list("request_id", flat=True))
    return [row for row in rows if row.arrived < row.stored and (together or row.request_id not in waiting)]


def _with_pieces() -> list[UUID]:
    rows = Attachment.objects.filter(ours=True, state__in=_LIVE, request__paper=False, arrived__lt=F("stored"))
    return [peer for peer in rows.values_list("request__peer", flat=True) if peer]


def _later(row: Outgoing) -> None:
    pause = min(_FIRST * 2 ** min(row.tries, 12), _LONGEST)
    Outgoing.objects.filter(id=row.id).update(tries=row.tries + 1, next_at=timezone.now() + pause)


def _note_refused(row: Outgoing, code: Code) -> None:
    with transaction.atomic():
        Outgoing.objects.filter(id=row.id).update(refused=code, letter=b"")
        if row.request is not None:
            organisation = row.request.case.organisation_id
            record(
                None,
                "request-undeliverable",
                organisation=organisation,
                case=row.request.case_id,
                object=row.request_id,
                why=code,
            )
        if row.operation is not None:
            organisation = row.operation.organisation_id
            record(
                None, "operation-undeliverable", organisation=organisation, object=row.operation_id, to=str(row.to_id), why=code
            )
