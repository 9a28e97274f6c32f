"""Counts of one node over one period: how requests to each state ended, how long answers took, why they were refused.

Every request is counted in at most three cells (its result, the span of its answer, its reason of refusal), so one request more
or less changes the counts by three at the most. One case may stand behind several requests: at most `MOST_OF_A_CASE` of them
are counted, the earliest first, so that a case that asked twenty times is not seen through the noise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from datetime import date
from typing import Final, NamedTuple

from longarm.exchange.figures.outcome import Outcome, band

CELLS_OF_A_REQUEST: Final = 3
MOST_OF_A_CASE: Final = 3


class Cell(NamedTuple):
    """`what`: `result`, `days` or `reason`; `value`: the result, the number of the span, or the code of the reason."""

    requested: str
    measure: str
    what: str
    value: str


def counts(outcomes: Iterable[tuple[Hashable, Outcome]]) -> dict[Cell, int]:
    """The cells that are not empty. Each outcome comes with its case, which is only told apart from others here."""
    seen: Counter[Hashable] = Counter()
    found: Counter[Cell] = Counter()
    for case, outcome in sorted(outcomes, key=lambda given: given[1].asked_on):
        seen[case] += 1
        if seen[case] <= MOST_OF_A_CASE:
            found.update(_cells(outcome))
    return dict(found)


def _cells(outcome: Outcome) -> Iterable[Cell]:
    yield Cell(outcome.requested, outcome.measure, "result", outcome.result)
    if outcome.answered_on is not None:
        yield Cell(outcome.requested, outcome.measure, "days", str(band((outcome.answered_on - outcome.asked_on).days)))
    if outcome.reason:
        yield Cell(outcome.requested, outcome.measure, "reason", outcome.reason)


def period_of(day: date) -> str:
    """The quarter a request is counted in: that of the day it was asked, such as `2026-Q4`."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def ends_on(period: str) -> date:
    """The first day after a period. Raises ValueError when it is none."""
    year, _, quarter = period.partition("-Q")
    if len(year) != 4 or quarter not in ("1", "2", "3", "4"):
        raise ValueError("a period is a quarter, such as 2026-Q4")
    month = int(quarter) * 3 + 1
    return date(int(year) + month // 13, (month - 1) % 12 + 1, 1)
