"""A hub that showed two logs which cannot be one is given nothing new until a person decided: cut it off, or go on with it.

What was let go is still withdrawn and hits are still fetched: that takes from the hub, and gives it nothing.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.exchange import members
from longarm.casework.exchange.another_hub import another_hub
from longarm.casework.node import record
from longarm.casework.refusals import Conflict
from longarm.errors import BadInput
from longarm.exchange.card import Card
from longarm.keys.node import fingerprint_given
from longarm.store.models import Member, SeenHead


class Doubt(NamedTuple):
    """Two heads that `hub` (its fingerprint) signed, `sizes` long. `told_by`: who was shown the second; empty: this node."""

    hub: str
    called: str
    sizes: tuple[int, int]
    told_by: str
    since: datetime


def in_doubt(hub: Card) -> bool:
    """Is nothing new given to it?"""
    row = members.row_of(hub.fingerprint)
    return row is not None and standing(row).exists()


def doubts(actor: Actor) -> tuple[Doubt, ...]:
    """Those that nobody decided about yet, also of a hub that was cut off. Raises NotAllowed as `members.everybody`."""
    hubs = {one.id: one.card for one in members.everybody(actor) if one.card.role == "hub"}
    rows = SeenHead.objects.filter(hub__in=hubs, settled_at=None).exclude(against=None).select_related("against", "told_by")
    return tuple(_view(row, hubs[row.hub_id]) for row in rows.order_by("seen_at"))


def doubtful(actor: Actor) -> bool:
    """For who can do something about it: is a hub of this node, not cut off, in doubt?"""
    if not (actor.administers or actor.role == "coordinator"):
        return False
    return SeenHead.objects.filter(hub__cut_off_at=None, settled_at=None).exclude(against=None).exists()


def settle(actor: Actor, hub: str, reason: str) -> None:
    """The hub is used again, from the log it shows from now on; both heads stay as evidence. It is told everything once more: one
    that was restored from a copy has forgotten some. `hub`: its fingerprint.

    Raises NotAllowed unless the actor administers, BadInput without such a hub or a reason, Conflict where nothing is in doubt.
    """
    actor.must_be("admin")
    given = fingerprint_given(hub)
    row = members.row_of(given)
    if row is None or row.role != Member.Role.HUB:
        raise BadInput("exchange-no-such-member")
    if not 0 < len(reason.strip()) <= 500:
        raise BadInput("exchange-reason")
    with transaction.atomic():
        if not standing(row).update(settled_at=timezone.now(), settled_by_id=actor.user):
            raise Conflict("hit-doubt-none")
        if members.uses_a_hub() and members.hub().fingerprint == given:
            another_hub(None)
        record(actor.user, "hub-used-again", organisation=actor.organisation, object=row.id, reason=reason.strip())


def standing(row: Member) -> QuerySet[SeenHead]:
    """The heads of a hub that contradict another, and that nobody decided about."""
    return SeenHead.objects.filter(hub=row, settled_at=None).exclude(against=None)


def settled_at(row: Member) -> datetime | None:
    """When a person last decided to go on with a hub: heads from before say nothing of its log of now."""
    found: datetime | None = SeenHead.objects.filter(hub=row).aggregate(last=Max("settled_at"))["last"]
    return found


def _view(row: SeenHead, card: Card) -> Doubt:
    from longarm.casework.exchange.parties import card_in

    sizes = (row.against.size if row.against else 0, row.size)
    told_by = card_in(row.told_by).organisation if row.told_by else ""
    return Doubt(card.fingerprint, card.organisation, sizes, told_by, row.seen_at)
