"""Hits nobody of the case's team has looked at yet: on My day until somebody opens the case."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Min

from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_held
from longarm.casework.day.brief import open_brief
from longarm.store.models import Case, CaseKey, Hit


class Unlooked(NamedTuple):
    """A case, closed ones too: `number` of its hits were not looked at, the first arrived at `since`."""

    case: UUID
    called: str
    urgent: bool
    child: bool
    stage: str
    number: int
    since: datetime


def unlooked(actor: Actor) -> tuple[Unlooked, ...]:
    """In the cases whose keys the actor holds, the longest first. Who works no cases has none. What arrived is not opened."""
    if not actor.works_cases:
        return ()
    keys = dict(
        CaseKey.objects.filter(user_id=actor.user, case__registered__hits__looked_at=None, case__registered__hits__isnull=False)
        .order_by()
        .distinct()
        .values_list("case_id", "sealed")
    )
    new = Hit.objects.filter(looked_at=None, registered__case_id__in=list(keys)).order_by()
    found = new.values_list("registered__case_id").annotate(number=Count("id"), since=Min("made_at")).order_by("since")
    counted: dict[UUID, tuple[int, datetime]] = {case: (number, since) for case, number, since in found}
    cases = Case.objects.in_bulk(list(counted))

    def one(case: UUID) -> Unlooked:
        row = cases[case]
        opened = open_held(actor, row, keys[case])
        return Unlooked(case, open_brief(opened, row).called, row.urgent, row.child, row.stage, *counted[case])

    return tuple(map(one, counted))
