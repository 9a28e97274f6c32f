"""What waits for a member. Both sides of a hit are told, or neither: while nobody was, it can still go without a trace."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from longarm.exchange.hub.bodies import HITS_A_PAGE, FetchHits, Hits, page
from longarm.exchange.hub.bodies import Hit as Told
from longarm.hub.budget import spend
from longarm.hub.models import Apart, Hit, Member

SENT, STORED = 1, 2


def fetch(member: Member, body: FetchHits, now: datetime) -> Hits:
    """The oldest that wait, after those it says it has stored. Inside the caller's transaction.

    What changed hands before is paired first: a token that was let go meanwhile is told to nobody.
    """
    from longarm.hub.pairing import pair

    spend(member, now)
    pair(now)
    seen = set(body.seen)
    waiting = locked(_waiting(member).select_related("first", "second"))[: len(seen) + HITS_A_PAGE + 1]
    rows = [row for row in waiting if bytes(row.id) not in seen][: HITS_A_PAGE + 1]
    _mark(member, STORED, Q(id__in=seen))
    sent = rows[:HITS_A_PAGE]
    # The one behind `more` too: that it is there has been said, so it no longer goes without a trace.
    _mark(member, SENT, Q(id__in=[bytes(row.id) for row in rows]))
    return page(tuple(_told(member, row) for row in sent), len(rows) > len(sent))


def let_go(member: Member, tokens: Iterable[bytes]) -> None:
    """The member no longer holds these tokens: a hit nobody was told of goes; one that a side was told of waits for the other."""
    mine = Hit.objects.filter(_of(member), token__in=list(tokens))
    list(locked(mine))
    mine.filter(first_told=0, second_told=0).delete()
    mine.filter(first_id=F("second_id")).delete()
    mine.filter(first_told=STORED, second_told=STORED).delete()


def locked(hits: QuerySet[Hit]) -> QuerySet[Hit]:
    """Held until the transaction ends, by everybody in one order: two that wait for each other would never end."""
    return hits.select_for_update(of=("self",)).order_by("made_at", "id")


def _of(member: Member) -> Q:
    return Q(first=member) | Q(second=member)


def _waiting(member: Member) -> QuerySet[Hit]:
    waiting = Hit.objects.filter(Q(first=member, first_told__lt=STORED) | Q(second=member, second_told__lt=STORED))
    return waiting.exclude(_hidden())


def _hidden() -> Q:
    """Nobody was told of it, and one of the two is cut off, or apart from the other, whichever of them said so."""
    apart = Apart.objects.filter(
        Q(member=OuterRef("first"), other=OuterRef("second")) | Q(member=OuterRef("second"), other=OuterRef("first"))
    )
    kept_back = Q(first__cut_off_at__isnull=False) | Q(second__cut_off_at__isnull=False) | Q(Exists(apart))
    return Q(first_told=0, second_told=0) & kept_back


def _mark(member: Member, state: int, which: Q) -> None:
    Hit.objects.filter(which, first=member, first_told__lt=state).update(first_told=state)
    Hit.objects.filter(which, second=member, second_told__lt=state).update(second_told=state)


def _told(member: Member, row: Hit) -> Told:
    if row.first_id == row.second_id:
        return Told(bytes(row.id), bytes(row.token), "", b"", row.made_at)
    mine_first = row.first_id == member.id
    other, envelope = (row.second, row.second_envelope) if mine_first else (row.first, row.first_envelope)
    return Told(bytes(row.id), bytes(row.token), other.fingerprint, bytes(envelope), row.made_at)
