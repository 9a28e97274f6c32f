"""The round to the hub for reports in escrow: taken back, lodged, and what opens is fetched and opened. Needs no case key.
Long: one round, in its order.
"""

from __future__ import annotations

import random
from contextlib import suppress
from typing import Final, NamedTuple

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from longarm.casework.after_restore import held_cases
from longarm.casework.exchange import epochs, heads, members
from longarm.casework.exchange.asking import ask
from longarm.casework.exchange.doubts import in_doubt
from longarm.casework.exchange.escrow.letting_go import drop, report_of, tag_of
from longarm.casework.exchange.escrow.making import STANDS_FOR
from longarm.casework.exchange.escrow.offered import offered
from longarm.casework.exchange.escrow.opening import open_company
from longarm.casework.exchange.escrow.resting import rest_after_refusal, rest_if_full, resting
from longarm.casework.exchange.parties import tag_of as party_tag
from longarm.casework.exchange.posting import alone
from longarm.casework.node import record
from longarm.errors import BadInput, LongarmError, Unsound
from longarm.exchange.card import Card
from longarm.exchange.escrow.report import Report
from longarm.exchange.hub.bodies import Logged
from longarm.exchange.hub.escrow import (
    MOST_LATER,
    MOST_LEAVES,
    MOST_REPORTS,
    SHORTEST,
    FetchOpened,
    Lodge,
    Lodged,
    Opened,
    TakeBack,
)
from longarm.exchange.log.tree import holds_leaf, leaf_hash
from longarm.exchange.refused import Refused
from longarm.store.left_out import escrow_left_out
from longarm.store.models import Escrowed, EscrowLeaving

_MOST_COMPANIES: Final = 200  # of one round: a hub that makes up companies without end holds nobody up
_FOR_LONG: Final = ("not-opened", "bad-body", "budget")  # refused after it was paid for, or because nothing is left to pay with
_MIXED: Final = random.SystemRandom()


class Gone(NamedTuple):
    """What one round did: reports lodged, taken back, and reports of others that opened."""

    lodged: int = 0
    taken_back: int = 0
    opened: int = 0


def go() -> Gone:
    """One round. Raises as `exchange.posting.post` does; a hub that leaves escrow out is no fault.

    What was let go stays to be said until no report of then can count any more: that hub may take escrow in again.
    """
    hub = members.hub()
    if escrow_left_out():
        with transaction.atomic():
            drop(list(Escrowed.objects.all()))
    elif not epochs.known("escrow"):
        with suppress(BadInput):  # the holders have no key for it yet
            epochs.take("escrow")
    try:
        with alone():
            taken_back = _take_back(hub)
            if not offered() or in_doubt(hub):
                return Gone(taken_back=taken_back)
            return Gone(_lodge(hub), taken_back, _fetch(hub))
    except Refused as refused:
        if refused.code not in ("no-escrow", "wrong-kind"):
            raise
        EscrowLeaving.objects.filter(made_at__lt=timezone.now() - STANDS_FOR).delete()
        return Gone()


def _take_back(hub: Card) -> int:
    """From hubs that were used before too: one that is away, or leaves escrow out, keeps nothing waiting."""
    done = _take_back_from(hub, EscrowLeaving.objects.filter(Q(hub=None) | Q(hub__tag=party_tag(hub.fingerprint))))
    for one, card in members.hubs_before().items():
        with suppress(LongarmError):
            done += _take_back_from(card, EscrowLeaving.objects.filter(hub=one))
    EscrowLeaving.objects.exclude(hub=None).filter(made_at__lt=timezone.now() - STANDS_FOR).delete()
    return done


def _take_back_from(hub: Card, leaving: QuerySet[EscrowLeaving]) -> int:
    done = 0
    while rows := list(leaving.order_by("id")[:MOST_LEAVES]):
        answer = ask(hub, "take-back", TakeBack(tuple(bytes(row.leaf) for row in rows)), Logged)
        heads.check_logged(hub, answer.sent, answer.said)
        with transaction.atomic():
            EscrowLeaving.objects.filter(id__in=[row.id for row in rows]).delete()
            record(None, "escrow-taken-back", organisation=None, count=str(len(rows)))
        done += len(rows)
    return done


def _lodge(hub: Card) -> int:
    """Which reports are of one case does not show in their order. What ends soon waits until it is made anew; what a restore
    brought back, until somebody has answered for its consent."""
    whole = Escrowed.objects.exclude(tag=None).exclude(held_cases())
    done, new = 0, whole.filter(posted_at=None, expires_on__gte=timezone.now().date() + SHORTEST)
    while rows := list(new.order_by("made_at")[:MOST_REPORTS]):
        rows = _MIXED.sample(rows, len(rows))
        reports = tuple(map(report_of, rows))
        try:
            said = ask(hub, "lodge", Lodge(reports), Lodged).said
        except Refused as refused:
            if refused.code != "budget":
                raise
            return done
        _check(hub, reports, said)
        with transaction.atomic():
            Escrowed.objects.filter(tag__in=[tag_of(report.leaf) for report in reports]).update(posted_at=timezone.now())
            record(None, "escrow-lodged", organisation=None, count=str(len(rows)))
        done += len(rows)
    return done


def _check(hub: Card, reports: tuple[Report, ...], said: Lodged) -> None:
    """Does the hub show that each report stands in its log? Without that no holder would count it."""
    head, whole = said.head, len(said.places) == len(said.paths) == len(reports) and said.head.signed_by(hub)
    for report, place, path in zip(reports, said.places, said.paths, strict=False):
        whole = whole and holds_leaf(leaf_hash(report.leaf), place, head.size, path, head.root)
    if not whole:
        raise Unsound("exchange-hub-not-logged", organisation=hub.organisation)
    heads.saw(hub, head)


def _fetch(hub: Card) -> int:
    """What opens: shown to the holders, stored, and only then said to be. What they do not open now waits for the next round,
    or longer (`resting`), and keeps nothing else waiting."""
    new, seen, later = 0, tuple[bytes, ...](), resting()
    for _ in range(_MOST_COMPANIES):
        page = ask(hub, "opened", FetchOpened(seen, tuple(later)[:MOST_LATER]), Opened).said
        seen = ()
        if not page.new and page.more:
            continue
        if not page.new or not page.shown or (token := page.shown[0].report.token) in later:
            break
        try:
            stored = open_company(hub, page)
            new, seen = new + stored.new, stored.leaves
            if len(seen) < len(page.new):  # of members whose reports the holders do not count
                rest_after_refusal(token)
                later.add(token)
        except LongarmError as fault:
            with transaction.atomic():
                record(None, "escrow-not-opened", organisation=None, count=str(len(page.new)))
                if isinstance(fault, Refused) and fault.code in _FOR_LONG:
                    rest_after_refusal(token)
        if not seen or rest_if_full(token):
            later.add(token)
    return new
