"""What time takes away: registrations whose last day is over, hits that are settled, answers nobody can ask for again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q

from longarm.exchange.letter import DIRECT
from longarm.hub.companies import regroup
from longarm.hub.hits import STORED
from longarm.hub.lines import note
from longarm.hub.models import Answered, EscrowNotice, EscrowReport, Hit, Registration, Usage

_ANSWERS: Final = 2 * DIRECT + timedelta(minutes=5)  # a letter older than DIRECT is refused for its time; a clock may stand ahead
_HITS: Final = timedelta(days=90)  # that a side has not fetched although the other no longer holds the token
_USAGE: Final = timedelta(days=60)


class Swept(NamedTuple):
    expired: int
    hits: int
    answers: int


def sweep(now: datetime) -> Swept:
    """Once an hour. A registration is good to the end of its last day, UTC."""
    with transaction.atomic():
        expired, _ = Registration.objects.filter(expires_on__lt=now.date()).delete()
        held = Registration.objects.filter(token=OuterRef("token"))
        one_left = ~Exists(held.filter(member=OuterRef("first"))) | ~Exists(held.filter(member=OuterRef("second")))
        settled = Q(first_told=0, second_told=0) | Q(first_told=STORED, second_told=STORED) | Q(first=F("second"))
        hits, _ = Hit.objects.filter(settled | Q(made_at__lt=now - _HITS)).filter(one_left).delete()
        _sweep_escrow(now)
        answers, _ = Answered.objects.filter(at__lt=now - _ANSWERS).delete()
        Usage.objects.filter(day__lt=(now - _USAGE).date()).delete()
        if expired:
            note("expired", None, now, expired)
    return Swept(expired, hits, answers)


def _sweep_escrow(now: datetime) -> None:
    """Reports whose last day is over; those taken back that everybody was told of who had a right to, or did not ask in time."""
    EscrowReport.objects.filter(expires_on__lt=now.date()).delete()
    regroup(now)  # though nobody asks what opens: what was taken back goes
    waited_for = Exists(EscrowNotice.objects.filter(report=OuterRef("id")).exclude(state=STORED))
    gone = EscrowReport.objects.exclude(withdrawn_at=None)
    gone.filter(Q(grouped=True) & ~waited_for | Q(withdrawn_at__lt=now - _HITS)).delete()
