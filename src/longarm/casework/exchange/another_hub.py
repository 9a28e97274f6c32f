"""Another hub is used from now on: what lay at the one before goes to the new one, and is taken back there."""

from __future__ import annotations

from longarm.casework.exchange.escrow.letting_go import leave_report
from longarm.casework.exchange.letting_go import leave
from longarm.store.models import Escrowed, Member, Registered


def another_hub(before: Member | None) -> None:
    """In the caller's transaction. `before`: the hub used until now; None where it was cut off: nothing is said to it any more,
    and what lies there ends with its last day."""
    registered, reports = Registered.objects.exclude(posted_at=None), Escrowed.objects.exclude(posted_at=None)
    if before is not None:
        for row in registered:
            leave(row, before)
        for report in reports:
            leave_report(report, before)
    registered.update(posted_at=None)
    reports.update(posted_at=None, rests_until=None)
