"""Blinded elements times our share: paid for before any work, answered once, the same answer to the same letter again."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

import msgspec
from django.db import transaction

from longarm.errors import Unsound
from longarm.exchange.card import read_card
from longarm.exchange.holder.bodies import Evaluate, Evaluated, joined, parted
from longarm.exchange.letter import Letter, body, write
from longarm.exchange.oprf import threshold
from longarm.exchange.refused import Refused
from longarm.holder.budget import spend
from longarm.holder.lines import note
from longarm.holder.models import Answered, Member
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
        _check(asked, key)
        with transaction.atomic():
            known = _pay(member, letter, len(elements), now)
        return known or _answered(member, letter, _work(ours, key, member, letter, now))
    except Refused as refused:
        refused.facts["elements"] = len(elements)
        raise


def _check(asked: Evaluate, ours: Held) -> None:
    """A key for tokens; the holders that will be combined: as many as it takes, each once, we among them."""
    if ours.key.purpose != "tokens":  # with the key of the escrows this would open them for who asks for a token
        raise Refused("not-allowed")
    there = {one.index for one in ours.key.participants}
    given = set(asked.indices)
    if len(given) != len(asked.indices) or len(given) != ours.key.commitments.threshold or not given <= there:
        raise Refused("bad-body")
    if ours.share.index not in given:
        raise Refused("not-for-us")


def _pay(member: Member, letter: Letter, elements: int, now: datetime) -> bytes:
    """What was answered before, else nothing, and the letter is paid for."""
    said = sha256(msgspec.msgpack.encode(letter)).digest()
    Member.objects.select_for_update().get(id=member.id)  # letters of one member one after the other
    row = Answered.objects.filter(member=member, number=letter.number).first()
    if row is None:
        spend(member, now, elements)
        Answered.objects.create(member=member, number=letter.number, asked=said, at=now)
        note("evaluate", member, now, elements)
        return b""
    if bytes(row.asked) != said:  # a number that was paid for once, over another question
        raise Refused("not-allowed")
    return bytes(row.answer)


def _work(ours: Ours, key: Held, member: Member, letter: Letter, now: datetime) -> bytes:
    asked = body(letter, Evaluate)
    try:
        done = threshold.evaluate(key.share, asked.indices, parted(asked.elements))
    except Unsound:  # no element of the group, or the identity: paid for, answered never
        raise Refused("bad-body") from None
    said = Evaluated(joined(done.elements), done.proof)
    card = read_card(bytes(member.card))
    return write(ours.party, card, "evaluate", said, now=now, sealed=True, epoch=letter.epoch, answers=letter.number)


def _answered(member: Member, letter: Letter, made: bytes) -> bytes:
    """Kept, before it goes out. Where another process was faster with the same letter, what that one kept."""
    mine = Answered.objects.filter(member=member, number=letter.number)
    if mine.filter(answer=b"").update(answer=made):
        return made
    return bytes(mine.get().answer)
