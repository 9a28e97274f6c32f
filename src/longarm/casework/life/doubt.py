"""Is the clock to be believed? What a rule deletes by itself does not come back, and a clock that jumps would delete everything.

A jump is seen in two ways: while the node runs, the clock and the machine's own count of seconds part by more than an hour; after
a start, the last chores are more than a week ago or in the future. Then nothing is deleted by itself for `ROUNDS` rounds of the
chores, and the health page says so: long enough for somebody to set the clock right.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from longarm.casework.backup.marker import LastChores

ROUNDS: Final = 24
_APART: Final = timedelta(hours=1)
_LONG_AGO: Final = timedelta(days=7)


class Seen(NamedTuple):
    """The clock, and the seconds that the machine has counted, at one moment."""

    at: datetime
    counted: float


def doubted(last: LastChores | None, before: Seen | None, now: Seen) -> int:
    """How many rounds the clock is still doubted, this one included; 0: it is believed.

    `before`: the round before in this process; None in the first.
    """
    left = max(0, last.doubted - 1) if last else 0
    if before is not None:
        jumped = abs((now.at - before.at) - timedelta(seconds=now.counted - before.counted)) > _APART
    else:
        jumped = last is not None and not -_APART < now.at - last.at < _LONG_AGO
    return ROUNDS if jumped else left
