"""Blinded elements times our share: paid for before any work, answered once, the same answer to the same letter again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from longarm.errors import Unsound
from longarm.exchange.card import read_card
from longarm.exchange.ceremony.setup import Purpose
from longarm.exchange.holder.bodies import Evaluate, Evaluated, joined, parted
from longarm.exchange.letter import Letter, body, write
from longarm.exchange.oprf import threshold
from longarm.exchange.refused import Refused
from longarm.holder.budget import spend
from longarm.holder.lines import note
from longarm.holder.models import Member
from longarm.holder.paying import answered, pay, refused_once
from longarm.holder.shares import Held, held
from longarm.holder.start import Ours


def evaluate(ours: Ours, member: Member, letter: Letter, now: datetime) -> bytes:
    """The sealed answer. Killed between paying and answering, the same letter is answered later and costs nothing more.

    Raises Refused; its fact `elements` says how many were asked for.
    """
    asked = body(letter, Evaluate)
    elements = parted(asked.elements)
    try:
        key = held(ours, letter.epoch, asked.renewal, now)
        must_be_asked(asked.indices, key, "tokens")
        with transaction.atomic():
            known = pay(member, letter, lambda: _spend(member, len(elements), now), now)
        if known:
            return known
        with refused_once(member, letter):
            made = _work(ours, key, member, letter, now)
        return answered(member, letter, made)
    except Refused as refused:
        refused.facts["elements"] = len(elements)
        raise


def must_be_asked(indices: tuple[int, ...], ours: Held, purpose: Purpose) -> None:
    """A key for this purpose; the holders that will be combined: as many as it takes, each once, we among them.

    Raises Refused. With the key of the escrows an evaluation would open them for who asks for a token.
    """
    if ours.key.purpose != purpose:
        raise Refused("not-allowed")
    there = {one.index for one in ours.key.participants}
    given = set(indices)
    if len(given) != len(indices) or len(given) != ours.key.commitments.threshold or not given <= there:
        raise Refused("bad-body")
    if ours.share.index not in given:
        raise Refused("not-for-us")


def _spend(member: Member, elements: int, now: datetime) -> None:
    spend(member, now, elements)
    note("evaluate", member, now, elements)


def _work(ours: Ours, key: Held, member: Member, letter: Letter, now: datetime) -> bytes:
    asked = body(letter, Evaluate)
    try:
        done = threshold.evaluate(key.share, asked.indices, parted(asked.elements))
    except Unsound:  # no element of the group, or the identity
        raise Refused("bad-body") from None
    said = Evaluated(joined(done.elements), done.proof)
    card = read_card(bytes(member.card))
    return write(ours.party, card, "evaluate", said, now=now, sealed=True, epoch=letter.epoch, answers=letter.number)
