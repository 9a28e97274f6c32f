"""Refused letters of whom nobody knows, written down together: each by itself would let a flood of them fill a disk, or keep a
database busy that members wait for."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from threading import Lock
from typing import Final

SECOND: Final = timedelta(seconds=1)


class Strangers:
    """How many refusals of a code wait to be written, in this process. What waits when it ends is not counted."""

    def __init__(self, every: timedelta = SECOND) -> None:
        self._every, self._lock = every, Lock()
        self._waiting, self._written = Counter[str](), dict[str, datetime]()

    def due(self, code: str, now: datetime) -> int:
        """How many to write now, this one among them; 0: later. `code`: of `exchange.refused`, of which there are few, and the
        member where it is one that was cut off."""
        with self._lock:
            self._waiting[code] += 1
            if abs(now - self._written.get(code, now - self._every)) < self._every:
                return 0
            self._written[code] = now
            return self._waiting.pop(code)
