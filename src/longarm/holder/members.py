"""Whom this holder evaluates for: added with the fingerprint that was compared by voice, cut off at once."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from longarm.errors import BadInput
from longarm.exchange.card import Card, must_follow, read_card
from longarm.holder.budget import ELEMENTS_A_DAY
from longarm.holder.lines import note
from longarm.holder.models import Member, Spent
from longarm.keys.node import fingerprint_given


class MemberView(NamedTuple):
    """`budget`: elements a day; `spent`: of today's."""

    card: Card
    since: datetime
    cut_off_at: datetime | None
    budget: int
    spent: int


def heard_card(data: bytes, compared: str, role: str) -> Card:
    """The card, when its fingerprint is the one that was heard. Raises BadInput as `add` does."""
    card = read_card(data)
    if card.role != role:
        raise BadInput("keyholder-not-a-node", organisation=card.organisation)
    if fingerprint_given(compared) != card.fingerprint:
        raise BadInput("keyholder-fingerprint-differs", organisation=card.organisation)
    return card


def add(data: bytes, compared: str, now: datetime, budget: int = 0) -> MemberView:
    """Takes the node of a card in, or takes it back; the same fingerprint with another card takes its place.

    `compared`: the fingerprint as it was heard. `budget`: elements a day, 0 for what everybody has.
    Raises BadInput when the card is none, of no node, older than the one that is here, or
    the fingerprint another.
    """
    card = heard_card(data, compared, "node")
    with transaction.atomic():
        before = Member.objects.select_for_update().filter(fingerprint=card.fingerprint).first()
        must_follow(card, bytes(before.card) if before else None)
        values = {"card": data, "cut_off_at": None, "budget": budget}
        row, _ = Member.objects.update_or_create(
            fingerprint=card.fingerprint, defaults=values, create_defaults={**values, "since": now}
        )
        note("member-added", row, now)
    return _view(row, now)


def cut_off(compared: str, now: datetime) -> MemberView:
    """From now on it is refused. Raises BadInput when there is no such member. Twice is once."""
    with transaction.atomic():
        row = Member.objects.select_for_update().filter(fingerprint=fingerprint_given(compared)).first()
        if row is None:
            raise BadInput("keyholder-no-such-member", fingerprint=compared[:100])
        if row.cut_off_at is None:
            row.cut_off_at = now
            row.save(update_fields=["cut_off_at"])
            note("member-cut-off", row, now)
    return _view(row, now)


def everybody(now: datetime) -> tuple[MemberView, ...]:
    return tuple(_view(row, now) for row in Member.objects.order_by("id"))


def _view(row: Member, now: datetime) -> MemberView:
    spent = Spent.objects.filter(member=row, day=now.date()).values_list("elements", flat=True).first()
    return MemberView(read_card(bytes(row.card)), row.since, row.cut_off_at, row.budget or ELEMENTS_A_DAY, spent or 0)
