"""The part of a stream that is being looked at: grows towards the end on demand, lets go of what was read.

Exports reach gigabytes, so no importer here holds a whole file: it looks at a window of bytes with a regular expression
and asks for more when a match touches the window's end. All positions are offsets in the source.
"""

from __future__ import annotations

import re
from typing import BinaryIO, Final

CHUNK: Final = 256 * 1024
DECIDED: Final = 64  # bytes after which a pattern that does not match never will: patterns match what is only begun to the end


class Window:
    """Bytes `start` … `end` of a stream. `keep` is the first offset still needed: what lies before it may go."""

    def __init__(self, stream: BinaryIO, chunk: int = CHUNK) -> None:
        self._stream = stream
        self._chunk = chunk
        self.data = b""
        self.start = 0
        self.keep = 0
        self.ended = False

    @property
    def end(self) -> int:
        return self.start + len(self.data)

    def more(self) -> bool:
        """Reads on: at least as much as is held, so that looking again at what grows stays linear. False at the end."""
        if self.ended:
            return False
        held = self.data[max(0, self.keep - self.start) :]
        read = self._stream.read(max(self._chunk, len(held)))
        if not read:
            self.ended = True  # what is held stays: matches already found in it keep their places
            return False
        self.start = max(self.start, min(self.keep, self.end))
        self.data = held + read
        return True

    def reach(self, offset: int) -> bool:
        """Holds the bytes up to `offset`, or all there are. False when the stream ends before it."""
        while self.end < offset:
            if not self.more():
                return False
        return True

    def match(self, pattern: re.Pattern[bytes], at: int, limit: int) -> re.Match[bytes] | None:
        """`pattern` at `at`, sure of its end: a match that touches the end of the window is tried again with more.

        None when it does not match, or is longer than `limit` bytes.
        """
        while True:
            found = pattern.match(self.data, at - self.start)
            undecided = found.end() == len(self.data) if found else self.end - at < DECIDED
            if undecided and not self.ended and self.end - at > limit:
                return None
            if not undecided or not self.more():
                return found

    def search(self, pattern: re.Pattern[bytes], at: int, overlap: int) -> int | None:
        """The offset of the first `pattern` from `at` on, letting go of all before it; None at the end of the stream.

        `overlap` is the longest such match, in bytes: so much is looked at again after each reading.
        """
        while True:
            found = pattern.search(self.data, at - self.start)
            if found and (found.end() < len(self.data) or self.ended):
                return self.start + found.start()
            at = self.keep = self.start + found.start() if found else max(at, self.end - overlap)
            if not self.more():
                return at if found else None

    def slice(self, start: int, end: int) -> bytes:
        """Bytes `start` … `end`; they must still be held."""
        return self.data[start - self.start : end - self.start]
