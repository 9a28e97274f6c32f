"""The first pass: which exports a file holds, in what form each writes its headers, and in which order its dates.
Long: its quick way has no calls in it.

Nothing is kept of the messages but that, so a file of any size takes the same memory. The second pass (`reading`) then
knows from the first line on what only the last may decide.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from longarm.evidence.importers.contract import Asked, DateOrder
from longarm.evidence.importers.whatsapp.cutting import Cutting, Row, first_line, size_of, whole_lines
from longarm.evidence.importers.whatsapp.header import Header, Shape, parse
from longarm.evidence.importers.whatsapp.names import LongNames
from longarm.evidence.importers.whatsapp.order import DecidedBy, Evidence, Mark
from longarm.evidence.importers.whatsapp.shape import Form, glance
from longarm.evidence.importers.whatsapp.times import fields_of
from longarm.evidence.source import Source

BOM: Final = b"\xef\xbb\xbf"
# So many headers of another shape on end are another export; fewer, with the first shape after them, are a quotation.
_QUOTED_AT_MOST: Final = 20
_MOST_RUNS: Final = 1000


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the file written in one form, its dates in one order (None: the file does not decide)."""

    start: Mark
    end: int
    form: Form
    order: DateOrder | None
    by: DecidedBy
    decided_on: int | None


@dataclass(frozen=True, slots=True)
class Survey:
    """What the first pass found. Without sections the file holds no header at all."""

    sections: tuple[Section, ...]
    long_names: dict[bytes, bytes]
    bom: bool
    first_header: str | None
    contradicted: bool


class _Run:
    """Headers of one shape, one after the other."""

    def __init__(self, form: Form, place: Mark) -> None:
        self.form, self.place = form, place
        self.evidence = Evidence(place, form.shape.year_first)
        self.headers = 0
        self.last_date = b""

    def see(self, date: bytes, place: Mark) -> None:
        self.headers += 1
        if date != self.last_date:
            self.last_date = date
            self.evidence.see(fields_of(date), place)


def survey(source: Source, asked: Asked) -> Survey:
    """Reads `source` once through."""
    return _Surveyor(source, asked).done()


def _header_text(row: Row) -> str | None:
    line = first_line(row[0] + row[4])
    header = parse(line)
    return line[: header.end].encode("utf-8", "replace").decode() if header else None


class _Surveyor:
    def __init__(self, source: Source, asked: Asked) -> None:
        self.source, self.asked = source, asked
        self.names = LongNames()
        self.cutting = Cutting(None)
        self.runs: list[_Run] = []
        self.other: _Run | None = None
        self.first: str | None = None
        self.offset, self.line = 0, 1

    def done(self) -> Survey:
        with self.source.open() as reader:
            bom = reader.read(3) == BOM
            self.offset = 3 if bom else 0
            reader.seek(self.offset)
            for piece, dropped in whole_lines(reader, self.source.size - self.offset):
                if not self._at_a_glance(piece):
                    self._with_care(piece)
                self.offset += len(piece) + dropped
                self.line += piece.count(b"\n")
        self._end()
        return Survey(self._sections(), self.names.found(), bom, self.first, self._contradicted())

    def _at_a_glance(self, piece: bytes) -> bool:
        """The fast way, where a piece holds nothing but headers of one form, of known senders, and dates that decide nothing."""
        form = self.cutting.form
        if form is None or self.other or not self.runs or self.runs[-1].form is not form:
            return False
        run = self.runs[-1]
        found = glance(form).findall(piece)
        dates = [date for (before, _), (date, _) in pairwise([(run.last_date, b""), *found]) if date != before]
        if b"" in dates or not self.names.are_settled({name for _, name in found}):
            return False
        changes = [fields_of(date) for date in dates]
        if not run.evidence.are_nothing_new(changes):
            return False
        for fields in changes:
            run.evidence.see(fields, None)
        run.headers += len(found)
        run.last_date = dates[-1] if dates else run.last_date
        return True

    def _with_care(self, piece: bytes) -> None:
        before, rows = self.cutting.cut(piece)
        offset, line = self.offset, self.line
        if before is not None:
            self.offset += len(before) + 1
            self.line += before.count(b"\n") + 1
        self.names.see(rows)
        if self._all_of_one_shape(rows):
            self._changes_of_date(rows)
        else:
            self._one_by_one(rows)
        self.offset, self.line = offset, line

    def _all_of_one_shape(self, rows: list[Row]) -> bool:
        return (
            bool(self.runs)
            and self.other is None
            and self.runs[-1].form is self.cutting.form
            and b"" not in [row[0] for row in rows]
        )

    def _changes_of_date(self, rows: list[Row]) -> None:
        """The fast way: only where the date changes, and its place only where it may matter."""
        run = self.runs[-1]
        run.headers += len(rows)
        before = run.last_date
        for index, row in enumerate(rows):
            date = row[1]
            if date != before:
                before = date
                fields = fields_of(date)
                run.evidence.see(fields, self._place(rows, index) if run.evidence.wants_place(fields) else None)
        run.last_date = before

    def _place(self, rows: list[Row], index: int) -> Mark:
        earlier = rows[:index]
        return Mark(self.offset + size_of(earlier), self.line + sum(row[4].count(b"\n") for row in earlier) + index)

    def _one_by_one(self, rows: list[Row]) -> None:
        offsets = accumulate((len(row[0]) + len(row[4]) + 1 for row in rows), initial=self.offset)
        lines = accumulate((row[4].count(b"\n") + 1 for row in rows), initial=self.line)
        own = self.cutting.form
        for row, offset, line in zip(rows, offsets, lines, strict=False):
            header = None if row[0] else parse(first_line(row[4]))
            place = Mark(offset, line)
            if header:
                self._header(header.shape, header.date.encode("utf-8", "surrogateescape"), place, header)
            elif own:
                self._header(own.shape, row[1], place, None)
            if self.first is None:
                self.first = _header_text(row)

    def _header(self, shape: Shape, date: bytes, place: Mark, header: Header | None) -> None:
        if not self.runs:
            form = self.cutting.form
            self.runs.append(_Run(form if form and form.shape == shape else Form(shape), place))
        current = self.runs[-1]
        if current.form.shape == shape:
            self.other = None
            current.see(date, place)
            return
        if self.other is None or self.other.form.shape != shape:
            if self.other and self.other.headers > 1 and len(self.runs) < _MOST_RUNS:
                self._change_over()
                self._header(shape, date, place, header)
                return
            self.other = _Run(Form(shape), place)
        self.other.see(date, place)
        if header:
            self.other.form.learn(header)
        if self.other.headers > _QUOTED_AT_MOST and len(self.runs) < _MOST_RUNS:
            self._change_over()

    def _change_over(self) -> None:
        if self.other:
            self.runs.append(self.other)
            self.cutting.form = self.other.form
            self.other = None

    def _end(self) -> None:
        """What stands last in another shape: two headers or more are another export, one is a quotation."""
        if self.other and self.other.headers > 1:
            self._change_over()

    def _sections(self) -> tuple[Section, ...]:
        found = [(run.form, span) for run in self.runs for span in run.evidence.decide(self.asked.date_order)]
        ends = [*(span.start.offset for _, span in found[1:]), self.source.size]
        return tuple(
            Section(span.start, end, form, span.order, span.by, span.decided_on)
            for (form, span), end in zip(found, ends, strict=False)
        )

    def _contradicted(self) -> bool:
        """Whether the person named an order that the file itself rules out."""
        asked = self.asked.date_order
        spans = [span for run in self.runs for span in run.evidence.decide(asked)]
        return asked is not None and any(span.order != asked for span in spans)
