"""What the team of a case sees: whether its report is kept closed, for how many others it waits, and who named the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple
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

MOST_OF_ONE: Final = 5  # reports of one member that opened with one of ours, the newest: a flood must not bury the others


class More(NamedTuple):
    """Of `called` `number` reports more opened than are shown, all about `value`."""

    called: str
    value: str
    number: int


class Kept(NamedTuple):
    """`others`: how many others there must be, 0 where no complainant wishes a report. `lodged`: reports at the hub, of
    `reports`. `opened`: what opened, as hits are shown; a `contact` of None: its member sealed it wrongly and can be asked."""

    others: int
    reports: int
    lodged: int
    opened: tuple[HitView, ...]
    more: tuple[More, ...] = ()


def kept_closed(actor: Actor, case: UUID) -> Kept | None:
    """None where escrow is not offered. The look is recorded where something opened. Raises NotFound as `open_for`."""
    if not offered():
        return None
    opened = open_for(actor, case)
    rows = list(Escrowed.objects.filter(case_id=case))
    with transaction.atomic():
        shown = [each for row in rows for each in _views(opened, row)]
        found = tuple(each for each in shown if isinstance(each, HitView))
        if found:
            EscrowOpened.objects.filter(escrowed__in=rows, looked_at=None).update(looked_at=timezone.now())
            record(actor.user, "escrow-seen", organisation=actor.organisation, case=case, count=str(len(found)))
    lodged = sum(row.posted_at is not None for row in rows)
    more = tuple(each for each in shown if isinstance(each, More))
    return Kept(max(0, wished(opened) - 1), len(rows), lodged, found, more)


def all_kept(actor: Actor) -> tuple[tuple[UUID, Kept], ...]:
    """Of every case of the actor that has or had such a report, by case; each case's look is recorded as `kept_closed` does."""
    cases = CaseKey.objects.filter(user_id=actor.user, case__escrowed__isnull=False).values_list("case_id", flat=True)
    found = [(case, kept_closed(actor, case)) for case in sorted(set(cases))]
    return tuple((case, kept) for case, kept in found if kept is not None)


def _views(opened: OpenCase, row: Escrowed) -> Iterator[HitView | More]:
    about, of_each = about_of(opened, row), Counter[str]()
    for one in EscrowOpened.objects.filter(escrowed=row).order_by("-made_at"):
        told = _told(about, one)
        of_each[told.report.member] += 1
        if of_each[told.report.member] > MOST_OF_ONE:
            continue
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
    for member, number in of_each.items():
        if number > MOST_OF_ONE:
            yield More(members.called(member), about.normal, number - MOST_OF_ONE)


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
