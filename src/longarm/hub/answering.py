"""One letter in, one letter out: who it is from, whether it was answered before, what it asks. One letter = one transaction."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

import msgspec
from django.db import IntegrityError, transaction

from longarm.exchange.card import Card, read_card
from longarm.exchange.hub import bodies, escrow
from longarm.exchange.letter import Letter, body, read, write
from longarm.exchange.refused import Refused
from longarm.hub import log
from longarm.hub.budget import spend
from longarm.hub.hits import fetch
from longarm.hub.lodging import lodge, take_back
from longarm.hub.members import set_apart
from longarm.hub.models import Answered, Member
from longarm.hub.opened import fetch as fetch_opened
from longarm.hub.registering import register
from longarm.hub.withdrawing import withdraw
from longarm.keys.party import Party
from longarm.store.left_out import escrow_left_out


def answer(party: Party, data: bytes, now: datetime) -> bytes:
    """The answer to a member's letter, sealed to it. The same letter again gets the same answer, and acts once.

    Raises Refused; its fact `sender` is the fingerprint of the member, where it is known (`lines.note_refused`).
    """
    sender: list[Member] = []

    def card_of(fingerprint: str) -> Card | None:
        row = Member.objects.filter(fingerprint=fingerprint).first()
        if row is None:
            return None
        sender.append(row)
        return read_card(bytes(row.card))

    try:
        letter = read(data, party, card_of, now=now, kinds=(*bodies.KINDS, *escrow.KINDS), sealed=True)
        if sender[0].cut_off_at is not None:  # without a lock that others wait for; looked at again under it
            raise Refused("cut-off")
        return _once(party, sender[0], letter, data, now)
    except Refused as refused:
        if sender and refused.code != "bad-signature":  # that names nobody: else a stranger could fill a member's lines
            refused.facts["sender"] = sender[0].fingerprint
        raise


def _once(party: Party, member: Member, letter: Letter, data: bytes, now: datetime) -> bytes:
    try:
        with transaction.atomic():
            member = Member.objects.select_for_update(no_key=True).get(id=member.id)  # rows may refer to it meanwhile
            if member.cut_off_at is not None:
                raise Refused("cut-off")
            if (known := _answered(member, letter)) is not None:
                return known
            said = _act(party, member, letter, data, now)
            made = write(party, read_card(bytes(member.card)), letter.kind, said, now=now, sealed=True, answers=letter.number)
            Answered.objects.create(number=letter.number, member=member, at=now, answer=made)
    except Refused as refused:
        if refused.code not in ("budget", "cut-off"):
            _count(member, now)
        raise
    except IntegrityError:  # the same letter, at the same moment, in another process: it was faster
        if (known := _answered(member, letter)) is None:
            raise Refused("busy") from None
        return known
    return made


def _count(member: Member, now: datetime) -> None:
    """A letter that was refused is one of the day's too, or else it could be work without end."""
    with suppress(Refused), transaction.atomic():
        spend(member, now)


def _answered(member: Member, letter: Letter) -> bytes | None:
    row = Answered.objects.filter(number=letter.number).first()
    if row is None:
        return None
    if row.member_id != member.id:  # numbers are 128 random bits: this is somebody else's, copied
        raise Refused("not-allowed")
    return bytes(row.answer)


def _act(party: Party, member: Member, letter: Letter, data: bytes, now: datetime) -> msgspec.Struct:
    if letter.kind in ("lodge", "opened") and escrow_left_out():  # what is taken back is heard everywhere
        raise Refused("no-escrow")
    match letter.kind:
        case "lodge":
            return lodge(party, member, body(letter, escrow.Lodge), now)
        case "take-back":
            return take_back(party, member, body(letter, escrow.TakeBack), data, now)
        case "opened":
            return fetch_opened(party, member, body(letter, escrow.FetchOpened), now)
        case "register":
            return register(party, member, body(letter, bodies.Register), data, now)
        case "withdraw":
            return withdraw(party, member, body(letter, bodies.Withdraw), data, now)
        case "hits":
            return fetch(member, body(letter, bodies.FetchHits), now)
        case "apart":
            spend(member, now)
            set_apart(member, body(letter, bodies.Apart).others)
            return bodies.Done()
        case "proof":
            spend(member, now)
            return log.prove(body(letter, bodies.AskProof))
        case "members":
            spend(member, now)
            body(letter, bodies.AskMembers)
            return bodies.Members(tuple(bytes(row.card) for row in Member.objects.filter(cut_off_at=None).order_by("id")))
        case _:
            spend(member, now)
            body(letter, bodies.AskHead)
            return log.head_of(party, now)
