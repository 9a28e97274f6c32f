"""Dates that may be known to the year, the month, the day or the second, and what can be said of them."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime
from typing import Final

from longarm.case.answer import Answer

_SHAPE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?")


class When(str):
    """A moment as it was written (ISO 8601: year, month, day or date-time; or `unknown`), with its first and last possible day.

    It is its text, so that it compares and is written as it was read. A bare year is any day of that year, never its
    1 January: `When.parse("2014").after(date(2014, 6, 1))` is unknown.
    """

    __slots__ = ("first", "last")
    first: date
    last: date

    def __new__(cls, text: str, first: date, last: date) -> When:
        when = super().__new__(cls, text)
        when.first, when.last = first, last
        return when

    @classmethod
    def parse(cls, text: str) -> When:
        """Raises ValueError when `text` is no date of the calendar."""
        if text == "unknown":
            return cls(text, date.min, date.max)
        if match := _SHAPE.fullmatch(text):
            year, month, day = int(match[1]), match[2], match[3]
            if day:
                return cls(text, date.fromisoformat(text), date.fromisoformat(text))
            if month:
                last = calendar.monthrange(year, int(month))[1] if 1 <= int(month) <= 12 else 0
                return cls(text, date(year, int(month), 1), date(year, int(month), last))
            return cls(text, date(year, 1, 1), date(year, 12, 31))
        if _TIME.fullmatch(text):
            day_of = datetime.fromisoformat(text).date()
            return cls(text, day_of, day_of)
        raise ValueError(f"{text!r} is no date")

    @property
    def known(self) -> bool:
        return self != "unknown"

    def on_or_before(self, day: date) -> Answer:
        """Had it come by the end of `day`?"""
        if self.last <= day:
            return Answer.YES
        return Answer.NO if self.first > day else Answer.UNKNOWN

    def after(self, day: date) -> Answer:
        return ~self.on_or_before(day)


UNKNOWN: Final = When.parse("unknown")
