"""The list of cases as an agenda: each with the next day on which something is due, without a look into any one of them."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for
from longarm.casework.cases import CaseSummary, case_at, list_cases
from longarm.law.load import load
from longarm.law.paths import paths
from longarm.signals.trace import trace_case
from longarm.store.models import Job

MOST: Final = 100  # cases whose deadlines are worked out for one list: about 15 ms each


class Planned(NamedTuple):
    """A case and the next day (ISO 8601) on which a path's deadline or the end of a trace falls; None when nothing is ahead."""

    case: CaseSummary
    due: str | None


def agenda(actor: Actor, as_of: date) -> tuple[Planned, ...]:
    """The cases of the actor's teams as `list_cases` gives them; beyond `MOST` without a day."""
    listed = list_cases(actor)
    return tuple(Planned(case, _next(actor, case, as_of) if place < MOST else None) for place, case in enumerate(listed))


def demo_loading() -> bool:
    """Is the worker still bringing in the cases of the demonstration?"""
    return Job.objects.filter(kind="demo", state__in=(Job.State.QUEUED, Job.State.RUNNING)).exists()


def _next(actor: Actor, summary: CaseSummary, as_of: date) -> str | None:
    case = case_at(open_for(actor, summary.id)).case
    facts = load()
    answer = paths(case, facts, as_of, trace_case(case, facts))
    days = [path.deadline for path in answer.paths if path.deadline and path.status != "blocked"]
    days += [line.perishes_on for line in answer.identifiers if line.perishes_on]
    return min((day for day in days if day >= as_of.isoformat()), default=None)
