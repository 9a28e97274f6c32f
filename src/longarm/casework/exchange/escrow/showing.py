"""What the team of a case sees: whether its report is kept closed, for how many others it waits, and who named the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils import timezone
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, open_for
from longarm.casework.exchange import members
from longarm.casework.exchange.escrow.making import About, about_of
from longarm.casework.exchange.escrow.offered import offered
from longarm.casework.exchange.escrow.opening import Told
from longarm.casework.exchange.escrow.wishes import wished
from longarm.casework.exchange.hits import HitView
from longarm.casework.node import record
from longarm.errors import Unsound
from longarm.exchange.escrow.opening import inside
from longarm.exchange.escrow.report import token_of
from longarm.exchange.hub.envelope import Contact
from longarm.store.models import CaseKey, Escrowed, EscrowOpened


class Kept(NamedTuple):
    """`others`: how many others there must be, 0 where no complainant wishes a report. `lodged`: reports at the hub, of
    `reports`. `opened`: what opened, as hits are shown; a `contact` of None: its member sealed it wrongly and can be asked."""

    others: int
    reports: int
    lodged: int
    opened: tuple[HitView, ...]


def kept_closed(actor: Actor, case: UUID) -> Kept | None:
    """None where escrow is not offered. The look is recorded where something opened. Raises NotFound as `open_for`."""
    if not offered():
        return None
    opened = open_for(actor, case)
    rows = list(Escrowed.objects.filter(case_id=case))
    with transaction.atomic():
        found = tuple(view for row in rows for view in _views(opened, row))
        if found:
            EscrowOpened.objects.filter(escrowed__in=rows, looked_at=None).update(looked_at=timezone.now())
            record(actor.user, "escrow-seen", organisation=actor.organisation, case=case, count=str(len(found)))
    lodged = sum(row.posted_at is not None for row in rows)
    return Kept(max(0, wished(opened) - 1), len(rows), lodged, found)


def all_kept(actor: Actor) -> tuple[tuple[UUID, Kept], ...]:
    """Of every case of the actor that has or had such a report, by case; each case's look is recorded as `kept_closed` does."""
    cases = CaseKey.objects.filter(user_id=actor.user, case__escrowed__isnull=False).values_list("case_id", flat=True)
    found = [(case, kept_closed(actor, case)) for case in sorted(set(cases))]
    return tuple((case, kept) for case, kept in found if kept is not None)


def _views(opened: OpenCase, row: Escrowed) -> Iterator[HitView]:
    about = about_of(opened, row)
    for one in EscrowOpened.objects.filter(escrowed=row).order_by("-made_at"):
        told = _told(about, one)
        yield HitView(
            id=one.id,
            case=opened.id,
            identifier=about.identifier,
            kind=about.kind,
            value=about.normal,
            other=told.report.member,
            called=members.called(told.report.member),
            known=members.card_of(told.report.member) is not None,
            contact=_contact(about, told),
            reference=row.id.bytes,
            at=one.made_at,
            looked_at=one.looked_at,
        )


def _told(about: About, one: EscrowOpened) -> Told:
    """Raises Unsound when the row was changed or moved from outside."""
    try:
        return msgspec.msgpack.decode(SealedBox(PrivateKey(about.private)).decrypt(bytes(one.about_sealed)), type=Told)
    except CryptoError:
        raise Unsound("keys-content-altered", field="escrow") from None


def _contact(about: About, told: Told) -> Contact | None:
    output = next((each for each in (about.output, *about.before) if token_of(each) == told.report.token), about.output)
    plain = inside(output, told.report, told.key)
    try:
        return msgspec.msgpack.decode(plain, type=Contact) if plain is not None else None
    except msgspec.DecodeError:
        return None
