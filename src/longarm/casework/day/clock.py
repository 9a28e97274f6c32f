"""How long somebody has waited for an answer, in hours in which somebody is there, and whether an alarm sounds."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from longarm.casework.day.hours import LONGEST, staffed
from longarm.casework.rules import Rules


class Wait(NamedTuple):
    """`minutes` without an answer. `level`: how many limits are passed, the alarms first, the inner target (`late`) last."""

    minutes: int
    level: int
    late: bool


def wait(asked_at: datetime, now: datetime, rules: Rules) -> Wait:
    """The wait since `asked_at`, counted in staffed hours where the organisation has set some. Never negative."""
    waited = int(_counted(asked_at, now, rules).total_seconds()) // 60
    late = waited >= rules.answer_minutes
    return Wait(waited, sum(waited >= limit for limit in rules.alarm_minutes) + late, late)


def answer_by(asked_at: datetime, rules: Rules) -> datetime | None:
    """When an answer is aimed at: None where no staffed hours are set, for then no time is told to anybody."""
    left = timedelta(minutes=rules.answer_minutes)
    for start, end in staffed(asked_at, asked_at + timedelta(days=LONGEST), rules) if rules.staffed else ():
        if end - start >= left:
            return start + left
        left -= end - start
    return None


def _counted(since: datetime, now: datetime, rules: Rules) -> timedelta:
    if now <= since:
        return timedelta()
    if not rules.staffed:
        return now - since
    return sum((end - start for start, end in staffed(since, now, rules)), timedelta())
