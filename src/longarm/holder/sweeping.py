"""What time takes away: answers nobody can ask for again, old days' budgets, shares whose last day is over."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from longarm.exchange.letter import DIRECT
from longarm.holder.ceremony.telling import KEPT
from longarm.holder.lines import note
from longarm.holder.models import Answered, Ceremony, ShownHead, Spent
from longarm.holder.shares import drop_ended

_ANSWERS: Final = 2 * DIRECT + timedelta(minutes=5)  # a letter older than DIRECT is refused for its time; a clock may stand ahead
_SPENT: Final = timedelta(days=60)
_HEADS: Final = timedelta(days=400)  # longer than any report lasts that was shown with one


def sweep(now: datetime) -> int:
    """Once an hour. Returns how many answers went."""
    with transaction.atomic():
        gone, _ = Answered.objects.filter(at__lt=now - _ANSWERS).delete()
        Spent.objects.filter(day__lt=(now - _SPENT).date()).delete()
        Ceremony.objects.filter(confirmed_at__lt=now - KEPT).delete()
        ShownHead.objects.filter(shown_at__lt=now - _HEADS).delete()
        if drop_ended(now):
            note("share-dropped", None, now)
    return gone
