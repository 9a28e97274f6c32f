"""A company that opens: each holder is shown it and gives its part; what it says is for the case's team alone.

The holders check it all by themselves (`holder.opening`), as this node need not know the other members.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

import msgspec
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from nacl.public import PublicKey, SealedBox

from longarm.casework.exchange import epochs, heads, members
from longarm.casework.exchange.asking import ask
from longarm.casework.exchange.escrow.letting_go import tag_of
from longarm.casework.exchange.escrow.resting import posted
from longarm.casework.exchange.parties import party
from longarm.casework.intake.waits import begin_wait
from longarm.casework.node import node, record, record_everywhere
from longarm.errors import LongarmError, Unsound
from longarm.exchange.card import Card
from longarm.exchange.escrow.company import opens
from longarm.exchange.escrow.opening import outer_keys
from longarm.exchange.escrow.report import Report
from longarm.exchange.holder.bodies import Key, parted
from longarm.exchange.holder.escrow import KIND, Open, Part
from longarm.exchange.hub.escrow import Opened
from longarm.exchange.oprf.threshold import Evaluated, check
from longarm.exchange.refused import Refused
from longarm.keys.derive import keyed_hash, subkey
from longarm.store.models import Case, Escrowed, EscrowOpened

_MIXED: Final = random.SystemRandom()


class Told(msgspec.Struct, frozen=True):
    """A report of another member and the key of its outer lock, as they are kept for the team."""

    report: Report
    key: bytes


class Stored(NamedTuple):
    """`new`: how many are new here; `leaves`: of what the hub named new, those that are kept now."""

    new: int
    leaves: tuple[bytes, ...]


def open_company(hub: Card, page: Opened) -> Stored:
    """Opens the outer locks of what the hub shows and keeps those of others with each of our reports that open with them.

    Raises Unsound when the hub's head is not its own, none of our reports stands in it (any more)
    or too few holders answer, Refused when they do not open it.
    """
    if not page.head.signed_by(hub):
        raise Unsound("exchange-hub-not-logged", organisation=hub.organisation)
    heads.saw(hub, page.head)
    if len({(one.report.token, one.report.escrow_epoch) for one in page.shown}) != 1:
        raise Unsound("escrow-other")
    us = party().fingerprint
    reports = opens(one.report for one in page.shown)  # what honest holders will find too, in their order
    if us not in {report.member for report in reports}:
        raise Unsound("escrow-too-few")
    if not _shown(reports, us).exists():
        raise Unsound("escrow-other")
    reports, keys = _keys(page, reports)
    with transaction.atomic():
        if not _shown(reports, us).exists():  # let go or made anew while the holders worked: nothing is said to be stored
            raise Unsound("escrow-other")
        rows = list(Escrowed.objects.select_for_update().filter(tag__in=_ours(page, reports)))
        theirs = [Told(report, key) for report, key in zip(reports, keys, strict=True) if report.member != us]
        new = sum(keep(row, theirs, timezone.now()) for row in rows)
    stored = {told.report.leaf for told in theirs}
    return Stored(new, tuple(leaf for leaf in page.new if leaf in stored))


def _shown(reports: tuple[Report, ...], us: str) -> QuerySet[Escrowed]:
    return Escrowed.objects.filter(tag__in=[tag_of(report.leaf) for report in reports if report.member == us])


def _ours(page: Opened, opened: tuple[Report, ...]) -> list[bytes]:
    """By tag: every report of this node that opens in this company, also those for which the hub's page had no room: who fills it
    with reports at this organisation keeps no other of its cases from hearing."""
    epoch = page.shown[0].report.tokens_epoch, page.shown[0].report.escrow_epoch
    own = [one for one in posted(opened[0].token).values() if (one.tokens_epoch, one.escrow_epoch) == epoch]
    company = set(opens({*own, *opened}))
    return [tag_of(one.leaf) for one in own if one in company]


def keep(row: Escrowed, theirs: Sequence[Told], now: datetime) -> int:
    """In the caller's transaction. What is new here wakes the team: the case waits from now on, open again if it was closed."""
    new = sum(_kept(row, told, now) for told in theirs)
    if new:
        begin_wait(Case.objects.select_for_update().get(id=row.case_id), now)
        record(None, "escrow-opened", organisation=row.case.organisation_id, case=row.case_id, count=str(new))
    return new


def _kept(row: Escrowed, told: Told, now: datetime) -> bool:
    whose = f"{told.report.member}/{told.report.complainant.hex()}"
    sealed = SealedBox(PublicKey(bytes(row.public))).encrypt(msgspec.msgpack.encode(told))
    tag = keyed_hash(subkey(node().secret, "escrow"), "opened", whose)
    defaults = {"about_sealed": sealed}
    _, new = EscrowOpened.objects.update_or_create(
        escrowed=row, tag=tag, defaults=defaults, create_defaults={**defaults, "made_at": now}
    )
    return new


def _keys(page: Opened, reports: tuple[Report, ...]) -> tuple[tuple[Report, ...], tuple[bytes, ...]]:
    """What opened, and its keys: all of `reports`, or those that enough holders count."""
    epoch = reports[0].escrow_epoch
    key = epochs.named(epoch) or epochs.take("escrow")
    if key.epoch != epoch:
        raise Unsound("escrow-run-out")
    try:
        return _with(key, page, reports)
    except Refused as refused:
        if refused.code != "wrong-epoch":
            raise
    return _with(epochs.take("escrow"), page, reports)  # its shares were given anew


def _with(key: Key, page: Opened, reports: tuple[Report, ...]) -> tuple[tuple[Report, ...], tuple[bytes, ...]]:
    try:
        return reports, _opened_by(key, page, reports)
    except _LeftOut as fault:
        left = fault.members
    shown = tuple(each for each in page.shown if each.report.member not in left)
    some = opens(each.report for each in shown)
    if party().fingerprint not in {each.member for each in some}:
        raise Refused("not-opened")
    try:
        return some, _opened_by(key, msgspec.structs.replace(page, shown=shown), some)
    except _LeftOut:  # others than they said a moment ago
        raise Refused("not-opened") from None


class _LeftOut(Exception):
    """Too few holders count the reports of these members."""

    def __init__(self, members: frozenset[str]) -> None:
        super().__init__()
        self.members = members


def _opened_by(key: Key, page: Opened, reports: tuple[Report, ...]) -> tuple[bytes, ...]:
    cards = members.holders()
    free = {each.index: cards[each.fingerprint] for each in key.participants if each.fingerprint in cards}
    refused: Refused | None = None
    left_out: list[frozenset[str]] = []
    while len(free) >= key.commitments.threshold:
        indices = tuple(sorted(_MIXED.sample(sorted(free), key.commitments.threshold)))
        answers: dict[int, Evaluated] = {}
        for index in indices:
            try:
                answers[index] = _asked(key, free[index], index, indices, page=page, reports=reports)
            except (LongarmError, _LeftOut) as fault:
                if isinstance(fault, _LeftOut):
                    left_out.append(fault.members)
                refused = fault if isinstance(fault, Refused) else refused
                del free[index]  # another takes its place, and the weights change
                break
        else:
            return outer_keys(reports, answers, key.commitments)
    lacking = key.commitments.threshold - len(free)
    if len(left_out) >= lacking:  # with as many of these as it takes: those that leave out fewest, so that a liar weighs little
        raise _LeftOut(frozenset[str]().union(*sorted(left_out, key=len)[:lacking]))
    raise refused or Unsound("exchange-holders-away", needed=key.commitments.threshold)


def _asked(
    key: Key, holder: Card, index: int, indices: tuple[int, ...], *, page: Opened, reports: tuple[Report, ...]
) -> Evaluated:
    said = ask(holder, KIND, Open(key.renewal, indices, page.shown, page.head), Part, epoch=key.epoch).said
    if said.without:
        raise _LeftOut(frozenset(said.without))
    answer = Evaluated(parted(said.elements), said.proof)
    try:
        check(answer, index, indices, key.commitments, [report.lock.key for report in reports])
    except Unsound:
        with transaction.atomic():
            record_everywhere("holder-not-proven", holder=holder.fingerprint)
        raise
    return answer
