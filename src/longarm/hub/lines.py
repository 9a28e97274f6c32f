"""What happened at the hub, counted by day, member and what. Never what a letter held."""

from __future__ import annotations

import sys
from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import F

from longarm.exchange.refused import Refused
from longarm.exchange.strangers import Strangers
from longarm.hub.models import Line, Member

_strangers = Strangers()


class LineView(NamedTuple):
    """`member`: a fingerprint, empty for a stranger."""

    day: date
    member: str
    what: str
    times: int
    last_at: datetime


def note(what: str, member: Member | None, now: datetime, count: int = 1) -> bool:
    """Adds to the day's line. True when it is the first of its kind that day: then it is worth a line in the server's log."""
    with transaction.atomic():
        mine = Line.objects.filter(day=now.date(), member=member, what=what)
        if mine.update(count=F("count") + count, last_at=now):
            return False
        Line.objects.create(day=now.date(), member=member, what=what, count=count, last_at=now)
        return True


def note_refused(refused: Refused, now: datetime) -> None:
    """Counts a refusal by member and code, with nothing of the letter; the first of a day also stands in the server's log.

    Strangers are written down once a second and code, together, and so is each member that is cut off: a flood of them is no work
    for the tables.
    """
    sender = refused.facts.get("sender", "")
    member = Member.objects.filter(fingerprint=sender).first() if sender else None
    counted = member is not None and refused.code != "cut-off"
    times = 1 if counted else _strangers.due(f"{refused.code} {sender if member else ''}", now)
    if times and note(f"refused-{refused.code}", member, now, times):
        sys.stderr.write(f"longarm hub: refused, {refused.code}: {member.fingerprint[:16] if member else 'a stranger'}\n")


def lines(last: int = 1000) -> tuple[LineView, ...]:
    """The newest first. Two processes may have begun a line each: they are shown as one."""
    found: dict[tuple[date, str, str], LineView] = {}
    for row in Line.objects.select_related("member").order_by("-day", "-last_at")[:last]:
        key = (row.day, row.member.fingerprint if row.member else "", row.what)
        known = found.get(key)
        found[key] = LineView(*key, row.count + (known.times if known else 0), known.last_at if known else row.last_at)
    return tuple(found.values())
