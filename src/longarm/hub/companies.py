"""Which reports in escrow have the company that each asked for, and whom that concerns. The holders check it once more.

Worked out when somebody fetches, never while a report is lodged: how long that takes would tell its member whether the offender
was named before.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

import msgspec
from django.db.models import Q

from longarm.exchange.escrow.company import opens
from longarm.exchange.escrow.report import Report
from longarm.hub.models import Apart, EscrowNotice, EscrowReport, Member

WAITS, SENT, STORED = 0, 1, 2
# As WAITS and SENT, of a company that does not open now: nobody looks at it again before something of its token comes or goes.
WAITS_SHUT, SENT_SHUT = 3, 4
_AT_ONCE: Final = 500  # reports that came or went, looked at in one go


def regroup(now: datetime) -> None:
    """For what came or went since the last time, in the caller's transaction: who is to be told of which.

    The newest first: who lodges without end, or is apart from others and together again, keeps nobody waiting.
    """
    changed = list(EscrowReport.objects.select_for_update().filter(grouped=False).order_by("-id")[:_AT_ONCE])
    for token, epoch in sorted({(bytes(row.token), row.epoch) for row in changed}):
        _regroup(token, epoch, now)
    EscrowReport.objects.filter(id__in=[row.id for row in changed]).update(grouped=True)


def look_again(member: Member) -> None:
    """What of this member was worked out no longer holds: it was cut off and is back, or is apart from others now."""
    EscrowReport.objects.filter(member=member, grouped=True).update(grouped=False)


def counts(row: EscrowReport, now: datetime) -> bool:
    return row.withdrawn_at is None and row.member.cut_off_at is None and row.expires_on >= now.date()


def report_in(row: EscrowReport) -> Report:
    return msgspec.msgpack.decode(bytes(row.report), type=Report)


def forget_untold(member: Member) -> None:
    """Of a member that was cut off: what nobody was told of is told to nobody."""
    EscrowNotice.objects.filter(report__member=member, state__in=(WAITS, WAITS_SHUT)).delete()


def _regroup(token: bytes, epoch: str, now: datetime) -> None:
    rows = list(EscrowReport.objects.filter(token=token, epoch=epoch).select_related("member"))
    apart = _pairs_apart({row.member_id for row in rows})
    for shut, as_before in ((WAITS_SHUT, WAITS), (SENT_SHUT, SENT)):
        EscrowNotice.objects.filter(report__in=rows, state=shut).update(state=as_before)
    _let_untold_go(rows, apart)
    awaited = set(EscrowNotice.objects.filter(report__in=rows).exclude(state=STORED).values_list("report_id", flat=True))
    EscrowReport.objects.filter(id__in=[row.id for row in rows if row.withdrawn_at and row.id not in awaited]).delete()
    by_key: dict[str, dict[Report, EscrowReport]] = {}
    for row in rows:
        if counts(row, now):
            report = report_in(row)
            by_key.setdefault(report.tokens_epoch, {})[report] = row  # a token of another key is none of this offender
    for some in by_key.values():
        views = _views({report: row.member_id for report, row in some.items()}, apart)
        for member, found in views.items():
            _tell(member, [some[report] for report in found], now)


def _let_untold_go(rows: list[EscrowReport], apart: frozenset[frozenset[int]]) -> None:
    """What no longer opens goes without a trace while nobody was told. Once somebody was, the others keep what they had a right
    to: nobody looks, takes back or is apart, and goes unseen."""
    notices = EscrowNotice.objects.filter(report__in=rows)
    told = notices.exclude(state=WAITS)
    if not told.exists():
        notices.delete()
        return
    here = {row.member_id for row in rows if row.withdrawn_at is None}
    notices.filter(state=WAITS).exclude(member_id__in=here).delete()  # who has no report here is told of none
    shown, looked = set(told.values_list("report_id", flat=True)), set(told.values_list("member_id", flat=True))
    unseen = [row.id for row in rows if row.withdrawn_at and row.id not in shown and row.member_id not in looked]
    notices.filter(report_id__in=unseen).delete()  # nobody was told of it, its member of nobody
    for one, other in map(sorted, apart):
        between = notices.filter(Q(member=one, report__member=other) | Q(member=other, report__member=one))
        if not between.exclude(state=WAITS).exists():
            between.delete()


def _tell(member: int, found: list[EscrowReport], now: datetime) -> None:
    """A member with a new report hears once more of what it had stored: it may be another case of its own."""
    others = [row for row in found if row.member_id != member]
    if any(row.member_id == member and not row.grouped for row in found):
        EscrowNotice.objects.filter(report__in=others, member=member, state=STORED).update(state=SENT)
    EscrowNotice.objects.bulk_create(
        (EscrowNotice(report=row, member_id=member, made_at=now) for row in others), ignore_conflicts=True
    )


def _pairs_apart(members: set[int]) -> frozenset[frozenset[int]]:
    """Who of them is never matched with whom, whichever of the two said so."""
    rows = Apart.objects.filter(Q(member__in=members) & Q(other__in=members)).values_list("member_id", "other_id")
    return frozenset(frozenset(pair) for pair in rows)


def _views(reports: dict[Report, int], apart: frozenset[frozenset[int]]) -> dict[int, tuple[Report, ...]]:
    """What opens for each member: whom it is told of is told of it too, or neither, also where some are apart."""
    sees = {one: {two for two in reports.values() if frozenset((one, two)) not in apart} for one in reports.values()}
    while True:
        views = _each_view(reports, sees)
        shown = {one: {reports[report] for report in found} for one, found in views.items()}
        alone = [(one, two) for one in views for two in shown[one] if one not in shown[two]]
        if not alone:
            return views
        for one, two in alone:
            sees[one].discard(two)


def _each_view(reports: dict[Report, int], sees: dict[int, set[int]]) -> dict[int, tuple[Report, ...]]:
    worked_out = {
        some: opens(report for report, member in reports.items() if member in some)
        for some in {frozenset(each) for each in sees.values()}
    }
    found = {one: worked_out[frozenset(some)] for one, some in sees.items()}
    return {one: view if one in {reports[report] for report in view} else () for one, view in found.items()}
