"""When an identifier was in use, and how long lies between two uses."""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec

GAP: Final = 183  # days: six months without use, after which a number may be another's (docs/matching.md)


class Period(msgspec.Struct, frozen=True):
    """First and last possible day of use, both included."""

    first: date
    last: date

    def gap_to(self, other: Period) -> int:
        """Days between the two, 0 when they touch or overlap. Symmetric."""
        return max(0, (other.first - self.last).days, (self.first - other.last).days)
