"""What became of this node's requests to others: with the number of its case, for what is told; as it is, for its own people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.db.models import QuerySet

from longarm.exchange.figures.counts import before, closes_on, period_of
from longarm.exchange.figures.outcome import Outcome, Result, as_of
from longarm.store.models import Request, RequestFigure

OFFERED: Final = 4  # quarters back that can still be published
_RESULTS: Final[dict[str, Result]] = {"answered": "answered", "partly": "partly", "refused": "refused", "silent": "silent"}


def closed(today: date) -> tuple[str, ...]:
    """The newest quarters that can be published, the newest first. They follow from the day alone, not from what was asked."""
    period = before(period_of(today))
    while closes_on(period) > today:
        period = before(period)
    found = [period]
    while len(found) < OFFERED:
        found.append(before(found[-1]))
    return tuple(found)


def of_quarter(period: str) -> tuple[tuple[UUID, Outcome], ...]:
    """Requests of all organisations of this node, as they stood when the quarter closed; deleted cases too. No withdrawn ones."""
    day = closes_on(period) - timedelta(days=1)
    rows = _ours().order_by("id")
    return tuple((row.of_case, as_of(_outcome(row), row.due_on, day)) for row in rows if period_of(row.asked_on) == period)


def own(organisation: UUID, period: str = "") -> tuple[Outcome, ...]:
    """Requests of one organisation as they stand now; of one quarter, or of all."""
    rows = _ours().filter(organisation_id=organisation)
    return tuple(_outcome(row) for row in rows if period in ("", period_of(row.asked_on)))


def count_as_one(cases: Iterable[UUID]) -> None:
    """The requests of cases that were merged are from now on of one case. In the caller's transaction."""
    numbers = list(
        Request.objects.filter(case_id__in=list(cases), figure__isnull=False).values_list("figure__of_case", flat=True)
    )
    if numbers:
        RequestFigure.objects.filter(of_case__in=numbers).update(of_case=numbers[0])


def _ours() -> QuerySet[RequestFigure]:
    return RequestFigure.objects.filter(ours=True).exclude(result="withdrawn")


def _outcome(row: RequestFigure) -> Outcome:
    return Outcome(row.asked, row.measure, _RESULTS.get(row.result, "open"), row.asked_on, row.answered_on, row.reason)
