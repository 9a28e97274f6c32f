"""A company that opens: what the holders opened of it is kept for the teams of the cases whose reports opened with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import msgspec
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from nacl.public import PublicKey, SealedBox

from longarm.casework.exchange import heads
from longarm.casework.exchange.escrow.letting_go import tag_of
from longarm.casework.exchange.escrow.resting import posted
from longarm.casework.exchange.escrow.unlocking import unlocked
from longarm.casework.exchange.parties import party
from longarm.casework.intake.waits import begin_wait
from longarm.casework.node import node, record
from longarm.errors import Unsound
from longarm.exchange.card import Card
from longarm.exchange.escrow.company import opens
from longarm.exchange.escrow.report import Report
from longarm.exchange.hub.escrow import Opened
from longarm.keys.derive import keyed_hash, subkey
from longarm.store.models import Case, Escrowed, EscrowOpened


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
    reports, keys = unlocked(page, reports)
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
