"""Which reports in escrow have the company that each asked for, and whom that concerns. The holders check it once more.

Worked out when somebody fetches, never while a report is lodged: how long that takes would tell its member whether the offender
was named before.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

import msgspec
from django.db.models import Q

from longarm.exchange.escrow.company import opens
from longarm.exchange.escrow.report import Report
from longarm.hub.models import Apart, EscrowNotice, EscrowReport, Member

WAITS, SENT, STORED = 0, 1, 2
_AT_ONCE: Final = 500  # reports that came or went, looked at in one go


def regroup(now: datetime) -> None:
    """For what came or went since the last time, in the caller's transaction: who is to be told of which."""
    changed = list(EscrowReport.objects.select_for_update().filter(grouped=False).order_by("id")[:_AT_ONCE])
    for token, epoch in sorted({(bytes(row.token), row.epoch) for row in changed}):
        _regroup(token, epoch, now)
    EscrowReport.objects.filter(id__in=[row.id for row in changed]).update(grouped=True)


def counts(row: EscrowReport, now: datetime) -> bool:
    return row.withdrawn_at is None and row.member.cut_off_at is None and row.expires_on >= now.date()


def report_in(row: EscrowReport) -> Report:
    return msgspec.msgpack.decode(bytes(row.report), type=Report)


def pairs_apart(members: Iterable[int]) -> frozenset[frozenset[int]]:
    """Who of them is never matched with whom, whichever of the two said so."""
    some = list(members)
    rows = Apart.objects.filter(Q(member__in=some) & Q(other__in=some)).values_list("member_id", "other_id")
    return frozenset(frozenset(pair) for pair in rows)


def forget_untold(member: Member) -> None:
    """Of a member that was cut off: what nobody was told of is told to nobody."""
    EscrowNotice.objects.filter(report__member=member, state=WAITS).delete()


def _regroup(token: bytes, epoch: str, now: datetime) -> None:
    """While nobody was told of anything here, what no longer opens goes without a trace. Once somebody was, the others keep
    what they had a right to: nobody looks, takes back and goes unseen."""
    rows = list(EscrowReport.objects.filter(token=token, epoch=epoch).select_related("member"))
    notices = EscrowNotice.objects.filter(report__in=rows)
    if not notices.exclude(state=WAITS).exists():
        notices.delete()
    here = {row.member_id for row in rows if row.withdrawn_at is None}
    notices.filter(state=WAITS).exclude(member_id__in=here).delete()  # who has no report here is told of none
    awaited = set(notices.exclude(state=STORED).values_list("report_id", flat=True))
    EscrowReport.objects.filter(id__in=[row.id for row in rows if row.withdrawn_at and row.id not in awaited]).delete()
    found = _company(row for row in rows if counts(row, now))
    members = {row.member_id for row in found}
    apart = pairs_apart(members)
    EscrowNotice.objects.bulk_create(
        (
            EscrowNotice(report=row, member_id=member, made_at=now)
            for row in found
            for member in members - {row.member_id}
            if frozenset((member, row.member_id)) not in apart
        ),
        ignore_conflicts=True,
    )


def _company(rows: Iterable[EscrowReport]) -> list[EscrowReport]:
    by_leaf = {bytes(row.leaf): row for row in rows}
    return [by_leaf[report.leaf] for report in opens(map(report_in, by_leaf.values()))]
