"""One letter in, one letter out: who it is from, what it asks, what it gets. Members are heard, and the holders of a ceremony."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from longarm.exchange.card import Card, read_card
from longarm.exchange.holder.bodies import KINDS, AskKeys
from longarm.exchange.holder.escrow import KIND as OPEN
from longarm.exchange.letter import Letter, body, read, write
from longarm.exchange.refused import Refused
from longarm.holder import shares
from longarm.holder.budget import spend
from longarm.holder.ceremony.telling import card_of as card_of_ceremony
from longarm.holder.ceremony.telling import tell
from longarm.holder.evaluating import evaluate
from longarm.holder.models import Member
from longarm.holder.opening import open_reports
from longarm.holder.start import Ours
from longarm.store.left_out import escrow_left_out


def answer(ours: Ours, data: bytes, now: datetime) -> bytes:
    """The sealed answer to a letter. The same letter again gets the same answer and costs nothing.

    Raises Refused; its fact `sender` is the fingerprint of the member, where it is known (`lines.note_refused`).
    """
    sender: list[str] = []

    def card_of(fingerprint: str) -> Card | None:
        sender.append(fingerprint)
        row = Member.objects.filter(fingerprint=fingerprint).first()
        return read_card(bytes(row.card)) if row else card_of_ceremony(fingerprint)

    try:
        letter = read(data, ours.party, card_of, now=now, kinds=(*KINDS, OPEN), sealed=True)
        return _act(ours, letter, now)
    except Refused as refused:
        if sender and refused.code != "bad-signature":  # that names nobody: else a stranger could fill a member's lines
            refused.facts["sender"] = sender[0]
        raise


def _act(ours: Ours, letter: Letter, now: datetime) -> bytes:
    if letter.kind == "ceremony":
        return tell(ours, letter, now)
    member = Member.objects.filter(fingerprint=letter.sender).first()
    if member is None:
        raise Refused("not-allowed")  # a holder of a ceremony
    if member.cut_off_at is not None:
        raise Refused("cut-off")
    if letter.kind == "evaluate":
        return evaluate(ours, member, letter, now)
    if letter.kind == OPEN:
        if escrow_left_out():
            raise Refused("no-escrow")
        return open_reports(ours, member, letter, now)
    body(letter, AskKeys)
    with transaction.atomic():
        spend(member, now)
    card = read_card(bytes(member.card))
    return write(ours.party, card, "key", shares.keys(now), now=now, sealed=True, answers=letter.number)
