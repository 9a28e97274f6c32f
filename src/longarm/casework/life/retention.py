"""How long closed cases are kept: the organisation's rule, what it will delete next, and the deleting itself."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.life.deletion import delete_expired
from longarm.casework.refusals import Conflict
from longarm.casework.rules import rules_of
from longarm.store.models import Case, Organisation


class Ending(NamedTuple):
    """A closed case of the actor's teams and the moment its time is over. `held`: a hold keeps it beyond."""

    case: UUID
    at: datetime
    held: bool


def ending(actor: Actor, within: timedelta = timedelta(days=30)) -> tuple[Ending, ...]:
    """The closed cases of the actor's teams whose time is over within `within`, soonest first; none without a rule."""
    days = rules_of(Organisation.objects.get(id=actor.organisation)).retention_days
    if days is None:
        return ()
    kept = timedelta(days=days)
    rows = Case.objects.filter(
        keys__user_id=actor.user, stage=Case.Stage.CLOSED, closed_at__lt=timezone.now() + within - kept
    ).order_by("closed_at")
    return tuple(Ending(row.id, row.closed_at + kept, row.held) for row in rows if row.closed_at)


def delete_what_expired() -> int:
    """Deletes the closed cases whose time is over, in every organisation with a rule. Returns how many.

    Where deletion takes two persons none is deleted by itself: the desk shows them (`ending`) and two decide.
    """
    deleted = 0
    for organisation in Organisation.objects.all():
        rules = rules_of(organisation)
        if rules.retention_days is None or "deletion" in rules.two_for:
            continue
        over = timezone.now() - timedelta(days=rules.retention_days)
        rows = Case.objects.filter(organisation=organisation, stage=Case.Stage.CLOSED, held=False, closed_at__lt=over)
        for case in rows.values_list("id", flat=True):
            try:
                delete_expired(case)
            except Conflict:  # opened again or held since
                continue
            deleted += 1
    return deleted
