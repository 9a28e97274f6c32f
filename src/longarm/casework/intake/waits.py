"""Somebody outside the team waits for an answer: since the first letter without one. A closed case is open again with that."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from longarm.casework.day.tasks import next_day
from longarm.store.models import Case


def begin_wait(case: Case, at: datetime | None = None, *, urgent: bool = False) -> None:
    """In the caller's transaction, the case's row locked. `urgent`: the holder says that there is danger now."""
    case.asked_at = case.asked_at or at or timezone.now()
    case.urgent = case.urgent or urgent
    if case.stage == Case.Stage.CLOSED:  # who writes again must be seen, and rules of retention must not run on
        case.stage, case.closed_at, case.due_on = Case.Stage.OPEN, None, next_day(case.id)
    case.save(update_fields=["asked_at", "urgent", "stage", "closed_at", "due_on"])
