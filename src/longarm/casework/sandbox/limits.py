"""How much a child may take before it is killed."""

from __future__ import annotations

from typing import Final, NamedTuple


class Limits(NamedTuple):
    """`cpu` seconds of work and `memory` bytes of addresses are the kernel's to hold; the other three the parent's.

    `silence`: seconds between two words of the child; `wall`: seconds in all; `output`: bytes in all.
    """

    cpu: int
    memory: int
    silence: float
    wall: float
    output: int


PICTURE: Final = Limits(cpu=10, memory=1024**3, silence=15, wall=20, output=8 * 1024**2)
LOOKING: Final = Limits(cpu=120, memory=2 * 1024**3, silence=60, wall=240, output=2 * 1024**2)
LISTENING: Final = Limits(cpu=120, memory=1024**3, silence=30, wall=240, output=2 * 1024**2)
_SLOWEST: Final = 100_000  # bytes a second that a reader surely does; measured: thirty times that


def for_reading(size: int) -> Limits:
    """For a file of `size` bytes, which may be an archive of many more."""
    cpu = 300 + size // _SLOWEST
    return Limits(cpu=cpu, memory=2 * 1024**3, silence=180, wall=4 * cpu, output=1024**3 + 1000 * size)
