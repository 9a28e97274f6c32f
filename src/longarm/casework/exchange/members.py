"""Whom this node speaks with: taken in with the fingerprint that was compared by voice, cut off at once.

Nobody can add a member for this node: a hub may show cards, but a card from there is a name and no trust.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.exchange.another_hub import another_hub
from longarm.casework.exchange.parties import card_in, open_card, own_card, party, seal_card, tag_of
from longarm.casework.node import record
from longarm.errors import BadInput
from longarm.exchange.card import Card, must_follow, read_card
from longarm.keys.node import fingerprint_given
from longarm.store.models import Member


class MemberView(NamedTuple):
    id: UUID
    card: Card
    since: datetime
    cut_off_at: datetime | None


def add(actor: Actor | None, data: bytes, compared: str) -> MemberView:
    """Takes a party in, or takes it back, or its newer card. `compared`: its fingerprint as it was heard, not as it was read.

    `actor` None: whoever types commands at the machine. Raises NotAllowed unless the actor administers, BadInput when the card
    is none, is this node's own, older than the one that is here, or has another fingerprint.
    """
    if actor is not None:
        actor.must_be("admin")
    card = read_card(data)
    if card.fingerprint == party().fingerprint:
        raise BadInput("exchange-own-card")
    if fingerprint_given(compared) != card.fingerprint:
        raise BadInput("exchange-fingerprint-differs", organisation=card.organisation)
    with transaction.atomic():
        before = Member.objects.select_for_update().filter(tag=tag_of(card.fingerprint)).first()
        must_follow(card, open_card(before) if before else None)
        used = _hubs().first()
        row = before or Member(tag=tag_of(card.fingerprint), since=timezone.now())
        row.role, row.cut_off_at, row.by_id = Member.Role(card.role), None, actor.user if actor else None
        row.card_sealed = seal_card(row, data)
        row.save()
        if _hubs().first() != used:
            another_hub(used)
        record(
            actor.user if actor else None, "member-taken-in", organisation=actor.organisation if actor else None, object=row.id
        )
    return _view(row)


def cut_off(actor: Actor | None, fingerprint: str) -> MemberView:
    """From this moment on nothing is sent to it and nothing of it is taken. Twice is once.

    Raises NotAllowed unless the actor administers, BadInput when there is no such member.
    """
    if actor is not None:
        actor.must_be("admin")
    with transaction.atomic():
        row = _others().select_for_update().filter(tag=tag_of(fingerprint_given(fingerprint))).first()
        if row is None:
            raise BadInput("exchange-no-such-member")
        if row.cut_off_at is None:
            used, row.cut_off_at = _hubs().first(), timezone.now()
            row.save(update_fields=["cut_off_at"])
            if row == used:
                another_hub(None)
            record(
                actor.user if actor else None, "member-cut-off", organisation=actor.organisation if actor else None, object=row.id
            )
    return _view(row)


def everybody(actor: Actor | None = None) -> tuple[MemberView, ...]:
    """All of them, those cut off too, by name. Raises NotAllowed for who neither administers nor works cases nor audits."""
    if actor is not None:
        actor.must_be("admin", "coordinator", "caseworker", "auditor")
    return tuple(sorted((_view(row) for row in _others()), key=lambda one: (one.card.role, one.card.organisation)))


def card_of(fingerprint: str) -> Card | None:
    """The card of a member that is not cut off: whose letters are read."""
    row = _others().filter(tag=tag_of(fingerprint), cut_off_at=None).first()
    return card_in(row) if row else None


def cards() -> tuple[Card, ...]:
    """Of everybody who is not cut off."""
    return tuple(map(card_in, _others().filter(cut_off_at=None).order_by("since")))


def own_states() -> tuple[str, ...]:
    """The states on this node's card. Raises BadInput when it has none yet."""
    return read_card(own_card()).states


def called(fingerprint: str) -> str:
    """Its name, cut off or not; the beginning of the fingerprint where it is not on the list."""
    row = _others().filter(tag=tag_of(fingerprint)).first()
    return card_in(row).organisation if row else fingerprint[:16]


def uses_a_hub() -> bool:
    return _hubs().exists()


def hub() -> Card:
    """The hub that is used: the one taken in last. Raises BadInput when there is none."""
    row = _hubs().first()
    if row is None:
        raise BadInput("exchange-no-hub")
    return card_in(row)


def hubs_before() -> dict[UUID, Card]:
    """The hubs that are not cut off and not used any more."""
    return {row.id: card_in(row) for row in _hubs()[1:]}


def holders() -> dict[str, Card]:
    """The key holders by fingerprint."""
    rows = _others().filter(role=Member.Role.HOLDER, cut_off_at=None)
    return {card.fingerprint: card for card in map(card_in, rows)}


def row_of(fingerprint: str) -> Member | None:
    return _others().filter(tag=tag_of(fingerprint)).first()


def _hubs() -> QuerySet[Member]:
    """The one that is used first."""
    return _others().filter(role=Member.Role.HUB, cut_off_at=None).order_by("-since")


def _others() -> QuerySet[Member]:
    return Member.objects.exclude(role=Member.Role.OWN)


def _view(row: Member) -> MemberView:
    return MemberView(row.id, card_in(row), row.since, row.cut_off_at)
