"""Fields on time running out: what may be gone by when, for how long it is to be kept, and when to remind."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from longarm.case.when import When
from longarm.documents.content import Content, Text, items
from longarm.documents.dates import say_date
from longarm.documents.form import form
from longarm.documents.matter import Matter

_DAYS: Final = re.compile(r"P(\d+)D")
_CHILD_ACTS: Final = ("child_sexual_demand", "grooming")
# Which period of which form holds: an order at home in Egypt, a company of the United States, else Budapest art. 29(7).
_AT_HOME: Final = {"EG": ("telecom-request", "eg_order")}
_ASKED: Final = {"US": ("provider-request", "us_preservation")}
_ELSE: Final = ("preservation-request", "min_preservation")


def urgency(matter: Matter) -> Content | None:
    """Reasons with dates: a bare "urgent" is ignored."""
    said = []
    if soonest := perishing(matter):
        day, value = soonest
        name = "urgency-gone" if day <= matter.as_of else "urgency-perishes"
        said.append(matter.say(name, day=_day(matter, day), value=value))
    if any(event.kind in _CHILD_ACTS for event in matter.case.events) or any(p.minor for p in matter.case.complainants):
        said.append(matter.say("urgency-child"))
    if any(event.kind in ("threat_to_publish", "threat_of_violence") for event in matter.case.events):
        said.append(matter.say("urgency-threat"))
    return items(said)


def necessity(matter: Matter) -> Content | None:
    """Why the data must be kept now."""
    said = [matter.say("necessity-user")]
    if soonest := perishing(matter):
        said.insert(0, matter.say("necessity-retention", day=_day(matter, soonest[0])))
    return items(said)


def preserve_until(matter: Matter) -> Content | None:
    days = keep_days(matter)
    until = matter.as_of + timedelta(days=days)
    return Text(matter.say("preserve-until", days=matter.number(days), day=_day(matter, until)))


def keep_days(matter: Matter) -> int:
    """The period asked for, in days, from the times of the forms."""
    abroad = matter.requested and matter.acting != matter.requested
    document, period = _ASKED.get(matter.requested or "", _ELSE) if abroad else _AT_HOME.get(matter.acting or "", _ELSE)
    found = _DAYS.fullmatch(next(time.duration for time in form(document).time if time.id == period))
    if found is None:
        raise ValueError(period)
    return int(found[1])


def reminder(matter: Matter) -> date:
    """The day to ask for renewal or to send the request for assistance: two thirds of the period."""
    return matter.as_of + timedelta(days=keep_days(matter) * 2 // 3)


def perishing(matter: Matter) -> tuple[date, str] | None:
    """The first of the identifiers asked about whose traces may be gone, and the day."""
    about = {x.id: x for x in matter.asked_about()}
    lines = [(date.fromisoformat(x.perishes_on), x.id) for x in matter.answer.identifiers if x.id in about and x.perishes_on]
    return (min(lines)[0], matter.shown(about[min(lines)[1]])) if lines else None


def _day(matter: Matter, day: date) -> str:
    return say_date(When.parse(day.isoformat()), matter.language, matter.forum)
