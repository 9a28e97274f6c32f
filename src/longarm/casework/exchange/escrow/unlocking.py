"""The outer locks of a company, opened by a threshold of holders: who is away, lies, or does not count a member is replaced.

The holders check it all by themselves (`holder.opening`), as this node need not know the other members.
"""

from __future__ import annotations

import random
from typing import Final

import msgspec
from django.db import transaction

from longarm.casework.exchange import epochs, members
from longarm.casework.exchange.asking import ask
from longarm.casework.exchange.parties import party
from longarm.casework.node import record_everywhere
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
from longarm.texts import Sentence

_MIXED: Final = random.SystemRandom()


def unlocked(page: Opened, reports: tuple[Report, ...]) -> tuple[tuple[Report, ...], tuple[bytes, ...]]:
    """What opened, and its keys: all of `reports`, or those that enough holders count. Raises as `opening.open_company`."""
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
    raise refused or Unsound("exchange-holders-away", needed=key.commitments.threshold, why=Sentence("exchange-holders-silent"))


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
