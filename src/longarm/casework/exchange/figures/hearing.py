"""Figures of another node come in, by letter or as a file: signed by a member, of states it works for, once a quarter."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.exchange import members
from longarm.casework.exchange.figures.kept import open_figures, seal_figures
from longarm.casework.exchange.parties import card_in, party
from longarm.casework.node import record
from longarm.casework.refusals import Conflict
from longarm.errors import BadInput
from longarm.exchange.figures.carried import Carried
from longarm.exchange.figures.counts import ends_on
from longarm.exchange.figures.file import Told, read_figures
from longarm.exchange.letter import Letter, body
from longarm.exchange.refused import Refused
from longarm.store.models import FiguresHeard, Member

OLDEST: Final = timedelta(days=5 * 366)  # twenty quarters: a member that told all since the year 1 would fill every table


def arrived(letter: Letter, sender: Member, now: datetime) -> None:
    """In the caller's transaction, which keeps the letter's number. Raises Refused; nothing is kept then."""
    try:
        told = read_figures(body(letter, Carried).file)
    except Refused:
        raise
    except BadInput:
        raise Refused("bad-body") from None
    if told.fingerprint != letter.sender:
        raise Refused("bad-signature")  # the figures of a third
    try:
        _keep(None, sender, told, now)
    except BadInput:
        raise Refused("not-allowed") from None


def hear(actor: Actor | None, data: bytes) -> Told:
    """Takes in a file. `actor` None: whoever types commands at the machine.

    Raises NotAllowed for who works no cases, BadInput when it is none, of no member, of other states than the member's, or of a
    quarter that is not over or long past, Conflict when the member told other figures of that quarter before.
    """
    if actor is not None:
        actor.must_work_cases()
    told = read_figures(data)
    if told.fingerprint == party().fingerprint:
        raise BadInput("figure-own")
    row = members.row_of(told.fingerprint)
    if row is None or row.role != Member.Role.NODE or row.cut_off_at is not None:
        raise BadInput("figure-of-no-member", fingerprint=told.fingerprint[:16])
    with transaction.atomic():
        _keep(actor, row, told, timezone.now())
    return told


def _keep(actor: Actor | None, member: Member, told: Told, now: datetime) -> None:
    """The first of a quarter stays; the same again changes nothing."""
    published, card = told.published, card_in(member)
    if not set(published.asking) <= set(card.states):
        raise BadInput("figure-other-states", organisation=card.organisation)
    if ends_on(published.period) > now.date():
        raise BadInput("figure-not-over", organisation=card.organisation, period=published.period)
    if ends_on(published.period) < now.date() - OLDEST:
        raise BadInput("figure-too-old", organisation=card.organisation, period=published.period)
    Member.objects.select_for_update().get(id=member.id)
    before = FiguresHeard.objects.filter(member=member, period=published.period).first()
    if before is not None:
        if open_figures(before) != published:
            raise Conflict("figure-told-otherwise", organisation=card.organisation, period=published.period)
        return
    row = FiguresHeard(id=uuid4(), member=member, period=published.period, heard_at=now)
    row.figures_sealed = seal_figures(row, published)
    row.save(force_insert=True)
    record(
        actor.user if actor else None, "figures-heard", organisation=actor.organisation if actor else None, object=row.id,
        member=str(member.id), period=published.period,
    )  # fmt: skip
