"""A chat pasted into a message: its headers go back in time and name somebody this chat does not know.

Such lines stay in the message that quotes them, and the message says so (`ambiguous_header`). So does a header in
another form than the export's, or whose date cannot be one in the export's order. A header that goes back and names a
known sender stays a message, with `order_break`: the clock was set, the message came late, or the file was edited; file
order is kept in any case.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Protocol, TypeAlias

from longarm.evidence.importers.whatsapp.cutting import Row

# A clock that does not come back within so many messages was really set back.
_QUOTED_AT_MOST: Final = 20

ORDER_BREAK: Final = "order_break"
AMBIGUOUS: Final = "ambiguous_header"


# When a row was written: one reading, or both where the order of day and month is open; empty where there is no time.
Key: TypeAlias = tuple[str, ...]


@dataclass(slots=True)
class Told:
    """Rows ready to be read, the time of each (empty where there is none), and findings by index."""

    rows: list[Row] = field(default_factory=list)
    ats: list[str] = field(default_factory=list)
    findings: dict[int, tuple[str, ...]] = field(default_factory=dict)
    reached: Key = ()  # the time before the first row
    judged: bool = False  # whether the first row was compared with it already
    quoted: list[bytes] = field(default_factory=list)  # what goes into the last row's text

    def keep(self, row: Row, at: str, findings: tuple[str, ...] = ()) -> None:
        self.settle()
        if findings:
            self.findings[len(self.rows)] = findings
        self.rows.append(row)
        self.ats.append(at)

    def quote(self, row: Row, findings: tuple[str, ...] = ()) -> None:
        """Leaves `row` in the text of the row before it."""
        self.quoted.append(row[0] + row[4])
        place = len(self.rows) - 1
        self.findings[place] = tuple(dict.fromkeys((*self.findings.get(place, ()), *findings, AMBIGUOUS)))

    def settle(self) -> Told:
        """Puts what was quoted into the last row, once: there may be thousands of lines of it."""
        if self.quoted:
            head, date, time, name, body = self.rows[-1]
            self.rows[-1] = (head, date, time, name, b"\n".join([body, *self.quoted]))
            self.quoted.clear()
        return self

    def hold_back(self, reached: Key) -> Told:
        """The last row, taken out: it waits for more of the file. `reached` is the time before it."""
        self.settle()
        start = max(0, len(self.rows) - 1)
        held = Told(self.rows[start:], self.ats[start:], {}, reached, True)
        if start in self.findings:
            held.findings[0] = self.findings.pop(start)
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
    return told.settle()


class Names(Protocol):
    """What is known of senders so far."""

    def name_of(self, row: Row) -> bytes | None:
        """The name in a row, where it has one."""

    def is_stranger(self, row: Row) -> bool:
        """Whether a row names a sender that no row read so far has named."""


def tell_apart(given: Told, key_of: Callable[[Row], Key], names: Names, final: bool) -> tuple[Told, Told]:
    """Rows that can be read now, and rows that wait for more of the file (none if `final`)."""
    told, last, index = Told(), given.reached, 0
    before: Key = given.reached  # the time before the last row kept
    rows, ats = given.rows, given.ats
    keys = [key_of(row) for row in rows]
    here: set[bytes | None] = {None}
    while index < len(rows):
        row, key, findings = rows[index], keys[index], given.findings.get(index, ())
        end = index
        if not (given.judged and index == 0):
            end = _block_end(keys, index, last)
        if end > index:
            short = end - index < _QUOTED_AT_MOST
            if short and end == len(rows) and not final:
                return _wait(told, given, index, before)
            stranger = any(block[3] not in here and names.is_stranger(block) for block in rows[index:end])
            if stranger and short and told.rows:
                for number in range(index, end):
                    told.quote(rows[number], given.findings.get(number, ()))
                index = end
                continue
            back = short and end < len(rows)
            findings = (*findings, ORDER_BREAK, AMBIGUOUS) if stranger or back else (*findings, ORDER_BREAK)
        told.keep(row, ats[index], findings)
        here.add(names.name_of(row))
        before, last, index = last, key or last, index + 1
    told.settle()
    return (told, Told()) if final else (told, told.hold_back(before))


def _goes_back(key: Key, last: Key) -> bool:
    """In every reading."""
    return bool(key) and bool(last) and all(now < then for now, then in zip(key, last, strict=True))


def _block_end(keys: list[Key], start: int, last: Key) -> int:
    """From a row that goes back, the first one at which the clock is again where it was; else `start`."""
    if not _goes_back(keys[start], last):
        return start
    end = start + 1
    while end < len(keys) and end - start < _QUOTED_AT_MOST and (not keys[end] or _goes_back(keys[end], last)):
        end += 1
    return end


def _wait(told: Told, given: Told, index: int, before: Key) -> tuple[Told, Told]:
    """The rows from `index` on, and the one before them, in which they may be quoted."""
    waiting = told.hold_back(before)
    for number in range(index, len(given.rows)):
        waiting.keep(given.rows[number], given.ats[number], given.findings.get(number, ()))
    return told, waiting
