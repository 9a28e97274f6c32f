"""Rules that contradict themselves are refused before they are kept."""

from __future__ import annotations

from itertools import pairwise
from typing import Final
from zoneinfo import available_timezones

from longarm.casework.day.hours import DAY, minutes
from longarm.casework.rules import Rules
from longarm.errors import BadInput

_LONGEST_TITLE: Final = 80
_LONGEST_YEARS: Final = 100


def check(rules: Rules) -> None:
    """Raises BadInput where alarms do not rise, hours run backwards or overlap, or the time zone is not known."""
    limits = (0, *rules.alarm_minutes, rules.answer_minutes)
    if len(rules.alarm_minutes) != 2 or any(one >= next_ for one, next_ in pairwise(limits)) or limits[-1] > 7 * DAY:
        raise BadInput("casework-alarms-not-rising")
    if rules.time_zone not in available_timezones():
        raise BadInput("casework-no-time-zone", zone=rules.time_zone[:60])
    if rules.retention_days is not None and not 1 <= rules.retention_days <= 366 * _LONGEST_YEARS:
        raise BadInput("casework-bad-retention")
    if len(rules.neutral_title) > _LONGEST_TITLE:
        raise BadInput("casework-title-too-long", longest=_LONGEST_TITLE)
    stretches = sorted((one.weekday, minutes(one.opens), minutes(one.closes)) for one in rules.staffed)
    if any(not 0 <= weekday <= 6 or opens >= closes for weekday, opens, closes in stretches):
        raise BadInput("casework-bad-hours")
    if any(day == other and closes > opens for (day, _, closes), (other, opens, _) in pairwise(stretches)):
        raise BadInput("casework-bad-hours")
