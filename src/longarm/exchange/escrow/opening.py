"""How a group is opened: what is shown to the holders, what each of them answers, what the asking member does with it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date
from typing import Annotated

import msgspec
from nacl.bindings import sodium_unpad

from longarm.errors import Unsound
from longarm.exchange.card import Card
from longarm.exchange.escrow.company import opens
from longarm.exchange.escrow.lock import unlock
from longarm.exchange.escrow.report import PADDED, Report, check, inner_key, inner_place, token_of
from longarm.exchange.log.head import Hash, Head
from longarm.exchange.log.tree import holds_leaf, leaf_hash
from longarm.exchange.oprf import group, threshold
from longarm.exchange.oprf.threshold import Commitments, Evaluated, Share
from longarm.keys.content import decrypt


class Shown(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A report, and that it stands in the hub's log: leaf `index`, `path` to the root of the head that is shown with it."""

    report: Report
    index: Annotated[int, msgspec.Meta(ge=0)]
    path: Annotated[tuple[Hash, ...], msgspec.Meta(max_length=64)]


def group_shown(
    shown: Sequence[Shown], head: Head, hub: Card, members: Callable[[str], Card | None], *, epoch: str, asker: str, today: date
) -> tuple[Report, ...]:
    """What every holder checks by itself before it answers: the reports that open now.

    Raises Unsound naming what does not hold: a report that is not in the log of `hub`, not vouched for, of another key or
    offender, run out, put twice; too few; or an `asker` with no report in the group.
    """
    if not head.signed_by(hub):
        raise Unsound("escrow-log")
    for each in shown:
        card = members(each.report.member)
        if card is None:
            raise Unsound("escrow-signature")
        check(each.report, card)
        if not holds_leaf(leaf_hash(each.report.leaf), each.index, head.size, each.path, head.root):
            raise Unsound("escrow-log")
        if each.report.escrow_epoch != epoch or each.report.expires_on < today:
            raise Unsound("escrow-run-out")
    if len({(each.report.token, each.report.tokens_epoch) for each in shown}) > 1:
        raise Unsound("escrow-other")
    found = opens(each.report for each in shown)
    if not found or asker not in {each.member for each in found}:
        raise Unsound("escrow-too-few")
    return found


def partly_opened(
    share: Share, indices: Sequence[int], reports: Sequence[Report], random: group.Random = os.urandom
) -> Evaluated:
    """What a holder answers for the reports that `group_shown` found: its part of each lock's key, and a proof for all."""
    return threshold.evaluate(share, indices, [each.lock.key for each in reports], random=random)


def opened(
    output: bytes, reports: Sequence[Report], answers: dict[int, Evaluated], commitments: Commitments
) -> tuple[bytes | None, ...]:
    """The contents, in order, for a member that named the same offender; None for a report whose inside cannot be read: its
    member sealed it wrongly and can be asked. `answers`: by holder.

    Raises Unsound when an answer is wrong (naming the holder), or a report is not of this offender.
    """
    if any(each.token != token_of(output) for each in reports):
        raise Unsound("escrow-other")
    keys = outer_keys(reports, answers, commitments)
    return tuple(inside(output, report, key) for report, key in zip(reports, keys, strict=True))


def outer_keys(reports: Sequence[Report], answers: dict[int, Evaluated], commitments: Commitments) -> tuple[bytes, ...]:
    """What opens the outer lock of each, in order: needs no output. Raises Unsound as `opened` does, for a wrong answer."""
    indices = tuple(sorted(answers))
    for index, answer in answers.items():
        threshold.check(answer, index, indices, commitments, [each.lock.key for each in reports])
    return threshold.combine([answers[index] for index in indices])


def inside(output: bytes, report: Report, key: bytes) -> bytes | None:
    """What a report holds, with its outer key; None when it cannot be read."""
    try:
        padded = decrypt(inner_key(output), unlock(report.lock, report.label, key), inner_place(report))
        return sodium_unpad(padded, PADDED)
    except (Unsound, ValueError, RuntimeError):
        return None
