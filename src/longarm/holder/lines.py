"""What happened here, counted by day, member and what. Never what a letter held: a flood of refusals is one line."""

from __future__ import annotations

import sys
from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import F

from longarm.exchange.refused import Refused
from longarm.exchange.strangers import Strangers
from longarm.holder.models import Line, Member

_strangers = Strangers()


class LineView(NamedTuple):
    """`member`: a fingerprint, empty for a stranger. `letters` of this kind that day, and the `elements` in them."""

    day: date
    member: str
    what: str
    letters: int
    elements: int
    last_at: datetime


def note(what: str, member: Member | None, now: datetime, elements: int = 0, letters: int = 1) -> bool:
    """Adds to the day's line. True when it is the first of its kind that day: then it is worth a line in the server's log."""
    with transaction.atomic():
        mine = Line.objects.filter(day=now.date(), member=member, what=what)
        if mine.update(letters=F("letters") + letters, elements=F("elements") + elements, last_at=now):
            return False
        Line.objects.create(day=now.date(), member=member, what=what, letters=letters, elements=elements, last_at=now)
        return True


def note_refused(refused: Refused, now: datetime) -> None:
    """Counts a refusal by member and code, with nothing of the letter; the first of a day also stands in the server's log.

    Strangers are written down once a second and code, together, and so is each member that is cut off: each letter by itself
    would let them keep the database busy.
    """
    sender = refused.facts.get("sender", "")
    member = Member.objects.filter(fingerprint=sender).first()
    counted = member is not None and refused.code != "cut-off"
    letters = 1 if counted else _strangers.due(f"{refused.code} {sender if member else ''}", now)
    if letters and note(f"refused-{refused.code}", member, now, refused.facts.get("elements", 0), letters):
        sys.stderr.write(f"longarm holder: refused, {refused.code}: {member.fingerprint[:16] if member else 'a stranger'}\n")


def lines(last: int = 1000) -> tuple[LineView, ...]:
    """The newest first. Two processes may have begun a line each: they are shown as one."""
    found: dict[tuple[date, str, str], LineView] = {}
    for row in Line.objects.select_related("member").order_by("-day", "-last_at")[:last]:
        key = (row.day, row.member.fingerprint if row.member else "", row.what)
        known = found.get(key, LineView(*key, 0, 0, row.last_at))
        found[key] = known._replace(letters=known.letters + row.letters, elements=known.elements + row.elements)
    return tuple(found.values())
