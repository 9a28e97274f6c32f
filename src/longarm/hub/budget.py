"""What a member may ask in a day (UTC): a flood, or a range of numbers tried one by one, stops there."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db.models import F

from longarm.exchange.refused import Refused
from longarm.hub.models import Member, Usage

LETTERS_A_DAY: Final = 5_000
ENTRIES_A_DAY: Final = 20_000
REPORTS_A_DAY: Final = 500  # in escrow: one a person and identifier, and each may open others': few


def spend(member: Member, now: datetime, entries: int = 0, reports: int = 0) -> None:
    """Counts one letter, `entries` and `reports`, in the caller's transaction. Raises Refused("budget") when that is more than
    is left."""
    row, _ = Usage.objects.get_or_create(day=now.date(), member=member)
    most = member.entries_a_day or ENTRIES_A_DAY
    left = Usage.objects.filter(
        id=row.id, letters__lt=LETTERS_A_DAY, entries__lte=most - entries, reports__lte=REPORTS_A_DAY - reports
    )
    more = {"letters": F("letters") + 1, "entries": F("entries") + entries, "reports": F("reports") + reports}
    if entries > most or not left.update(**more):
        raise Refused("budget")
