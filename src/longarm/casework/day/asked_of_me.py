"""What colleagues ask a person to agree to, across the cases this person can open."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_with_key
from longarm.casework.day.approvals import HOLDS_FOR, ApprovalView, view_of
from longarm.casework.day.brief import open_brief
from longarm.keys import case as case_keys
from longarm.store.models import Approval, CaseKey


class Waiting(NamedTuple):
    """A question in a list across cases."""

    case: UUID
    called: str
    urgent: bool
    asked: ApprovalView


def waiting_for(actor: Actor) -> tuple[Waiting, ...]:
    """What colleagues asked in the actor's cases and nobody has answered yet, the oldest first. Who works no cases has none."""
    if not actor.works_cases:
        return ()
    rows = _unanswered(actor).select_related("case", "asked_by").order_by("asked_at")
    keys = dict(
        CaseKey.objects.filter(user_id=actor.user, case__in=[row.case_id for row in rows]).values_list("case_id", "sealed")
    )

    def one(row: Approval) -> Waiting:
        opened = open_with_key(row.case, case_keys.open_with(actor.private, str(row.case_id), keys[row.case_id]))
        return Waiting(row.case_id, open_brief(opened, row.case).called, row.case.urgent, view_of(opened, row))

    return tuple(one(row) for row in rows)


def how_many_wait(actor: Actor) -> int:
    """How many questions wait for the actor's answer."""
    return _unanswered(actor).count() if actor.works_cases else 0


def _unanswered(actor: Actor) -> QuerySet[Approval]:
    asked = Approval.objects.filter(answered_at=None, asked_at__gt=timezone.now() - HOLDS_FOR, organisation_id=actor.organisation)
    return asked.filter(case__keys__user_id=actor.user).exclude(asked_by_id=actor.user)
