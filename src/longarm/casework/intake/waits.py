"""Somebody outside the team waits for an answer: since the first letter without one. A closed case is open again with that."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from longarm.casework.day.tasks import next_day
from longarm.store.models import Case, Channel


def begin_wait(case: Case, at: datetime | None = None, *, urgent: bool = False) -> None:
    """In the caller's transaction, the case's row locked, before the word that is waited on is written (`waits_since`).

    `urgent`: the holder says that there is danger now.
    """
    case.asked_at = case.asked_at or at or timezone.now()
    case.urgent = case.urgent or urgent
    if case.stage == Case.Stage.CLOSED:  # who writes again must be seen, and rules of retention must not run on
        case.stage, case.closed_at, case.due_on = Case.Stage.OPEN, None, next_day(case.id)
    case.save(update_fields=["asked_at", "urgent", "stage", "closed_at", "due_on"])


def waits_since(row: Channel, case: Case) -> datetime | None:
    """Since when the holder of this channel waits: the first word after the team's last. None where only somebody else does:
    another channel, an organisation elsewhere, a report that opened. Whoever has the code must not see that by a clock.
    """
    if case.asked_at is None:
        return None
    answered = row.letters.exclude(by=None).order_by("-number").first()
    after = row.letters.filter(by=None, number__gt=answered.number if answered else 0).order_by("number").first()
    return after.made_at if after and after.made_at >= case.asked_at else None
