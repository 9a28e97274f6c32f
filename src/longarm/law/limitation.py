"""Until when an offence can be prosecuted (limitation), where the facts of its state say so; nothing else is guessed.

The day is counted from the first day on which the act can have been done, so that it is rather too early than too late. An act
of investigation may interrupt the time, and for a child it often begins only later: where a child was harmed nothing is counted.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from longarm.case.answer import Answer
from longarm.case.when import When
from longarm.law.model import Limitation, Offence, State


class Until(NamedTuple):
    """The last day of the time, and the fact it rests on."""

    day: date
    fact: str


def prosecutable_until(state: State, offence: Offence, at: When) -> Until | None:
    """The day for an act of `at`; None where no rule of the state is known to hold for the offence on that day."""
    if not at.known or at.last.year > 9000:
        return None
    for rule in state.complaint.limitation:
        begun = rule.from_.on_or_before(at.first) is Answer.YES
        over = rule.until.happened and rule.until.first < at.last
        if begun and not over and _covers(rule, offence):
            return Until(_years_later(at.first, rule.years), f"states/{state.state}#complaint/limitation/{rule.id}")
    return None


def _covers(rule: Limitation, offence: Offence) -> bool:
    if rule.offences:
        return offence.id in rule.offences
    if offence.id in rule.not_for or (rule.laws and offence.law not in rule.laws):
        return False
    years = offence.max_years.number
    return years is not None and rule.above < years <= rule.up_to


def _years_later(day: date, years: int) -> date:
    later = day.year + years
    return date(later, 2, 28) if (day.month, day.day) == (2, 29) else day.replace(year=later)
