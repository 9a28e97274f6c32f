"""A member says which tokens it holds. If somebody else holds one too, the notices of both sides are written here, together."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db.models import Q

from longarm.exchange.hub.bodies import Entry, Logged, Register
from longarm.exchange.refused import Refused
from longarm.hub import log
from longarm.hub.budget import spend
from longarm.hub.models import Apart, Hit, Member, Registration
from longarm.keys.party import Party

LONGEST: Final = timedelta(days=400)  # a registration that nobody renews ends by itself
MOST_MEMBERS: Final = 20  # a token that more members hold says nothing of one offender: the number of a bank, of the police


def register(party: Party, member: Member, body: Register, letter: bytes, now: datetime) -> Logged:
    """Inside the caller's transaction. The answer says that the letter stands in the log, never whether there was a hit.

    Raises Refused when an entry ends in the past or too late, or the day's budget is used up.
    """
    entries = {entry.token: entry for entry in body.entries}
    today = now.date()
    if not all(today <= entry.expires_on <= today + LONGEST for entry in entries.values()):
        raise Refused("not-allowed")
    spend(member, now, len(body.entries))
    leaf = log.append(letter)
    Registration.objects.bulk_create(
        [
            Registration(token=entry.token, member=member, envelope=entry.envelope, expires_on=entry.expires_on, leaf=leaf)
            for entry in entries.values()
        ],
        update_conflicts=True,
        unique_fields=["token", "member"],
        update_fields=["envelope", "expires_on", "leaf"],
    )
    Hit.objects.bulk_create(_hits(member, entries, now), ignore_conflicts=True)
    return log.logged(party, leaf, now)


def _hits(member: Member, entries: dict[bytes, Entry], now: datetime) -> Iterator[Hit]:
    """With everybody else who holds a token; where too many do, one notice for each that it was set aside."""
    most = getattr(settings, "HUB_MOST_MEMBERS", MOST_MEMBERS)
    apart = _apart(member)
    others: dict[bytes, list[Registration]] = defaultdict(list)
    held = Registration.objects.filter(token__in=list(entries), expires_on__gte=now.date(), member__cut_off_at=None)
    for row in held.exclude(member=member).order_by("id"):
        others[bytes(row.token)].append(row)
    for token, rows in others.items():
        if len(rows) >= most:
            for holder in (member.id, *(row.member_id for row in rows)):
                yield Hit(id=secrets.token_bytes(16), token=token, first_id=holder, second_id=holder, second_told=2, made_at=now,
                          first_envelope=b"", second_envelope=b"")  # fmt: skip
            continue
        for row in rows:
            if row.member_id not in apart:
                yield _pair(token, (member.id, entries[token].envelope), (row.member_id, bytes(row.envelope)), now)


def _pair(token: bytes, one: tuple[int, bytes], other: tuple[int, bytes], now: datetime) -> Hit:
    (first, first_envelope), (second, second_envelope) = sorted((one, other))
    return Hit(
        id=secrets.token_bytes(16),
        token=token,
        first_id=first,
        second_id=second,
        first_envelope=first_envelope,
        second_envelope=second_envelope,
        made_at=now,
    )


def _apart(member: Member) -> frozenset[int]:
    """Whom it is not matched with, whichever of the two said so."""
    pairs = Apart.objects.filter(Q(member=member) | Q(other=member)).values_list("member_id", "other_id")
    return frozenset(one for pair in pairs for one in pair) - {member.id}
