"""The round to the hub: tokens that are let go are withdrawn, new ones registered, those near their end renewed.

Needs no case key. Killed or cut off at any moment, the next round does what this one left: a token counts as sent only once the
hub has shown that the letter stands in its log, and registering twice is once.
"""

from __future__ import annotations

import fcntl
import os
import random
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from itertools import islice
from typing import Final, NamedTuple

import msgspec
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from longarm.casework.after_restore import held_cases
from longarm.casework.exchange import epochs, members
from longarm.casework.exchange.asking import ask
from longarm.casework.exchange.doubts import in_doubt
from longarm.casework.exchange.heads import check_logged
from longarm.casework.exchange.letting_go import open_token
from longarm.casework.exchange.parties import tag_of
from longarm.casework.exchange.tokens import ToSend
from longarm.casework.node import node, record
from longarm.errors import BadInput, LongarmError
from longarm.exchange.card import Card
from longarm.exchange.hub.bodies import MOST_ENTRIES, Apart, Done, Entry, Logged, Register, Withdraw
from longarm.exchange.refused import Refused
from longarm.store.models import Leaving, Registered

STANDS_FOR: Final = timedelta(days=365)
RENEWED: Final = timedelta(days=60)  # before its end
_MIXED: Final = random.SystemRandom()


class Posted(NamedTuple):
    """`waiting`: not sent, because the day's budget at the hub is used up; the next round goes on. `in_doubt`: because the hub
    showed two logs, and nobody has decided yet whether it is used on (`doubts`)."""

    registered: int
    withdrawn: int
    waiting: int
    in_doubt: bool = False


def post() -> Posted:
    """One round. Raises BadInput without a hub or while another round runs, Unsound when the hub is away or does not show its
    log, Refused when it does not take us."""
    hub = members.hub()
    with alone():
        _tell_apart(hub)
        withdrawn = _withdraw(hub)
        if in_doubt(hub):
            return Posted(0, withdrawn, Registered.objects.filter(posted_at=None).count(), in_doubt=True)
        return _sent(hub, withdrawn)


def _withdraw(hub: Card) -> int:
    """From hubs that were used before too: one that is away keeps nothing waiting."""
    done = _withdraw_from(hub, Leaving.objects.filter(Q(hub=None) | Q(hub__tag=tag_of(hub.fingerprint))))
    for one, card in members.hubs_before().items():
        with suppress(LongarmError):
            done += _withdraw_from(card, Leaving.objects.filter(hub=one), everything=True)
    Leaving.objects.exclude(hub=None).filter(made_at__lt=timezone.now() - STANDS_FOR).delete()
    return done


def _withdraw_from(hub: Card, leaving: QuerySet[Leaving], *, everything: bool = False) -> int:
    """`everything`: also what is registered (elsewhere)."""
    done = 0
    while rows := list(leaving.order_by("id")[:MOST_ENTRIES]):
        here = set[bytes]()
        if not everything:
            here = set(map(bytes, Registered.objects.filter(tag__in=[row.tag for row in rows]).values_list("tag", flat=True)))
        going = {bytes(row.tag): _to_send(row) for row in rows if bytes(row.tag) not in here}
        if going:
            answer = ask(hub, "withdraw", Withdraw(tuple(one.token for one in _mixed(going))), Logged)
            check_logged(hub, answer.sent, answer.said)
        with transaction.atomic():
            Leaving.objects.filter(id__in=[row.id for row in rows]).delete()
            if going:
                record(None, "tokens-withdrawn", organisation=None, count=str(len(going)))
        done += len(going)
    return done


def _sent(hub: Card, withdrawn: int) -> Posted:
    done, today = 0, timezone.now().date()
    while rows := _due(today):
        tokens = {bytes(row.tag): _to_send(row) for row in rows}
        until = today + STANDS_FOR
        entries = tuple(Entry(one.token, one.envelope, until) for one in _mixed(tokens))
        try:
            answer = ask(hub, "register", Register(entries), Logged)
        except Refused as refused:
            if refused.code != "budget":
                raise
            return Posted(done, withdrawn, Registered.objects.filter(posted_at=None).count())
        check_logged(hub, answer.sent, answer.said)
        with transaction.atomic():
            Registered.objects.filter(tag__in=list(tokens)).update(posted_at=timezone.now(), expires_on=until)
            record(None, "tokens-posted", organisation=None, count=str(len(tokens)))
        done += len(tokens)
    return Posted(done, withdrawn, 0)


def _mixed(some: dict[bytes, ToSend]) -> list[ToSend]:
    """In no order: in the one they were made in, the tokens of a case would stand together."""
    return _MIXED.sample(list(some.values()), len(some))


def _due(today: date) -> list[Registered]:
    """What was never sent, and what ends soon. A token of a past epoch is not renewed: it ends with its time. What a restore
    brought back waits until somebody has answered for its consent."""
    going = Registered.objects.exclude(held_cases())
    new = list(going.filter(posted_at=None).order_by("made_at")[:MOST_ENTRIES])
    if new:
        return new
    ending = going.filter(expires_on__lt=today + RENEWED).order_by("expires_on")
    if not ending.exists():
        return []
    epoch = epochs.current().epoch  # however many of past epochs stand before them
    return list(islice((row for row in ending.iterator() if _to_send(row).epoch == epoch), MOST_ENTRIES))


def _to_send(row: Leaving | Registered) -> ToSend:
    return msgspec.msgpack.decode(open_token(bytes(row.tag), row.token_sealed), type=ToSend)


def _tell_apart(hub: Card) -> None:
    """Whom this node cut off is never matched with it: the hub is told before anything new is registered. That nobody is cut
    off is told too: somebody may have been taken in again."""
    nodes = [one for one in members.everybody() if one.card.role == "node"]
    if nodes:
        ask(hub, "apart", Apart(tuple(one.card.fingerprint for one in nodes if one.cut_off_at is not None)), Done)


@contextmanager
def alone() -> Iterator[None]:
    """One round at a time on this node: a withdrawal must not overtake a registration of the same token."""
    handle = os.open(node().folder.data / ".exchange.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise BadInput("exchange-round-runs") from None
    finally:
        os.close(handle)
