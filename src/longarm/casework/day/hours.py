"""Staffed hours: stretches of a week by the organisation's own clock, as moments in UTC."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from longarm.casework.rules import Rules
from longarm.errors import BadInput

DAY: Final = 24 * 60  # minutes
LONGEST: Final = 366  # days that are looked at; who waited longer has an alarm in any case


def staffed(since: datetime, until: datetime, rules: Rules) -> Iterator[tuple[datetime, datetime]]:
    """The staffed stretches between two moments; a day on which the clocks change is as long as it is."""
    zone = ZoneInfo(rules.time_zone)
    day = since.astimezone(zone).date()
    hours = sorted((one.weekday, minutes(one.opens), minutes(one.closes)) for one in rules.staffed)
    for _ in range(LONGEST):
        for weekday, opens, closes in hours:
            start, end = max(_at(day, opens, zone), since), min(_at(day, closes, zone), until)
            if weekday == day.weekday() and start < end:
                yield start, end
        day += timedelta(days=1)
        if _at(day, 0, zone) >= until:
            return


def minutes(written: str) -> int:
    """`09:30` as minutes of the day, `24:00` its end. Raises BadInput for what is no time of day."""
    hour, colon, minute = written.partition(":")
    if not (colon and hour.isascii() and hour.isdecimal() and minute.isascii() and minute.isdecimal() and len(minute) == 2):
        raise BadInput("casework-bad-hours")
    value = int(hour) * 60 + int(minute)
    if len(hour) > 2 or int(minute) > 59 or value > DAY:
        raise BadInput("casework-bad-hours")
    return value


def _at(day: date, minute: int, zone: tzinfo) -> datetime:
    if minute == DAY:
        day, minute = day + timedelta(days=1), 0
    return datetime.combine(day, time(minute // 60, minute % 60), zone).astimezone(UTC)
