"""The form of `/between/`: a few facts and one or two days, read from what was posted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from longarm.case.answer import Answer
from longarm.errors import BadInput
from longarm.law.few_facts import PARTS, UNKNOWN, WANTS, FewFacts
from longarm.law.load import load

_FIRST, _LAST = date(1900, 1, 1), date(2100, 12, 31)


class Asked(NamedTuple):
    """`told`, the day it is asked for, and a second day to compare with."""

    told: FewFacts
    day: date
    other: date | None

    @property
    def begun(self) -> date:
        """The day the case is dated: the earlier one, so that it is the same case on both."""
        return min(self.day, self.other or self.day)

    def fields(self) -> dict[str, str]:
        """As the form would send it again."""
        told = self.told
        return {
            "harmed_in": told.harmed_in,
            "suspect_in": told.suspect_in,
            "number_of": told.number_of,
            "platform": told.platform or UNKNOWN,
            "demand": told.demand or UNKNOWN,
            **{part: getattr(told, part).value for part in PARTS},
            "day": self.day.isoformat(),
            "other_day": self.other.isoformat() if self.other else "",
        }


def asked(form: Mapping[str, str], today: date) -> Asked:
    """What was asked. Raises BadInput for a state that is none, or a day that is none."""
    told = FewFacts(
        harmed_in=form.get("harmed_in", ""),
        suspect_in=form.get("suspect_in") or UNKNOWN,
        number_of=form.get("number_of") or UNKNOWN,
        platform=platform if (platform := form.get("platform")) in load().platforms else None,
        demand=next((want for want in WANTS if want == form.get("demand")), None),
        **{part: _answer(form.get(part)) for part in PARTS},
    )
    day = _day(form.get("day")) or today
    other = _day(form.get("other_day"))
    return Asked(told, day, None if other == day else other)


def _answer(word: str | None) -> Answer:
    return Answer(word) if word in tuple(Answer) else Answer.UNKNOWN


def _day(text: str | None) -> date | None:
    if not text:
        return None
    try:
        day = date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        day = None
    if day is None or not _FIRST <= day <= _LAST:
        raise BadInput("law-no-day", value=text[:20])
    return day
