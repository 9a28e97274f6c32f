"""The table across nodes for other programs: one JSON document, or CSV (RFC 4180) that holds codes and no free text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple, get_args

import msgspec

from longarm.exchange.figures.outcome import DAYS, Result
from longarm.exchange.figures.published import Published
from longarm.exchange.figures.table import Line
from longarm.exchange.request.words import Measure, Reason

FORMAT: Final = "longarm-figures-table/1"


class Source(NamedTuple):
    """Who told a quarter, and what. `by`: told apart from others; `organisation` empty: this node."""

    by: str
    organisation: str
    published: Published


class Told(msgspec.Struct, frozen=True):
    """`asking`: states it works for. `scale`: of the noise. `smallest`: number that it tells. `lines`: numbers it told."""

    organisation: str
    period: str
    asking: tuple[str, ...]
    scale: str
    smallest: int
    numbers: int


class Number(msgspec.Struct, frozen=True):
    """`told`: by all together; `at_most`: with what was left out as too small, before noise."""

    told: int
    at_most: int


class Span(msgspec.Struct, frozen=True):
    """`up_to`: the last day of a span; null: longer than all."""

    up_to: int | None
    answers: Number


class Answers(msgspec.Struct, frozen=True):
    """How a state answered requests for one measure. A reason that is missing is not nought: it is smaller than `fewer_than`.

    `requests`: all that are told; noise puts it off by less than `off_by`, nineteen times in twenty. `half_within`: days, of the
    answers told.
    """

    state: str
    measure: Measure
    nodes: int
    requests: int
    off_by: int
    fewer_than: int
    results: dict[Result, Number]
    days: tuple[Span, ...]
    half_within: int | None
    reasons: dict[Reason, Number]


class FiguresTable(msgspec.Struct, frozen=True):
    """`period`: a quarter, such as 2026-Q2; empty: all there are. `epsilon`: what a quarter gives away of a case at most."""

    longarm: Literal["longarm-figures-table/1"]
    period: str
    periods: tuple[str, ...]
    epsilon: str
    told: tuple[Told, ...]
    answers: tuple[Answers, ...]


def told(source: Source) -> Told:
    of = source.published
    return Told(source.organisation, of.period, of.asking, of.scale, of.least, len(of.figures))


def answers(line: Line) -> Answers:
    spans = [(up_to, number(line, "days", str(place), count)) for place, (up_to, count) in enumerate(_spans(line))]
    return Answers(
        state=line.requested,
        measure=line.measure,  # type: ignore[arg-type]  # read from a file: `file` has checked the words
        nodes=line.of,
        requests=line.asked,
        off_by=line.off_by,
        fewer_than=line.fewer,
        results={one: number(line, "result", one, line.results.get(one, 0)) for one in get_args(Result)},
        days=tuple(Span(up_to, answered) for up_to, answered in spans),
        half_within=line.median,
        reasons={one: number(line, "reason", one, count) for one, count in line.reasons},  # type: ignore[misc]
    )


def number(line: Line, what: str, value: str, count: int) -> Number:
    """One cell of a line, with how much more there may be."""
    return Number(count, count + max(0, line.untold(what, value) - 1))


def lines_of_csv(lines: Iterable[Line]) -> str:
    """A line a number. `value` of `days`: the last day of the span, `more` for the open one."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("state", "measure", "nodes", "what", "value", "told", "at_most"))
    for line in lines:
        of = answers(line)
        days = [("days", one.up_to or "more", one.answers) for one in of.days]
        results = [("result", value, count) for value, count in of.results.items()]
        for what, value, count in (*results, *days, *(("reason", value, count) for value, count in of.reasons.items())):
            writer.writerow((of.state, of.measure, of.nodes, what, value, count.told, count.at_most))
    return out.getvalue()


def _spans(line: Line) -> Iterable[tuple[int | None, int]]:
    return zip((*DAYS, None), line.days, strict=True)
