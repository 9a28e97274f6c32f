"""Reports in escrow that have the company each asked for: our part of what opens them. We check everything by ourselves.

Nothing here is readable: what is inside is locked once more, with a key from the offender's identifier (`escrow.report`).
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from longarm.errors import Unsound
from longarm.exchange.card import Card, read_card
from longarm.exchange.escrow.opening import group_shown, partly_opened
from longarm.exchange.escrow.report import Report
from longarm.exchange.holder.bodies import joined
from longarm.exchange.holder.escrow import KIND, Open, Part
from longarm.exchange.letter import Letter, body, write
from longarm.exchange.refused import Refused
from longarm.holder import hubs
from longarm.holder.budget import spend
from longarm.holder.evaluating import must_be_asked
from longarm.holder.lines import note
from longarm.holder.models import Member
from longarm.holder.paying import answered, pay, refused_once
from longarm.holder.shares import Held, held
from longarm.holder.start import Ours


def open_reports(ours: Ours, member: Member, letter: Letter, now: datetime) -> bytes:
    """The sealed answer. Paid for before anything is checked: a check is work too.

    Where some are of members that do not count here, the answer names them, so that the others can be shown without them.
    Raises Refused("not-opened") when what is shown opens nothing; which check failed is counted in our lines.
    """
    asked = body(letter, Open)
    key = held(ours, letter.epoch, asked.renewal, now)
    must_be_asked(asked.indices, key, "escrow")
    with transaction.atomic():
        count = len(asked.shown)
        known = pay(member, letter, lambda: spend(member, now, opened=count), now)
    if known:
        return known
    with refused_once(member, letter):
        strangers = sorted({each.report.member for each in asked.shown if _card_of(each.report.member) is None})
        found = _checked(member, asked, strangers, letter, now)
        part = Part(without=tuple(strangers)) if strangers else _part(key, asked, found)
    card = read_card(bytes(member.card))
    made = write(ours.party, card, KIND, part, now=now, sealed=True, epoch=letter.epoch, answers=letter.number)
    note("left-out" if strangers else "opened", member, now, len(strangers) or len(found))
    return answered(member, letter, made)


def _checked(member: Member, asked: Open, strangers: list[str], letter: Letter, now: datetime) -> tuple[Report, ...]:
    shown = tuple(each for each in asked.shown if each.report.member not in strangers)
    try:
        hub = hubs.of(asked.head)
        found = group_shown(shown, asked.head, hub, _card_of, epoch=letter.epoch, asker=member.fingerprint, today=now.date())
        hubs.saw(hub, asked.head, now)
    except Unsound as fault:
        note(fault.message, member, now)
        raise Refused("not-opened") from None
    return found


def _part(key: Held, asked: Open, found: tuple[Report, ...]) -> Part:
    try:
        done = partly_opened(key.share, asked.indices, found)
    except Unsound:
        raise Refused("bad-body") from None
    return Part(joined(done.elements), done.proof)


def _card_of(fingerprint: str) -> Card | None:
    row = Member.objects.filter(fingerprint=fingerprint, cut_off_at=None).first()
    return read_card(bytes(row.card)) if row else None
