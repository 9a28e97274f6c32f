"""What a member may ask in a day (UTC): a flood, or a range of numbers tried one by one, stops there."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db.models import F

from longarm.exchange.refused import Refused
from longarm.hub.models import Member, Usage

LETTERS_A_DAY: Final = 5_000
ENTRIES_A_DAY: Final = 20_000


def spend(member: Member, now: datetime, entries: int = 0) -> None:
    """Counts one letter and `entries`, in the caller's transaction. Raises Refused("budget") when that is more than is left."""
    row, _ = Usage.objects.get_or_create(day=now.date(), member=member)
    most = member.entries_a_day or ENTRIES_A_DAY
    left = Usage.objects.filter(id=row.id, letters__lt=LETTERS_A_DAY, entries__lte=most - entries)
    if entries > most or not left.update(letters=F("letters") + 1, entries=F("entries") + entries):
        raise Refused("budget")
