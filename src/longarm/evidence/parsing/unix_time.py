"""Times that exports write as a count since 1970: UTC, therefore ending in `Z` (POSIX time, ISO 8601)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Final, Literal

_DIGITS: Final = re.compile(r"[0-9]{1,17}")
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_YEAR_3000: Final = 32_503_680_000  # seconds; no message of ours is written after it


def utc(count: object, unit: Literal["s", "ms"]) -> str | None:
    """A number, or a text of digits, as `2021-12-30T19:14:00Z` (with `.123` where the unit is finer); None if it is no time."""
    number = count
    if isinstance(count, str):
        number = int(count) if _DIGITS.fullmatch(count) else None
    if not isinstance(number, int) or isinstance(number, bool):
        return None
    millis = number * 1000 if unit == "s" else number
    if not 0 < millis < _YEAR_3000 * 1000:
        return None
    moment = _EPOCH + timedelta(milliseconds=millis)
    return moment.isoformat(timespec="milliseconds" if millis % 1000 else "seconds").replace("+00:00", "Z")
