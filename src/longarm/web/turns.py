"""Turns for what is large: only so many at once, and where all are taken, the slowest sender gives way to who waits.

A sender of a byte a minute would keep a turn from everybody else. Who sends at an ordinary speed is through before anybody has to
give way; on a very slow line, and only while a crowd presses, it has to be sent again.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import monotonic
from typing import Final

_LOOK: Final = 0.5  # seconds between two looks for who is slowest


class Turn:
    """`arrived`: bytes so far, counted by who reads. `gave_way`: nothing more is read."""

    def __init__(self) -> None:
        self.began = monotonic()
        self.arrived = 0
        self.gave_way = False
        self.limit: asyncio.Timeout | None = None  # of a reading that goes on now

    @asynccontextmanager
    async def reading(self, seconds: float) -> AsyncIterator[None]:
        """Raises TimeoutError after so long, or once this turn has to give way."""
        if self.gave_way:
            raise TimeoutError
        try:
            async with asyncio.timeout(seconds) as self.limit:
                yield
        finally:
            self.limit = None

    def give_way(self) -> None:
        self.gave_way = True
        if self.limit is not None:
            self.limit.reschedule(asyncio.get_running_loop().time())


class Turns:
    """`most` at once. `patience`: seconds that everybody has, however slow."""

    def __init__(self, most: int, patience: float) -> None:
        self._free = asyncio.Semaphore(most)
        self._patience = patience
        self._held: set[Turn] = set()

    @asynccontextmanager
    async def turn(self, seconds: float) -> AsyncIterator[Turn]:
        """Raises TimeoutError where none is free in time."""
        last = monotonic() + seconds
        while True:
            if self._free.locked():
                self._let_slowest_give_way()
            try:
                async with asyncio.timeout(min(_LOOK, last - monotonic())):
                    await self._free.acquire()
                    break
            except TimeoutError:
                if monotonic() >= last:
                    raise
        turn = Turn()
        self._held.add(turn)
        try:
            yield turn
        finally:
            self._held.discard(turn)
            self._free.release()

    def _let_slowest_give_way(self) -> None:
        now = monotonic()
        slow = [one for one in self._held if one.limit and not one.gave_way and now - one.began >= self._patience]
        if slow:
            min(slow, key=lambda one: one.arrived / (now - one.began)).give_way()
