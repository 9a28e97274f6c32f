"""The open visits of a person: seen and ended by that person, or ended by who administers. No address, no browser is known."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.node import record
from longarm.casework.people.visits import IDLE, LONGEST, end_visits
from longarm.casework.refusals import NotFound
from longarm.store.models import Session, User


class OpenVisit(NamedTuple):
    """`id` names it and opens nothing. `proved_at`: the passphrase was last given then. `this`: the one that looks."""

    id: str
    since: datetime
    used_at: datetime
    proved_at: datetime
    this: bool


def own_visits(actor: Actor) -> tuple[OpenVisit, ...]:
    """Those of the actor that still open something, this one first, then the last used."""
    rows = _open(actor.user).order_by("-seen_at")
    seen = [
        OpenVisit(bytes(row.tag).hex(), row.ends_at - LONGEST, row.seen_at, row.made_at, bytes(row.tag) == actor.visit)
        for row in rows
    ]
    return tuple(sorted(seen, key=lambda visit: not visit.this))


def end_own_visit(actor: Actor, visit: str) -> None:
    """Raises ProveAgain where the actor did not show lately who that is, NotFound for a visit that is over or another's."""
    actor.must_be_fresh()
    try:
        tag = bytes.fromhex(visit)
    except ValueError:
        raise NotFound("people-no-such-visit") from None
    with transaction.atomic():
        gone, _ = Session.objects.filter(user_id=actor.user, tag=tag).delete()
        if not gone:
            raise NotFound("people-no-such-visit")
        record(actor.user, "visits-ended", organisation=actor.organisation, object=actor.user, visits="1")


def end_other_visits(actor: Actor) -> int:
    """Every visit of the actor but this one. Returns how many. Raises ProveAgain as `end_own_visit` does."""
    actor.must_be_fresh()
    with transaction.atomic():
        gone = end_visits(actor.user, but=actor.visit)
        record(actor.user, "visits-ended", organisation=actor.organisation, object=actor.user, visits=str(gone))
    return gone


def visits_of(actor: Actor, user: UUID) -> int:
    """How many a colleague has open. Raises NotAllowed unless the actor administers."""
    actor.must_be("admin")
    return _open(user).filter(user__organisation_id=actor.organisation).count()


def end_visits_of(actor: Actor, user: UUID) -> int:
    """Ends those of a colleague: a telephone was taken, a computer was left open. Returns how many.

    Raises NotAllowed unless the actor administers, ProveAgain as `end_own_visit` does, NotFound for nobody of the organisation.
    """
    actor.must_be("admin")
    actor.must_be_fresh()
    with transaction.atomic():
        if not User.objects.filter(id=user, organisation_id=actor.organisation).exists():
            raise NotFound("casework-no-such-user")
        gone = end_visits(user, but=actor.visit)
        record(actor.user, "visits-ended", organisation=actor.organisation, object=user, visits=str(gone))
    return gone


def _open(user: UUID) -> QuerySet[Session]:
    now = timezone.now()
    return Session.objects.filter(user_id=user, whole=True, ends_at__gte=now, seen_at__gte=now - IDLE)
