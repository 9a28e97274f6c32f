"""What opens for a member: one company at a time, with the proofs that the holders will want to see."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db.models import QuerySet

from longarm.exchange.escrow.company import opens
from longarm.exchange.escrow.opening import Shown
from longarm.exchange.escrow.report import Report
from longarm.exchange.hub.escrow import MOST_REPORTS, FetchOpened, Opened, page
from longarm.hub import log
from longarm.hub.budget import spend
from longarm.hub.companies import SENT, SENT_SHUT, STORED, WAITS, WAITS_SHUT, counts, regroup, report_in
from longarm.hub.models import EscrowNotice, EscrowReport, Member
from longarm.keys.party import Party

_COMPANIES: Final = 50  # that are looked at for one answer


def fetch(party: Party, member: Member, body: FetchOpened, now: datetime) -> Opened:
    """The first company with something new, after what the member says it has stored. Inside the caller's transaction.

    With none, and `more`: so many were waited for that do not open (any more) that the rest is looked at when it is asked again.
    """
    spend(member, now)
    regroup(now)
    EscrowNotice.objects.filter(member=member, report__leaf__in=body.seen).update(state=STORED)
    waiting = _waiting(member).exclude(report__token__in=body.later)
    keys = list(dict.fromkeys(waiting.order_by("id").values_list("report__token", "report__epoch")))
    head = log.head_of(party, now)
    for token, epoch in keys[:_COMPANIES]:
        of_this = waiting.filter(report__token=token, report__epoch=epoch)
        new = {bytes(leaf) for leaf in of_this.values_list("report__leaf", flat=True)}
        shown = _shown(member, bytes(token), epoch, new, now)
        if told := tuple(report.leaf for report, _ in shown if report.leaf in new):
            _waiting(member).filter(report__leaf__in=[report.leaf for report, _ in shown]).update(state=SENT)  # it has them now
            more = len(keys) > 1 or len(told) < len(new)
            return page(tuple(Shown(report, at, log.path_of(at, head.size)) for report, at in shown), told, head, more)
        of_this.filter(state=WAITS).update(state=WAITS_SHUT)
        of_this.filter(state=SENT).update(state=SENT_SHUT)
    return page((), (), head, len(keys) > _COMPANIES)


def _waiting(member: Member) -> QuerySet[EscrowNotice]:
    return EscrowNotice.objects.filter(member=member, state__lt=STORED)


def _shown(member: Member, token: bytes, epoch: str, new: set[bytes], now: datetime) -> list[tuple[Report, int]]:
    """Reports that open together, the member's own among them, with their places; none where they do not (any more).

    Who is apart from whom was looked at when the notices were written: once a side was told, so is the other.
    """
    places, by_key = {}, dict[str, list[Report]]()
    rows = list(EscrowReport.objects.filter(token=token, epoch=epoch).select_related("member").order_by("id"))
    noticed = set(EscrowNotice.objects.filter(report__in=rows, member=member).values_list("report_id", flat=True))
    for row in rows:
        if counts(row, now) if row.member_id == member.id else row.id in noticed and _may_open(row, now):
            report = report_in(row)
            places[report.leaf] = row.place
            by_key.setdefault(report.tokens_epoch, []).append(report)
    for reports in by_key.values():
        company = opens(reports)
        if len(company) > MOST_REPORTS:
            company = opens(_some(company, member.fingerprint, new))
        if any(each.member == member.fingerprint for each in company) and any(each.leaf in new for each in company):
            return [(report, places[report.leaf]) for report in company]
    return []


def _may_open(row: EscrowReport, now: datetime) -> bool:
    """One that was taken back after others were told stays readable for who is still to be told."""
    return row.member.cut_off_at is None and row.expires_on >= now.date()


def _some(company: tuple[Report, ...], asker: str, new: set[bytes]) -> list[Report]:
    """As many as one letter holds, of each member in turn, so that no member with many takes the others' room: the asker's
    first, then those of whom something is new to it, each member's new ones before its others."""
    of_each: dict[str, list[Report]] = {}
    for report in sorted(company, key=lambda report: (report.member != asker, report.leaf not in new)):
        of_each.setdefault(report.member, []).append(report)
    turns = [(turn, report) for reports in of_each.values() for turn, report in enumerate(reports)]
    return [report for _, report in sorted(turns, key=lambda one: one[0])][:MOST_REPORTS]
