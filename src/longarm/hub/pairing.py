"""Who holds the same: worked out after a letter was answered, never while its sender waits, so that no time tells of a hit.

`register` and `withdraw` write down which tokens changed hands, whoever else holds them; here that list is worked through, every
few seconds and before anybody is told anything. The notices of both sides are one row, written in one transaction.
"""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Final

from django.conf import settings
from django.db import transaction

from longarm.hub.hits import let_go
from longarm.hub.models import Changed, Hit, Member, Registration

MOST_MEMBERS: Final = 20  # a token that more members hold says nothing of one offender: the number of a bank, of the police
_AT_ONCE: Final = 1000


def changed(member: Member, tokens: Iterable[bytes]) -> None:
    """To be looked at: inside the transaction that registers or withdraws. The same work, whoever else holds them."""
    Changed.objects.bulk_create(Changed(member=member, token=token) for token in tokens)


def pair(now: datetime) -> int:
    """Works through what changed until now: held, it meets who holds the same; not held any more, hits nobody was told of go.

    Returns how many changes there were. Two at once wait for each other.
    """
    newest, done = Changed.objects.order_by("-id").values_list("id", flat=True).first(), 0
    while newest is not None:
        with transaction.atomic():
            rows = list(Changed.objects.select_for_update().filter(id__lte=newest).order_by("id")[:_AT_ONCE])
            if not rows:
                break
            tokens: dict[int, set[bytes]] = defaultdict(set)
            for row in rows:
                tokens[row.member_id].add(bytes(row.token))
            for member in Member.objects.filter(id__in=tokens):
                _settle(member, tokens[member.id], now)
            Changed.objects.filter(id__in=[row.id for row in rows]).delete()
        done += len(rows)
    return done


def _settle(member: Member, tokens: Collection[bytes], now: datetime) -> None:
    held = Registration.objects.filter(token__in=tokens, expires_on__gte=now.date())
    mine: dict[bytes, bytes] = {}
    others: dict[bytes, list[Registration]] = defaultdict(list)
    for row in held.order_by("id"):
        if row.member_id == member.id:
            mine[bytes(row.token)] = bytes(row.envelope)
        else:
            others[bytes(row.token)].append(row)
    let_go(member, [token for token in tokens if token not in mine])
    Hit.objects.bulk_create(_hits(member, mine, others, now), ignore_conflicts=True)


def _hits(member: Member, mine: dict[bytes, bytes], others: dict[bytes, list[Registration]], now: datetime) -> Iterator[Hit]:
    """With everybody else who holds a token; where too many do, one notice for each that it was set aside.

    Also with who is cut off or apart: that is told to nobody while it is so (`hits._hidden`), and to both when it is over.
    """
    most = getattr(settings, "HUB_MOST_MEMBERS", MOST_MEMBERS)
    gone = frozenset(Member.objects.exclude(cut_off_at=None).values_list("id", flat=True))
    for token, envelope in mine.items():
        rows = others.get(token, [])
        if len({member.id, *(row.member_id for row in rows)} - gone) > most:
            for holder in (member.id, *(row.member_id for row in rows)):
                yield Hit(id=secrets.token_bytes(16), token=token, first_id=holder, second_id=holder, second_told=2, made_at=now,
                          first_envelope=b"", second_envelope=b"")  # fmt: skip
            continue
        for row in rows:
            yield _pair(token, (member.id, envelope), (row.member_id, bytes(row.envelope)), now)


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
