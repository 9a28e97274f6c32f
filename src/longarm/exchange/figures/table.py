"""The figures of many nodes put together: how each state answers, how long it takes, why it refuses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from longarm.exchange.figures.outcome import DAYS
from longarm.exchange.figures.published import Published


class Line(NamedTuple):
    """One requested state and measure. `of`: nodes that gave a figure; `asked`: all results together.

    `share`: of each result, `days`: how many answers in each span of `DAYS` (the last one open), `reasons`: refusals by reason,
    the most frequent first. `off_by`: in nineteen of twenty tables `asked` is off by less. `median`: the last day of the span in
    which half of the answers had come; None without answers, or when it is the open one.
    """

    requested: str
    measure: str
    of: int
    asked: int
    off_by: int
    share: dict[str, float]
    days: tuple[int, ...]
    median: int | None
    reasons: tuple[tuple[str, int], ...]


def together(published: Iterable[Published]) -> tuple[Line, ...]:
    """One line for each state and measure of which anything was published, the one asked most often first."""
    cells: dict[tuple[str, str], dict[tuple[str, str], int]] = defaultdict(lambda: defaultdict(int))
    nodes: dict[tuple[str, str], int] = defaultdict(int)
    noise: dict[tuple[str, str], Fraction] = defaultdict(Fraction)
    for one in published:
        for name in {(figure.requested, figure.measure) for figure in one.figures}:
            nodes[name] += 1
        for figure in one.figures:
            name = figure.requested, figure.measure
            cells[name][figure.what, figure.value] += figure.count
            if figure.what == "result":
                noise[name] += 2 * Fraction(one.scale) ** 2  # the variance of a Laplace count
    lines = [_line(*name, nodes[name], noise[name], found) for name, found in cells.items()]
    return tuple(sorted(lines, key=lambda line: (-line.asked, line.requested, line.measure)))


def _line(requested: str, measure: str, of: int, noise: Fraction, found: dict[tuple[str, str], int]) -> Line:
    results = {value: count for (what, value), count in found.items() if what == "result"}
    asked = sum(results.values())
    days = tuple(found.get(("days", str(place)), 0) for place in range(len(DAYS) + 1))
    reasons = sorted(((value, count) for (what, value), count in found.items() if what == "reason"), key=lambda r: (-r[1], r[0]))
    share = {value: count / asked for value, count in sorted(results.items())} if asked else {}
    return Line(requested, measure, of, asked, round(2 * float(noise) ** 0.5), share, days, _median(days), tuple(reasons))


def _median(days: tuple[int, ...]) -> int | None:
    total, so_far = sum(days), 0
    for place, count in enumerate(days[:-1]):
        so_far += count
        if total and 2 * so_far >= total:
            return DAYS[place]
    return None
