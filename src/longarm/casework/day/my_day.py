"""My day: the open tasks of the next fortnight, and what is overdue, across the cases whose keys a person holds."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, Literal, NamedTuple
from uuid import UUID

from django.db.models import Q

from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_held
from longarm.casework.day.brief import open_brief
from longarm.casework.day.inbox_order import ACTIVE
from longarm.casework.day.tasks import TaskView, names_of, view_of
from longarm.store.models import CaseKey, Task

AHEAD: Final = timedelta(days=14)
MOST: Final = 200
Whose = Literal["mine", "team"]


class Ahead(NamedTuple):
    """A task in a list across cases."""

    case: UUID
    called: str
    reference: str
    urgent: bool
    task: TaskView


def my_day(actor: Actor, today: date, whose: Whose = "mine") -> tuple[Ahead, ...]:
    """Open tasks of the next fortnight and all that are overdue, by day.

    `mine`: given to the actor, or to nobody in a case that the actor has. `team`: of every case the actor holds the key of.
    """
    rows = Task.objects.filter(case__keys__user_id=actor.user, case__stage__in=ACTIVE, done_at=None, due_on__lte=today + AHEAD)
    if whose == "mine":
        rows = rows.filter(Q(given_to_id=actor.user) | Q(given_to=None, case__claimed_by_id=actor.user))
    shown = list(rows.select_related("case").order_by("due_on", "-case__urgent", "made_at")[:MOST])
    ids = {row.case_id for row in shown}
    keys = dict(CaseKey.objects.filter(user_id=actor.user, case_id__in=ids).values_list("case_id", "sealed"))
    cases = {row.case_id: row.case for row in shown}
    opened = {case: open_held(actor, row, keys[case]) for case, row in cases.items()}
    briefs = {case: open_brief(opened[case], row) for case, row in cases.items()}
    names = names_of(shown)
    return tuple(
        Ahead(
            row.case_id,
            briefs[row.case_id].called,
            briefs[row.case_id].reference,
            row.case.urgent,
            view_of(opened[row.case_id], row, names),
        )
        for row in shown
    )
