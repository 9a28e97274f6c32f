"""Who accounts for which bytes of a source: messages, skipped, and the rest that frames them.

Spans are entered in file order and may not overlap, so the three numbers can only add up to the size of the source.
"""

from __future__ import annotations


class Ledger:
    """The bytes of one source. What is entered neither as message nor as skipped is `blank`: the frame of the format."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.messages = 0
        self.skipped = 0
        self._reached = 0

    @property
    def blank(self) -> int:
        return self.size - self.messages - self.skipped

    def message(self, start: int, end: int) -> None:
        self.messages += self._enter(start, end)

    def skip(self, start: int, end: int) -> None:
        self.skipped += self._enter(start, end)

    def _enter(self, start: int, end: int) -> int:
        if not self._reached <= start <= end <= self.size:
            raise AssertionError(f"bytes {start}…{end} of {self.size} after {self._reached}")
        self._reached = end
        return end - start
