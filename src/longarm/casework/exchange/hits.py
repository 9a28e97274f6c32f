"""Who else holds a case that names the same: fetched from the hub without any case key, read by the case's team only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils import timezone
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, open_for
from longarm.casework.exchange import members
from longarm.casework.exchange.asking import ask
from longarm.casework.exchange.parties import party
from longarm.casework.exchange.probes import planted_by
from longarm.casework.exchange.tokens import About, about_of, tag_of
from longarm.casework.node import record
from longarm.errors import Unsound
from longarm.exchange.hub.bodies import FetchHits, Hits
from longarm.exchange.hub.bodies import Hit as Told
from longarm.exchange.hub.envelope import Contact
from longarm.exchange.token import Token, open_envelope
from longarm.store.models import CaseKey, Escrowed, Hit, Registered

_MOST_PAGES: Final = 500  # of one round: a hub that makes up hits without end holds nobody up; the next round goes on


class HitView(NamedTuple):
    """`identifier`: of the case; `other`: fingerprint of the node, empty where so many hold the same that it was set aside.

    `contact` None: what came with it does not open. Somebody registered the token without naming the identifier, or the hub
    changed it; such a hit is no proof that anybody holds anything. `known`: the other node is on this node's list.
    """

    id: UUID
    case: UUID
    identifier: str
    kind: str
    value: str
    other: str
    called: str
    known: bool
    contact: Contact | None
    reference: bytes
    at: datetime
    looked_at: datetime | None


def fetch() -> int:
    """Everything that waits at the hub, stored before it is acknowledged. Returns how many hits are new here.

    Raises BadInput without a hub, Unsound when it is away, Refused when it does not take us.
    """
    hub, new = members.hub(), 0
    seen: tuple[bytes, ...] = ()
    for _ in range(_MOST_PAGES):
        page = ask(hub, "hits", FetchHits(seen), Hits).said
        seen = tuple(hit.id for hit in page.hits)
        if not seen:
            return new
        with transaction.atomic():
            new += sum(_keep(hit) for hit in page.hits)
    return new


def hits_of(actor: Actor, case: UUID) -> tuple[HitView, ...]:
    """The hits of a case, the newest first; the look is recorded where there is one. Raises NotFound as `open_for`."""
    opened = open_for(actor, case)
    with transaction.atomic():
        found = tuple(_views(opened))
        if found:
            Hit.objects.filter(registered__case_id=case, looked_at=None).update(looked_at=timezone.now())
            record(actor.user, "hits-seen", organisation=actor.organisation, case=case, count=str(len(found)))
    return found


def all_hits(actor: Actor) -> tuple[HitView, ...]:
    """Of every case of the actor, the newest first; each case's look is recorded."""
    cases = CaseKey.objects.filter(user_id=actor.user, case__registered__hits__isnull=False)
    found = [hit for case in cases.values_list("case_id", flat=True).distinct() for hit in hits_of(actor, case)]
    return tuple(sorted(found, key=lambda hit: hit.at, reverse=True))


def case_of(reference: bytes) -> UUID | None:
    """The case that an envelope of this node, or a report of it in escrow, spoke of: `Contact.reference`."""
    if len(reference) != 16:
        return None
    spoken = UUID(bytes=reference)
    row = Registered.objects.filter(id=spoken).first() or Escrowed.objects.filter(id=spoken).first()
    return row.case_id if row else None


def _keep(hit: Told) -> int:
    """Sealed to each registration of the token; one that was let go meanwhile keeps nothing."""
    new = 0
    for row in Registered.objects.filter(tag=tag_of(hit.token)):
        sealed = SealedBox(PublicKey(bytes(row.public))).encrypt(msgspec.msgpack.encode(hit))
        _, made = Hit.objects.get_or_create(registered=row, number=hit.id, defaults={"about_sealed": sealed})
        if made and row.case is None:
            record(None, "probe-met", organisation=planted_by(row), object=row.id)
        elif made and row.case is not None:
            record(None, "hit-arrived", organisation=row.case.organisation_id, case=row.case_id)
        new += made
    return new


def _views(opened: OpenCase) -> Iterator[HitView]:
    rows = Hit.objects.filter(registered__case_id=opened.id).select_related("registered").order_by("-made_at")
    for row in rows:
        about = about_of(opened, row.registered)
        told = _told(about, row)
        known = members.card_of(told.other) if told.other else None
        yield HitView(
            id=row.id,
            case=opened.id,
            identifier=about.identifier,
            kind=about.kind,
            value=about.normal,
            other=told.other,
            called=members.called(told.other) if told.other else "",
            known=known is not None,
            contact=_contact(about, told),
            reference=row.registered.id.bytes,
            at=told.at,
            looked_at=row.looked_at,
        )


def _told(about: About, row: Hit) -> Told:
    """Raises Unsound when the row was changed or moved from outside."""
    try:
        plain = SealedBox(PrivateKey(about.private)).decrypt(bytes(row.about_sealed))
    except CryptoError:
        raise Unsound("keys-content-altered", field="hit") from None
    told = msgspec.msgpack.decode(plain, type=Told)
    if told.token != about.token or told.id != bytes(row.number):
        raise Unsound("keys-content-altered", field="hit")
    return told


def _contact(about: About, told: Told) -> Contact | None:
    if told.other in ("", party().fingerprint):  # our own envelope, handed back to us, would open
        return None
    try:
        plain = open_envelope(Token(about.token, about.envelope_key), told.other, told.envelope)
        return msgspec.msgpack.decode(plain, type=Contact)
    except (Unsound, msgspec.DecodeError):
        return None
