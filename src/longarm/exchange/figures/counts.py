"""Counts of one node over one period: how requests to each state ended, how long answers took, why they were refused.

Every request is counted in at most three cells (its result, the span of its answer, its reason of refusal). Of each case one
request counts, drawn by lot: so one case more or less changes the counts by three at the most, however often it asked.
Were it the first instead, what cases ask later on (arrest, surrender) would never be counted.
"""

from __future__ import annotations

import re
import secrets
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from datetime import date, timedelta
from typing import Final, NamedTuple

from longarm.exchange.figures.noise import Below
from longarm.exchange.figures.outcome import Outcome, band

CELLS_OF_A_CASE: Final = 3
OPEN_FOR: Final = timedelta(days=90)  # after its end: so long the answers to what was asked on its last day have time to come
_QUARTER: Final = re.compile(r"[0-9]{4}-Q[1-4]", re.ASCII)  # one spelling: a quarter spelled otherwise would be told twice


class Cell(NamedTuple):
    """`what`: `result`, `days` or `reason`; `value`: the result, the number of the span, or the code of the reason."""

    requested: str
    measure: str
    what: str
    value: str


def counts(outcomes: Iterable[tuple[Hashable, Outcome]], below: Below = secrets.randbelow) -> dict[Cell, int]:
    """The cells that are not empty. Each outcome comes with its case, which is only told apart from others here."""
    of_case: dict[Hashable, list[Outcome]] = defaultdict(list)
    for case, outcome in outcomes:
        of_case[case].append(outcome)
    return every(asked[below(len(asked))] for asked in of_case.values())


def every(outcomes: Iterable[Outcome]) -> dict[Cell, int]:
    """The same of all requests, however many of one case: for whoever may see them as they are, and for nobody else."""
    found: Counter[Cell] = Counter()
    for outcome in outcomes:
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
    if not _QUARTER.fullmatch(period):
        raise ValueError("a period is a quarter, such as 2026-Q4")
    year, month = int(period[:4]), int(period[-1]) * 3 + 1
    return date(year + month // 13, (month - 1) % 12 + 1, 1)


def closes_on(period: str) -> date:
    """From this day on a period can be published; it counts how things stood the day before. Raises ValueError as `ends_on`."""
    return ends_on(period) + OPEN_FOR


def before(period: str) -> str:
    """The quarter before a period."""
    year, quarter = int(period[:4]), int(period[-1])
    return f"{year}-Q{quarter - 1}" if quarter > 1 else f"{year - 1}-Q4"
