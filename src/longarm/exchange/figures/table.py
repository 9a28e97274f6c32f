"""The figures of many nodes put together: how each state answers, how long it takes, why it refuses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from longarm.exchange.figures.outcome import DAYS
from longarm.exchange.figures.published import Published


class Line(NamedTuple):
    """One requested state and measure. `of`: nodes that gave a figure; `asked`: all results together, as far as they are shown.

    `results`: how many ended how; `share`: of each, of those shown. `days`: how many answers in each span of `DAYS` (the last one
    open), `reasons`: refusals by reason, the most frequent first. What no node shows is not nothing: it is fewer than `fewer`.
    `off_by`: noise puts `asked` off by less than that in nineteen of twenty tables. `median`: the last day of the span in which
    half of the answers had come; None without answers, or when it is the open one.
    """

    requested: str
    measure: str
    of: int
    asked: int
    off_by: int
    fewer: int
    results: dict[str, int]
    share: dict[str, float]
    days: tuple[int, ...]
    median: int | None
    reasons: tuple[tuple[str, int], ...]


class _Whole:
    """What was published of one state and measure, added up."""

    def __init__(self) -> None:
        self.cells: dict[tuple[str, str], int] = defaultdict(int)
        self.nodes = self.fewer = 0
        self.noise = Fraction()


def together(published: Iterable[Published]) -> tuple[Line, ...]:
    """One line for each state and measure of which anything was published, the one asked most often first."""
    found: dict[tuple[str, str], _Whole] = defaultdict(_Whole)
    for one in published:
        for name in {(figure.requested, figure.measure) for figure in one.figures}:
            found[name].nodes += 1
            found[name].fewer += one.least
        for figure in one.figures:
            whole = found[figure.requested, figure.measure]
            whole.cells[figure.what, figure.value] += figure.count
            if figure.what == "result":
                whole.noise += 2 * Fraction(one.scale) ** 2  # the variance of a Laplace count
    lines = [_line(*name, whole) for name, whole in found.items()]
    return tuple(sorted(lines, key=lambda line: (-line.asked, line.requested, line.measure)))


def _line(requested: str, measure: str, whole: _Whole) -> Line:
    cells = whole.cells
    results = {value: count for (what, value), count in sorted(cells.items()) if what == "result"}
    asked = sum(results.values())
    days = tuple(cells.get(("days", str(place)), 0) for place in range(len(DAYS) + 1))
    reasons = sorted(((value, count) for (what, value), count in cells.items() if what == "reason"), key=lambda r: (-r[1], r[0]))
    return Line(
        requested=requested,
        measure=measure,
        of=whole.nodes,
        asked=asked,
        off_by=round(2 * float(whole.noise) ** 0.5),
        fewer=whole.fewer,
        results=results,
        share={value: count / asked for value, count in results.items()} if asked else {},
        days=days,
        median=_median(days),
        reasons=tuple(reasons),
    )


def _median(days: tuple[int, ...]) -> int | None:
    total, so_far = sum(days), 0
    for place, count in enumerate(days[:-1]):
        so_far += count
        if total and 2 * so_far >= total:
            return DAYS[place]
    return None
