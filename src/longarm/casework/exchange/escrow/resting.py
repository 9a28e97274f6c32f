"""What is not asked of the key holders for a while: a company that they refuse, or one that fills without end.

Whoever lodges report after report of one offender, or one that the holders refuse, would else use up what a holder opens for
this node in a day, and keep the companies of all others shut.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Final

from django.db.models import Count, QuerySet
from django.utils import timezone

from longarm.casework.exchange.escrow.letting_go import report_of
from longarm.exchange.escrow.report import Report
from longarm.store.models import Escrowed

REFUSED_FOR: Final = timedelta(hours=6)
A_DAY: Final = 160  # reports of others that open with one of ours: of the 2,000 that a holder opens, twelve offenders each


def resting() -> set[bytes]:
    """The tokens that the hub is told not to show now."""
    rows = Escrowed.objects.filter(rests_until__gt=timezone.now()).exclude(tag=None)
    return {report_of(row).token for row in rows}


def posted(token: bytes) -> dict[Escrowed, Report]:
    """Our reports at the hub with this token that count today."""
    return {row: report for row in _there().iterator() for report in [report_of(row)] if report.token == token}


def rest_after_refusal(token: bytes) -> None:
    _rest(list(posted(token)), timezone.now() + REFUSED_FOR)


def rest_if_full(token: bytes) -> bool:
    """Did so many open today that the rest waits until tomorrow (UTC)?"""
    today = datetime.combine(timezone.now().date(), time.min, UTC)
    many = _there().filter(opened__made_at__gte=today).annotate(number=Count("opened")).filter(number__gte=A_DAY)
    full = any(report_of(row).token == token for row in many)
    if full:
        _rest(list(posted(token)), today + timedelta(days=1))
    return full


def _there() -> QuerySet[Escrowed]:
    return Escrowed.objects.exclude(posted_at=None).exclude(tag=None).filter(expires_on__gte=timezone.now().date())


def _rest(rows: list[Escrowed], until: datetime) -> None:
    Escrowed.objects.filter(id__in=[row.id for row in rows]).update(rests_until=until)
