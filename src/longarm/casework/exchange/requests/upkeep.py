"""What requests need once an hour: those that are over, letters that nobody will ask about any more."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from longarm.casework.exchange.requests.moving_on import move
from longarm.casework.exchange.requests.opened import lock_both
from longarm.casework.node import record
from longarm.exchange.letter import CARRIED, DIRECT
from longarm.exchange.request.states import OPEN
from longarm.store.models import Case, Outgoing, Request, TakenLetter

_KEPT: Final = CARRIED + 2 * DIRECT + timedelta(days=1)  # older letters are refused by their time


def end_requests() -> int:
    """Those whose last day is past are over, on both sides by the same day. Returns how many, with the letters that went."""
    now = timezone.now()
    count = 0
    past = Request.objects.filter(state__in=OPEN, lapses_on__lt=now.date()).exclude(state="expired")
    for request in list(past.values_list("id", flat=True)):
        with transaction.atomic():
            row = lock_both(request)
            if row is None or not move(row, "expire", "time", now):
                continue
            row.save(update_fields=["state", "changed_at"])
            organisation = Case.objects.values_list("organisation_id", flat=True).get(id=row.case_id)
            record(None, "request-expired", organisation=organisation, case=row.case_id, object=row.id)
            count += 1
    count += TakenLetter.objects.filter(at__lt=now - _KEPT).delete()[0]
    return count + Outgoing.objects.filter(delivered_at__lt=now - _KEPT).delete()[0]
