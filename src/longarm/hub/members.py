"""Whom this hub serves: added with the fingerprint that was compared by voice, cut off at once.

`holder.members` looks much the same, and stays apart: the two services know neither each other nor each other's tables. What is
one thing for both (the card, that a newer one must follow, the fingerprint as heard) is in `exchange.card` and `keys.node`.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from longarm.errors import BadInput
from longarm.exchange.card import Card, must_follow, read_card
from longarm.hub import companies
from longarm.hub.lines import note
from longarm.hub.models import Apart, Member
from longarm.keys.node import fingerprint_given


class MemberView(NamedTuple):
    card: Card
    since: datetime
    cut_off_at: datetime | None
    entries_a_day: int


def add(data: bytes, compared: str, now: datetime, entries_a_day: int = 0) -> MemberView:
    """Takes the node of a card in, or takes it back; the same fingerprint with a newer card takes its place.

    `compared`: the fingerprint as it was heard. Raises BadInput when the card is none, of no node, older than
    the one that is here, or the fingerprint another.
    """
    card = read_card(data)
    if card.role != "node":
        raise BadInput("hub-not-a-node", organisation=card.organisation)
    if fingerprint_given(compared) != card.fingerprint:
        raise BadInput("hub-fingerprint-differs", organisation=card.organisation)
    with transaction.atomic():
        before = Member.objects.select_for_update(no_key=True).filter(fingerprint=card.fingerprint).first()
        must_follow(card, bytes(before.card) if before else None)
        values = {"card": data, "cut_off_at": None, "entries_a_day": entries_a_day}
        row, _ = Member.objects.update_or_create(
            fingerprint=card.fingerprint, defaults=values, create_defaults={**values, "since": now}
        )
        if before and before.cut_off_at is not None:
            companies.look_again(row)
        note("member-added", row, now)
    return view(row)


def cut_off(fingerprint: str, now: datetime) -> MemberView:
    """From now on it is refused, and of its hits that nobody was told of nobody is told while it is cut off.

    Raises BadInput when there is no such member. Twice is once.
    """
    with transaction.atomic():
        row = Member.objects.select_for_update(no_key=True).filter(fingerprint=fingerprint).first()
        if row is None:
            raise BadInput("hub-no-such-member", fingerprint=fingerprint[:64])
        if row.cut_off_at is None:
            row.cut_off_at = now
            row.save(update_fields=["cut_off_at"])
            companies.forget_untold(row)
            note("member-cut-off", row, now)
    return view(row)


def everybody() -> tuple[MemberView, ...]:
    return tuple(view(row) for row in Member.objects.order_by("id"))


def set_apart(row: Member, others: tuple[str, ...]) -> None:
    """Whom this member is never matched with, from now on; inside the caller's transaction. Unknown ones are let go.

    Who was told of something of the other stays seen: it is told too.
    """
    before = set(Apart.objects.filter(member=row).values_list("other_id", flat=True))
    found = {other.id for other in Member.objects.filter(fingerprint__in=others).exclude(id=row.id)}
    if found != before:
        Apart.objects.filter(member=row).delete()
        Apart.objects.bulk_create(Apart(member=row, other_id=other) for other in sorted(found))
        companies.look_again(row)


def view(row: Member) -> MemberView:
    return MemberView(read_card(bytes(row.card)), row.since, row.cut_off_at, row.entries_a_day)
