"""Dates and times of headers as ISO 8601, each distinct one worked out once."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, Literal

from longarm.evidence.importers.contract import DateOrder
from longarm.evidence.importers.whatsapp.header import half_of_day
from longarm.evidence.importers.whatsapp.marks import clean
from longarm.evidence.importers.whatsapp.order import Fields, full_year
from longarm.evidence.parsing.local_time import in_zone

_NUMBERS: Final = re.compile(r"\d+")
_MOST: Final = 16_384  # distinct dates or times kept; a whole day in seconds would be 86,400

WhyNot = Literal["undecided", "other_order", "hijri_calendar", "other_calendar", "impossible_date"]
_POSITIONS: Final[dict[DateOrder, tuple[int, int, int]]] = {"dmy": (2, 1, 0), "mdy": (2, 0, 1), "ymd": (0, 1, 2)}


def fields_of(written: bytes) -> Fields:
    """The three numbers of a date as written."""
    first, second, third = _NUMBERS.findall(clean(written.decode("utf-8", "replace")))
    return int(first), int(second), int(third)


class Days(dict[bytes, str]):
    """Date as written → `2021-12-30`, or an empty text where it gives none: `why_not` then says why."""

    def __init__(self, order: DateOrder | None) -> None:
        super().__init__()
        self._order = order

    def __missing__(self, written: bytes) -> str:
        if not written:
            return ""
        if len(self) >= _MOST:
            self.clear()
        day = _in_order(fields_of(written), self._order) if self._order else None
        self[written] = value = day.isoformat() if day else ""
        return value

    def why_not(self, written: bytes) -> WhyNot:
        """Why `written` gives no date here."""
        fields = fields_of(written)
        year = full_year(max(fields[0], fields[2]) if max(fields) > 99 else fields[2])
        if 1300 < year < 1500:
            return "hijri_calendar"
        if not 1970 <= year <= 2100:
            return "other_calendar"
        if not any(_in_order(fields, order) for order in _POSITIONS):
            return "impossible_date"
        return "other_order" if self._order else "undecided"


def candidates(written: bytes) -> tuple[str, ...]:
    """The days that `written` may mean: day first, then month first."""
    fields = fields_of(written)
    days = [day.isoformat() for order in ("dmy", "mdy") if (day := _in_order(fields, order))]
    return tuple(dict.fromkeys(days))


def _in_order(fields: Fields, order: DateOrder) -> date | None:
    year, month, day = (fields[position] for position in _POSITIONS[order])
    if not (1970 <= full_year(year) <= 2100):
        return None
    try:
        return date(full_year(year), month, day)
    except ValueError:
        return None


class Clocks(dict[bytes, str]):
    """Time as written → `T21:14:00`, or an empty text where it is none (`25:61`)."""

    def __missing__(self, written: bytes) -> str:
        if len(self) >= _MOST:
            self.clear()
        self[written] = value = _clock(clean(written.decode("utf-8", "replace")))
        return value


def _clock(text: str) -> str:
    """12 at night is 00, 12 at noon 12; a `14:00 PM` stays 14:00."""
    numbers = _NUMBERS.findall(text)
    if not 2 <= len(numbers) <= 3:
        return ""
    hour, minute, second = (int(number) for number in [*numbers, "0"][:3])
    half = re.sub(r"[\d:]|(?<=\d)\.(?=\d)", "", text).strip()
    if half:
        meant = half_of_day(half)
        if meant is None or (meant == "am" and hour > 12):
            return ""
        if hour <= 12:
            hour = hour % 12 + (12 if meant == "pm" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return ""
    return f"T{hour:02}:{minute:02}:{second:02}"


class Zoned(dict[str, str]):
    """Local time → the same with the offset it had in the zone that the person named. `findings` holds the doubtful ones."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self.findings: dict[str, tuple[str, ...]] = {}

    def __missing__(self, local: str) -> str:
        if len(self) >= _MOST:
            self.clear()
            self.findings.clear()
        placed = in_zone(local, self._zone)
        self[local] = at = placed.at if placed else local
        if placed and placed.findings:
            self.findings[local] = placed.findings
        return at
