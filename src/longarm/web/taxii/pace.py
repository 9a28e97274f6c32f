"""How much of a process the TAXII server may take: anybody may ask it, and the desk answers in the same processes.

One request at a time, and so many seconds of work in a minute, for a network and for all together. Behind Tor or a server in
front everybody is one network (`web.network`). Counted in memory, in each process, and forgotten with the minute.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final

MINUTE: Final = 60.0
OF_A_NETWORK: Final = 10.0  # seconds of work in a minute
OF_ALL: Final = 30.0
_SOON: Final = 1  # second: somebody else is at it


class Pace:
    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._one, self._minute = clock, Lock(), 0
        self._worked: dict[str, float] = {}

    @contextmanager
    def turn(self, network: str) -> Iterator[int]:
        """Gives 0: the work is done within; or after how many seconds to come again: then nothing is done."""
        if not self._one.acquire(blocking=False):
            yield _SOON
            return
        try:
            if (wait := self._wait(network)) > 0:
                yield wait
                return
            began = self._clock()
            try:
                yield 0
            finally:
                self._worked[network] = self._worked.get(network, 0.0) + self._clock() - began
        finally:
            self._one.release()

    def _wait(self, network: str) -> int:
        minute, into = divmod(self._clock(), MINUTE)
        if minute != self._minute:
            self._minute = int(minute)
            self._worked.clear()
        used_up = self._worked.get(network, 0.0) >= OF_A_NETWORK or sum(self._worked.values()) >= OF_ALL
        return int(MINUTE - into) + 1 if used_up else 0
