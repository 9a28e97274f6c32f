"""In which order a file writes day, month and year: decided by its own lines, inferred and said so, or not at all.
Long: one argument, whole.

A first number above 31 is a year; above 12, a day; a second number above 12 makes the first a month. Where no line
decides, the order may be inferred if only one reading never goes back in time over thirty days or more. Two orders in
one section are two exports pasted into one file: it is split between them, and what stands between the last line that
decides for the one and the first that decides for the other stays undecided.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from longarm.evidence.importers.contract import DateOrder

DecidedBy = Literal[
    "year_first", "first_over_12", "second_over_12", "first_over_31", "no_year_before_2009", "monotonic", "asked", "undecided"
]
Fields = tuple[int, int, int]

# Shorter than this, time order alone decides nothing.
_DAYS_ENOUGH: Final = 30
# WhatsApp was first published in 2009: a two-digit year below that is no year.
_FIRST_YEAR: Final = 9
# A quoted date in another order is no second export: so few, between lines of the order around them, are passed over.
_FEW: Final = 2
_MOST_RUNS: Final = 500


class Mark(NamedTuple):
    """A place in the file: byte offset and line (from 1)."""

    offset: int
    line: int


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` on, the dates read in `order` (None: undecided). `decided_on` is the line that decided it."""

    start: Mark
    order: DateOrder | None
    by: DecidedBy
    decided_on: int | None = None


class _Run:
    """Deciding lines of one order, one after the other, and where what follows them undecided begins."""

    def __init__(self, order: DateOrder, by: DecidedBy, first: Mark) -> None:
        self.order, self.by, self.first = order, by, first
        self.events = 1
        self.after: Mark | None = None


class Evidence:
    """Takes the dates of one section in file order and says how they are to be read."""

    def __init__(self, start: Mark, year_first: bool) -> None:
        self._start = start
        self._year_first = year_first
        self._runs: list[_Run] = []
        self._too_many = False
        self._readings = {"dmy": _Reading(), "mdy": _Reading()}
        self._smallest_first, self._smallest_third, self._largest_second = 99, 9999, 0

    def are_nothing_new(self, dates: list[Fields]) -> bool:
        """Whether `see` needs the place of none of `dates`, seen one after the other."""
        if self._year_first or self._too_many:
            return True
        last = self._runs[-1] if self._runs else None
        after_run = last is not None and last.after is not None
        for fields in dates:
            order = _decides(fields)
            if order is None:
                if last and not after_run:
                    return False
            elif last is None or order != last.order:
                return False
            else:
                after_run = False
        return True

    def wants_place(self, fields: Fields) -> bool:
        """Whether `see` needs the place of this date: telling it costs, and most dates change nothing."""
        if self._year_first or self._too_many:
            return False
        order = _decides(fields)
        last = self._runs[-1] if self._runs else None
        if last is None or order is not None:
            return order is not None and (last is None or order != last.order)
        return last.after is None

    def see(self, fields: Fields, place: Mark | None) -> None:
        """The next date that differs from the one before."""
        if self._year_first:
            return
        self._smallest_first = min(self._smallest_first, fields[0])
        self._smallest_third = min(self._smallest_third, fields[2])
        self._largest_second = max(self._largest_second, fields[1])
        order = _decides(fields)
        if order is not None:
            self._decisive(order, fields, place)
        elif self._runs:
            last = self._runs[-1]
            last.after = last.after or place
        else:
            for name, reading in self._readings.items():
                reading.see(fields, day_first=name == "dmy")

    def _decisive(self, order: DateOrder, fields: Fields, place: Mark | None) -> None:
        last = self._runs[-1] if self._runs else None
        if last and last.order == order:
            last.events += 1
            last.after = None
        elif len(self._runs) >= _MOST_RUNS:
            self._too_many = True
        elif place:
            by: DecidedBy = "first_over_31" if fields[0] > 31 else "first_over_12" if order == "dmy" else "second_over_12"
            self._runs.append(_Run(order, by, place))

    def decide(self, asked: DateOrder | None) -> list[Span]:
        """One span, or several where two orders are mixed."""
        if self._year_first:
            return [Span(self._start, "ymd", "year_first", self._start.line)]
        runs = _without_quoted(self._runs)
        if self._too_many:
            return [Span(self._start, asked, "asked" if asked else "undecided")]
        if not runs:
            return [self._without_deciding_line(asked)]
        if len(runs) == 1 and self._year_must_be_first(runs[0]):
            return [Span(self._start, "ymd", "no_year_before_2009", None)]
        spans = [Span(self._start, runs[0].order, runs[0].by, runs[0].first.line)]
        for before, run in pairwise(runs):
            if before.after and before.after.offset < run.first.offset:
                spans.append(Span(before.after, asked, "asked" if asked else "undecided"))
            spans.append(Span(run.first, run.order, run.by, run.first.line))
        return spans

    def _year_must_be_first(self, run: _Run) -> bool:
        """`21/12/08`: no such export was possible in 2008, so 21 is the year."""
        possible = self._smallest_first >= _FIRST_YEAR and self._largest_second <= 12
        return possible and run.order == "dmy" and self._smallest_third < _FIRST_YEAR

    def _without_deciding_line(self, asked: DateOrder | None) -> Span:
        if asked:
            return Span(self._start, asked, "asked")
        dmy, mdy = self._readings["dmy"], self._readings["mdy"]
        if dmy.goes_back != mdy.goes_back:
            order: DateOrder = "mdy" if dmy.goes_back else "dmy"
            if self._readings[order].days >= _DAYS_ENOUGH:
                return Span(self._start, order, "monotonic")
        return Span(self._start, None, "undecided")


class _Reading:
    """The dates read in one order: do they ever go back, and how many days do they cover."""

    def __init__(self) -> None:
        self.goes_back = False
        self._first = self._last = 0

    def see(self, fields: Fields, day_first: bool) -> None:
        day, month = (fields[0], fields[1]) if day_first else (fields[1], fields[0])
        try:
            ordinal = date(full_year(fields[2]), month, day).toordinal()
        except ValueError:
            return
        self._first = self._first or ordinal
        self.goes_back = self.goes_back or ordinal < self._last
        self._last = ordinal

    @property
    def days(self) -> int:
        return self._last - self._first


def full_year(number: int) -> int:
    """A year written with two digits is of this century."""
    return number + 2000 if number < 100 else number


def _decides(fields: Fields) -> DateOrder | None:
    first, second, _ = fields
    if first > 31:
        return "ymd"
    if 12 < first <= 31 and second <= 12:
        return "dmy"
    if 12 < second <= 31 and first <= 12:
        return "mdy"
    return None


def _without_quoted(runs: list[_Run]) -> list[_Run]:
    """Runs of one order joined where only a few dates in another stand between them."""
    kept: list[_Run] = []
    for run in runs:
        if len(kept) >= 2 and kept[-2].order == run.order and kept[-1].events <= _FEW:
            kept.pop()
        if kept and kept[-1].order == run.order:
            kept[-1].events += run.events
            kept[-1].after = run.after
        else:
            kept.append(run)
    return kept
