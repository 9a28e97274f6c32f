"""A chat pasted into a message: its headers go back in time and name somebody this chat does not know.

Such lines stay in the message that quotes them, and the message says so (`ambiguous_header`). So does a header in
another form than the export's, or whose date cannot be one in the export's order. A header that goes back and names a
known sender stays a message, with `order_break`: the clock was set, the message came late, or the file was edited; file
order is kept in any case.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from longarm.evidence.importers.whatsapp.cutting import Row

# A clock that does not come back within so many messages was really set back.
_QUOTED_AT_MOST: Final = 20

ORDER_BREAK: Final = "order_break"
AMBIGUOUS: Final = "ambiguous_header"


@dataclass(slots=True)
class Told:
    """Rows ready to be read, the time of each (empty where there is none), and findings by index."""

    rows: list[Row] = field(default_factory=list)
    ats: list[str] = field(default_factory=list)
    findings: dict[int, tuple[str, ...]] = field(default_factory=dict)
    reached: str = ""  # the time before the first row
    judged: bool = False  # whether the first row was compared with it already

    def keep(self, row: Row, at: str, findings: tuple[str, ...] = ()) -> None:
        if findings:
            self.findings[len(self.rows)] = findings
        self.rows.append(row)
        self.ats.append(at)

    def quote(self, row: Row, findings: tuple[str, ...] = ()) -> None:
        """Leaves `row` in the text of the row before it."""
        place = len(self.rows) - 1
        head, date, time, name, body = self.rows[place]
        self.rows[place] = (head, date, time, name, body + b"\n" + row[0] + row[4])
        self.findings[place] = tuple(dict.fromkeys((*self.findings.get(place, ()), *findings, AMBIGUOUS)))

    def hold_back(self, count: int) -> Told:
        """The last `count` rows, taken out: they wait for more of the file."""
        start = max(0, len(self.rows) - count)
        findings = {index - start: self.findings.pop(index) for index in list(self.findings) if index >= start}
        reached = next((at for at in reversed(self.ats[:start]) if at), self.reached)
        held = Told(self.rows[start:], self.ats[start:], findings, reached, True)
        del self.rows[start:], self.ats[start:]
        return held


def without_strangers(given: Told, strangers: set[int]) -> Told:
    """The rows numbered in `strangers` are no headers of this export: each goes back into the text before it."""
    told = Told(reached=given.reached, judged=given.judged)
    for index, (row, at) in enumerate(zip(given.rows, given.ats, strict=True)):
        findings = given.findings.get(index, ())
        if index in strangers and told.rows:
            told.quote(row, findings)
        else:
            told.keep(row, at, findings)
    return told


def tell_apart(given: Told, is_stranger: Callable[[Row], bool], final: bool) -> tuple[Told, Told]:
    """Rows that can be read now, and rows that need more of the file to be judged (none if `final`).

    `is_stranger` says of a row whether it names a sender that no row read so far has named.
    """
    told, last, index = Told(reached=given.reached), given.reached, 0
    rows, ats = given.rows, given.ats
    here: set[bytes | None] = {None}
    while index < len(rows):
        row, at, findings = rows[index], ats[index], given.findings.get(index, ())
        if not at or at >= last or findings or (given.judged and index == 0):
            told.keep(row, at, findings)
            here.add(row[3])
            last, index = at or last, index + 1
            continue
        end = _block_end(ats, index, last)
        short = end - index < _QUOTED_AT_MOST
        if short and end == len(rows) and not final:
            return _wait(told, given, index)
        stranger = any(row[3] not in here and is_stranger(row) for row in rows[index:end])
        if stranger and short and told.rows:
            for number in range(index, end):
                told.quote(rows[number])
            index = end
            continue
        told.keep(row, at, (ORDER_BREAK, AMBIGUOUS) if stranger or (short and end < len(rows)) else (ORDER_BREAK,))
        here.add(row[3])
        last, index = at, index + 1
    return told, Told()


def _block_end(ats: list[str], start: int, last: str) -> int:
    """The first row at which the clock is back where it was."""
    end = start
    while end < len(ats) and end - start < _QUOTED_AT_MOST and (not ats[end] or ats[end] < last):
        end += 1
    return end


def _wait(told: Told, given: Told, index: int) -> tuple[Told, Told]:
    """The rows from `index` on, and the one before them, in which they may be quoted."""
    waiting = told.hold_back(1)
    for number in range(index, len(given.rows)):
        waiting.keep(given.rows[number], given.ats[number], given.findings.get(number, ()))
    return told, waiting
