"""A company that opens: each holder is shown it and gives its part; what it says is for the case's team alone.

The holders check it all by themselves (`holder.opening`), as this node need not know the other members.
"""

from __future__ import annotations

import random
from typing import Final

import msgspec
from django.db import transaction
from nacl.public import PublicKey, SealedBox

from longarm.casework.exchange import epochs, heads, members
from longarm.casework.exchange.asking import ask
from longarm.casework.exchange.parties import party
from longarm.casework.node import node, record
from longarm.errors import LongarmError, Unsound
from longarm.exchange.card import Card
from longarm.exchange.escrow.company import opens
from longarm.exchange.escrow.opening import outer_keys
from longarm.exchange.escrow.report import Report
from longarm.exchange.holder.bodies import Evaluated as Answered
from longarm.exchange.holder.bodies import Key, parted
from longarm.exchange.holder.escrow import KIND, Open
from longarm.exchange.hub.escrow import Opened
from longarm.exchange.oprf.threshold import Evaluated, check
from longarm.exchange.refused import Refused
from longarm.keys.derive import keyed_hash, subkey
from longarm.store.models import Escrowed, EscrowOpened

_MIXED: Final = random.SystemRandom()


class Told(msgspec.Struct, frozen=True):
    """A report of another member and the key of its outer lock, as they are kept for the team."""

    report: Report
    key: bytes


def open_company(hub: Card, page: Opened) -> int:
    """Opens the outer locks of what the hub shows and keeps those of others with each of our reports among them.

    Returns how many are new here. Raises Unsound when the hub's head is not its own, none of our reports stands in it (any more)
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
    ours = Escrowed.objects.filter(leaf__in=[report.leaf for report in reports if report.member == us])
    if not ours.exists():
        raise Unsound("escrow-other")
    keys = _keys(page, reports)
    with transaction.atomic():
        rows = list(ours.all().select_for_update())
        if not rows:  # let go or made anew while the holders worked: nothing is said to be stored that is not
            raise Unsound("escrow-other")
        return sum(_keep(row, Told(report, key)) for report, key in zip(reports, keys, strict=True) if report.member != us
                   for row in rows)  # fmt: skip


def _keep(row: Escrowed, told: Told) -> bool:
    whose = f"{told.report.member}/{told.report.complainant.hex()}"
    sealed = SealedBox(PublicKey(bytes(row.public))).encrypt(msgspec.msgpack.encode(told))
    tag = keyed_hash(subkey(node().secret, "escrow"), "opened", whose)
    _, new = EscrowOpened.objects.update_or_create(escrowed=row, tag=tag, defaults={"about_sealed": sealed})
    if new:
        record(None, "escrow-opened", organisation=row.case.organisation_id, case=row.case_id)
    return new


def _keys(page: Opened, reports: tuple[Report, ...]) -> tuple[bytes, ...]:
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


def _with(key: Key, page: Opened, reports: tuple[Report, ...]) -> tuple[bytes, ...]:
    cards = members.holders()
    free = {each.index: cards[each.fingerprint] for each in key.participants if each.fingerprint in cards}
    refused: Refused | None = None
    while len(free) >= key.commitments.threshold:
        indices = tuple(sorted(_MIXED.sample(sorted(free), key.commitments.threshold)))
        answers: dict[int, Evaluated] = {}
        for index in indices:
            try:
                answers[index] = _asked(key, free[index], index, indices, page=page, reports=reports)
            except LongarmError as fault:
                refused = fault if isinstance(fault, Refused) else refused
                del free[index]  # another takes its place, and the weights change
                break
        else:
            return outer_keys(reports, answers, key.commitments)
    raise refused or Unsound("exchange-holders-away", needed=key.commitments.threshold)


def _asked(
    key: Key, holder: Card, index: int, indices: tuple[int, ...], *, page: Opened, reports: tuple[Report, ...]
) -> Evaluated:
    said = ask(holder, KIND, Open(key.renewal, indices, page.shown, page.head), Answered, epoch=key.epoch).said
    answer = Evaluated(parted(said.elements), said.proof)
    try:
        check(answer, index, indices, key.commitments, [report.lock.key for report in reports])
    except Unsound:
        with transaction.atomic():
            record(None, "holder-not-proven", organisation=None, holder=holder.fingerprint)
        raise
    return answer
