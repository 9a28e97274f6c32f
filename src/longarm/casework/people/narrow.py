"""A door that few pass at once, because each try takes the memory and time of Argon2id; and behind which few wait.

Who waits holds one of the threads that answer everybody: a crowd at a door must not take them all, or nobody could even read the
first screen.
"""

from __future__ import annotations

import threading
from types import TracebackType
from typing import Final

from longarm.errors import BadInput

AT_ONCE: Final = 2  # so that a crowd does not fill the machine's memory
WAITING: Final = 2


class Crowded(BadInput):
    """Too many are at this door now: come again in a moment (HTTP 503). Nothing was looked at and nothing counted."""


class Narrow:
    """`with` it: raises Crowded where AT_ONCE are inside and WAITING wait."""

    def __init__(self) -> None:
        self._places = threading.BoundedSemaphore(AT_ONCE + WAITING)
        self._inside = threading.BoundedSemaphore(AT_ONCE)

    def full(self) -> bool:
        """As of now: by the time somebody comes in it may be otherwise."""
        if not self._places.acquire(blocking=False):
            return True
        self._places.release()
        return False

    def __enter__(self) -> None:
        if not self._places.acquire(blocking=False):
            raise Crowded("casework-crowded")
        self._inside.acquire()

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self._inside.release()
        self._places.release()
