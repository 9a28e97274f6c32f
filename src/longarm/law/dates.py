"""The dates and measures of law beside the ISO ones: never, no end, no such thing, and the ceiling of a penalty."""

from __future__ import annotations

import math
import re
from datetime import date
from functools import lru_cache
from typing import Final

from longarm.case.answer import Answer
from longarm.case.when import When

_DAY: Final = len("2026-01-31")
_YEARS: Final = re.compile(r"\d+(\.\d+)?")


def _first_and_last(text: str) -> tuple[date, date]:
    """As `When` reads it; a whole day, which most are, by the shorter way."""
    if len(text) == _DAY and text[4] == text[7] == "-":
        day = date.fromisoformat(text)
        return day, day
    plain = When.parse(text)
    return plain.first, plain.last


class LawDate(When):
    """A date of law: as `When`, and `open` (no end) and `no` (it never happened: not repealed, never in force).

    Both lie after every day, so that `on_or_before` answers `no`.
    """

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> LawDate:
        """Raises ValueError when `text` is neither a date nor `open`, `no` or `unknown`."""
        if text in ("open", "no"):
            return cls(text, date.max, date.max)
        return cls(text, *_first_and_last(text))

    @property
    def happened(self) -> bool:
        """False for `open` and `no`, and for what is unknown."""
        return self not in ("open", "no", "unknown")


class Checked(When):
    """The day somebody read the source, or `never`, which is older than every day."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Checked:
        """Raises ValueError when `text` is neither a date nor `never`."""
        if text == "never":
            return cls(text, date.min, date.min)
        return cls(text, *_first_and_last(text))


class Years(str):
    """A penalty in decimal years as written: `0` a fine only, `0.25` three months, `life`, `death`, `unknown`."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Years:
        """Raises ValueError when `text` is none of these."""
        if text not in ("life", "death", "unknown") and not _YEARS.fullmatch(text):
            raise ValueError(text)
        return cls(text)

    @property
    def number(self) -> float | None:
        """Years; infinity for life and death; None when unknown."""
        if self == "unknown":
            return None
        return math.inf if self in ("life", "death") else float(self)

    def reaches(self, years: float) -> Answer:
        """Is it that long at least?"""
        return _reaches(self, years)


@lru_cache(maxsize=1024)
def _reaches(penalty: Years, years: float) -> Answer:
    number = penalty.number
    if number is None:
        return Answer.UNKNOWN
    return Answer.YES if number >= years else Answer.NO


OPEN: Final = LawDate.parse("open")
NO: Final = LawDate.parse("no")
UNKNOWN_DATE: Final = LawDate.parse("unknown")
NEVER: Final = Checked.parse("never")
UNKNOWN_YEARS: Final = Years.parse("unknown")
