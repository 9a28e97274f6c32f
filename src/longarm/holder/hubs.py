"""Whose logs count here when reports in escrow are to be opened: hubs, taken in by a fingerprint that was compared by voice."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from longarm.errors import Unsound
from longarm.exchange.card import Card, must_follow, read_card
from longarm.exchange.log.head import Head
from longarm.holder.lines import note
from longarm.holder.members import heard_card
from longarm.holder.models import Hub, ShownHead
from longarm.keys.node import fingerprint_given


class HubView(NamedTuple):
    card: Card
    since: datetime
    cut_off_at: datetime | None


def add(data: bytes, compared: str, now: datetime) -> HubView:
    """Takes a hub in, or takes it back, or its newer card. Raises BadInput as `members.add` does."""
    card = heard_card(data, compared, "hub")
    with transaction.atomic():
        before = Hub.objects.select_for_update().filter(fingerprint=card.fingerprint).first()
        must_follow(card, bytes(before.card) if before else None)
        row, _ = Hub.objects.update_or_create(
            fingerprint=card.fingerprint,
            defaults={"card": data, "cut_off_at": None},
            create_defaults={"card": data, "cut_off_at": None, "since": now},
        )
        note("hub-added", None, now)
    return _view(row)


def cut_off(fingerprint: str, now: datetime) -> HubView | None:
    """Its log counts no more. None when there is no such hub. Twice is once."""
    with transaction.atomic():
        row = Hub.objects.select_for_update().filter(fingerprint=fingerprint_given(fingerprint)).first()
        if row is None:
            return None
        if row.cut_off_at is None:
            row.cut_off_at = now
            row.save(update_fields=["cut_off_at"])
            note("hub-cut-off", None, now)
    return _view(row)


def everybody() -> tuple[HubView, ...]:
    return tuple(map(_view, Hub.objects.order_by("id")))


def of(head: Head) -> Card:
    """The hub that signed `head`. Raises Unsound when it is none of ours."""
    for row in Hub.objects.filter(cut_off_at=None).order_by("id"):
        card = read_card(bytes(row.card))
        if head.signed_by(card):
            return card
    raise Unsound("escrow-log")


def saw(hub: Card, head: Head, now: datetime) -> None:
    """Keeps the head. Raises Unsound when the hub signed another root for this size: both are kept, as evidence."""
    with transaction.atomic():
        row = Hub.objects.get(fingerprint=hub.fingerprint)
        made = {"at": head.at, "signature": head.signature, "shown_at": now}
        _, new = ShownHead.objects.get_or_create(hub=row, size=head.size, root=head.root, defaults=made)
        two = ShownHead.objects.filter(hub=row, size=head.size).count() > 1
        if two and new:
            note("hub-two-logs", None, now)
    if two:
        raise Unsound("escrow-log")


def _view(row: Hub) -> HubView:
    return HubView(read_card(bytes(row.card)), row.since, row.cut_off_at)
