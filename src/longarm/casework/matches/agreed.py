"""Whether what a case names may be compared with others, or go further: who reported was asked, and can take it back at any hour.

Where nobody outside has a conversation (a team wrote the case), the organisation answers for having asked. A refusal and a
withdrawal take the case's tags out of the index in their own transaction: nothing of it is found, proposed or counted any more.
"""

from __future__ import annotations

from longarm.casework.case_keys import OpenCase
from longarm.casework.channels import for_team
from longarm.casework.intake.consents import allows
from longarm.intake.consent import Use
from longarm.store.models import CaseContent, Channel


def agreed(opened: OpenCase, use: Use = "matching") -> bool:
    """Every person harmed who has a conversation allows it; where none has, every supporter who reported does."""
    return all(allows(for_team(opened, one), use) for one in asked_of(opened))


def asked_of(opened: OpenCase) -> list[Channel]:
    """The conversations whose answer counts; none where a team wrote the case."""
    channels = list(Channel.objects.filter(case_id=opened.id))
    asked = [one for one in channels if one.kind == Channel.Kind.COMPLAINANT]
    if not asked and CaseContent.objects.filter(case_id=opened.id, version=1, by=None).exists():
        asked = [one for one in channels if one.kind == Channel.Kind.SUPPORTER]
    return asked
