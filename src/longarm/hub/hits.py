"""What waits for a member. Both sides of a hit are told, or neither: while nobody was, it can still go without a trace."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F, Q, QuerySet

from longarm.exchange.hub.bodies import HITS_A_PAGE, FetchHits, Hits, page
from longarm.exchange.hub.bodies import Hit as Told
from longarm.hub.budget import spend
from longarm.hub.models import Hit, Member

SENT, STORED = 1, 2


def fetch(member: Member, body: FetchHits, now: datetime) -> Hits:
    """The oldest that wait, after those it says it has stored. Inside the caller's transaction."""
    spend(member, now)
    _mark(member, STORED, Q(id__in=body.seen))
    rows = list(_waiting(member).select_related("first", "second").order_by("made_at", "id")[: HITS_A_PAGE + 1])
    sent = rows[:HITS_A_PAGE]
    # The one behind `more` too: that it is there has been said, so it no longer goes without a trace.
    _mark(member, SENT, Q(id__in=[bytes(row.id) for row in rows]))
    return page(tuple(_told(member, row) for row in sent), len(rows) > len(sent))


def let_go(member: Member, tokens: Iterable[bytes]) -> None:
    """The member no longer holds these tokens: a hit nobody was told of goes; one that a side was told of waits for the other."""
    mine = Hit.objects.filter(_of(member), token__in=list(tokens))
    mine.filter(first_told=0, second_told=0).delete()
    mine.filter(first_id=F("second_id")).delete()
    mine.filter(first_told=STORED, second_told=STORED).delete()


def forget_untold(member: Member) -> None:
    """Of a member that was cut off: a hit that nobody was told of is told to nobody."""
    Hit.objects.filter(_of(member), first_told=0, second_told=0).delete()


def _of(member: Member) -> Q:
    return Q(first=member) | Q(second=member)


def _waiting(member: Member) -> QuerySet[Hit]:
    return Hit.objects.filter(Q(first=member, first_told__lt=STORED) | Q(second=member, second_told__lt=STORED))


def _mark(member: Member, state: int, which: Q) -> None:
    Hit.objects.filter(which, first=member, first_told__lt=state).update(first_told=state)
    Hit.objects.filter(which, second=member, second_told__lt=state).update(second_told=state)


def _told(member: Member, row: Hit) -> Told:
    if row.first_id == row.second_id:
        return Told(bytes(row.id), bytes(row.token), "", b"", row.made_at)
    mine_first = row.first_id == member.id
    other, envelope = (row.second, row.second_envelope) if mine_first else (row.first, row.first_envelope)
    return Told(bytes(row.id), bytes(row.token), other.fingerprint, bytes(envelope), row.made_at)
