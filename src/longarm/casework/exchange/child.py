"""Cases that may concern a child: what goes to other organisations out of them is not for one person's yes alone.

Why, and what who may: docs/decisions/0020-what-leaves-a-childs-case.md.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils import timezone

from longarm.casework.case_keys import OpenCase
from longarm.casework.cases import case_at
from longarm.casework.day.notice_gate import child_near
from longarm.casework.exchange.escrow.letting_go import let_go as let_escrow_go
from longarm.casework.exchange.escrow.letting_go import take_back
from longarm.casework.exchange.letting_go import let_go
from longarm.store.models import Case


def concerns_a_child(opened: OpenCase, today: date | None = None) -> bool:
    """By the mark of the case, or by what stands in its file: who cannot be ruled out to be under eighteen counts as a child."""
    marked = Case.objects.filter(id=opened.id, child=True).exists()
    return child_near(case_at(opened).case, today or timezone.localdate(), marked=marked)


def hold_back_from_others(case: UUID) -> None:
    """It has become known that a child may be concerned, in the caller's transaction: tokens go from the hub until the team
    decides anew, closed reports too. What opened before stays with the team."""
    let_go(case)
    take_back(case)


def no_longer_wished(opened: OpenCase) -> int:
    """A report that is to lie at the hub no more, in the caller's transaction; what had opened goes with it, but of a case that
    may concern a child: there it stays with the team. Returns how many reports are gone."""
    if not concerns_a_child(opened):
        return let_escrow_go(opened.id)
    take_back(opened.id)
    return 0
