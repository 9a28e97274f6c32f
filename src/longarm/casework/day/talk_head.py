"""What stands above a conversation: how the case is called, since when somebody waits, who has it."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for
from longarm.casework.day.brief import open_brief
from longarm.casework.day.clock import Wait, wait
from longarm.casework.rules import rules_of
from longarm.store.models import Case


class TalkHead(NamedTuple):
    """`wait` is None when nobody waits."""

    called: str
    reference: str
    stage: str
    urgent: bool
    child: bool
    wait: Wait | None


def talk_head(actor: Actor, case: UUID) -> TalkHead:
    """Raises NotFound as `open_for` does."""
    opened = open_for(actor, case)
    row = Case.objects.select_related("organisation").get(id=case)
    brief = open_brief(opened, row)
    waited = wait(row.asked_at, timezone.now(), rules_of(row.organisation)) if row.asked_at else None
    return TalkHead(brief.called, brief.reference, row.stage, row.urgent, row.child, waited)
