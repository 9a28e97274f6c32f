"""The figures of many nodes put together: how each state answers, how long it takes, why it refuses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from longarm.exchange.figures.outcome import DAYS
from longarm.exchange.figures.published import Published


class Line(NamedTuple):
    """One requested state and measure. `of`: how many gave a figure; `asked`: all results together, as far as they are told.

    `results`: how many ended how; `share`: of each, of those told. `days`: how many answers in each span of `DAYS` (the last one
    open), `reasons`: refusals by reason, the most frequent first. `off_by`: in nineteen of twenty tables noise puts `asked` off
    by less. `median`: the last day of the span in which half of the answers told had come; None without answers, or when it
    is the open one. `fewer`: what nobody tells is not nothing, but fewer than that; `given`: how much of it is known of a cell.
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
    given: dict[tuple[str, str], int]

    def untold(self, what: str, value: str) -> int:
        """So many fewer than which more there may be of a cell, in tables that leave it out as too small."""
        return self.fewer - self.given.get((what, value), 0)


class _Whole:
    """What was published of one state and measure, added up."""

    def __init__(self) -> None:
        self.cells: dict[tuple[str, str], int] = defaultdict(int)
        self.given: dict[tuple[str, str], int] = defaultdict(int)
        self.nodes: set[str] = set()
        self.fewer = 0
        self.noise = Fraction()


def together(published: Iterable[tuple[str, Published]]) -> tuple[Line, ...]:
    """One line for each state and measure of which anything was published, the one asked most often first.

    Each comes with who published it, who is only told apart from others here.
    """
    found: dict[tuple[str, str], _Whole] = defaultdict(_Whole)
    for node, one in published:
        for name in {(figure.requested, figure.measure) for figure in one.figures}:
            found[name].nodes.add(node)
            found[name].fewer += one.least
        for figure in one.figures:
            whole = found[figure.requested, figure.measure]
            whole.cells[figure.what, figure.value] += figure.count
            whole.given[figure.what, figure.value] += one.least
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
        of=len(whole.nodes),
        asked=asked,
        off_by=round(2 * float(whole.noise) ** 0.5),
        fewer=whole.fewer,
        results=results,
        share={value: count / asked for value, count in results.items()} if asked else {},
        days=days,
        median=_median(days),
        reasons=tuple(reasons),
        given=dict(whole.given),
    )


def _median(days: tuple[int, ...]) -> int | None:
    total, so_far = sum(days), 0
    for place, count in enumerate(days[:-1]):
        so_far += count
        if total and 2 * so_far >= total:
            return DAYS[place]
    return None
