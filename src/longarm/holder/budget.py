"""What a member may ask in a day (UTC). Who tries a range of numbers one by one stops there; counted before any work."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db.models import F

from longarm.exchange.refused import Refused
from longarm.holder.models import Member, Spent

LETTERS_A_DAY: Final = 5_000
ELEMENTS_A_DAY: Final = 20_000
OPENED_A_DAY: Final = 2_000  # reports in escrow: 125 companies of sixteen


def spend(member: Member, now: datetime, elements: int = 0, opened: int = 0) -> None:
    """Counts one letter, `elements` and reports `opened`, in the caller's transaction. Raises Refused("budget") when that is
    more than is left."""
    row, _ = Spent.objects.get_or_create(day=now.date(), member=member)
    most = member.budget or ELEMENTS_A_DAY
    left = Spent.objects.filter(
        id=row.id, letters__lt=LETTERS_A_DAY, elements__lte=most - elements, opened__lte=OPENED_A_DAY - opened
    )
    more = {"letters": F("letters") + 1, "elements": F("elements") + elements, "opened": F("opened") + opened}
    if elements > most or not left.update(**more):
        raise Refused("budget")
