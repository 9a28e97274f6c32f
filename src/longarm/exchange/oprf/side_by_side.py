"""Work on many elements, shared out among the cores: libsodium computes without Python's lock, so threads are enough.

The threads of a call end with it: a process that forks later takes none along.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

SLICE: Final = 64  # elements: some two milliseconds, so that a core which is busy elsewhere is not waited for
_MOST: Final = 8  # threads: more would wait for each other at Python's lock
Part = TypeVar("Part")


def in_slices(work: Callable[[slice], Part], count: int) -> list[Part]:
    """What `work` gives for each slice of `count` elements, in order. Raises what it raises for the first slice that fails."""
    slices = [slice(start, min(start + SLICE, count)) for start in range(0, count, SLICE)]
    threads = min(len(slices), _cores(), _MOST)
    if threads < 2:
        return [work(each) for each in slices]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(work, slices))


def _cores() -> int:
    """Those that this process may use; where the system does not say, those that there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
