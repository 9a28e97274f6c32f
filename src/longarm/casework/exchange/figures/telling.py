"""Figures of a closed quarter: drawn once, looked at, then told to every node that is a member.

What was drawn is kept, told or not. A second draw would be a second look at the same cases with other noise; so there is none.
A node that was restored does not know what was drawn after its backup: a person answers for that nothing was.
"""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from typing import NamedTuple
from uuid import uuid4

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from longarm.case.states import STATES
from longarm.casework.actor import Actor
from longarm.casework.backup.marker import last_chores, last_restore
from longarm.casework.exchange import members
from longarm.casework.exchange.figures.counting import closed, of_quarter
from longarm.casework.exchange.figures.kept import open_figures, seal_figures
from longarm.casework.exchange.parties import card_in, party
from longarm.casework.node import node, record
from longarm.casework.refusals import Conflict, NotFound
from longarm.exchange.figures.carried import KIND, Carried
from longarm.exchange.figures.cells import cells
from longarm.exchange.figures.counts import closes_on, counts, ends_on
from longarm.exchange.figures.file import write_figures
from longarm.exchange.figures.published import Published, publish
from longarm.exchange.letter import CARRIED, write
from longarm.store.models import FiguresTold, Member, Outgoing


class Quarter(NamedTuple):
    """One that is closed. `published` None: not drawn yet. `told_at` None: nobody outside has it. `since`: of when the backup was
    that the node was restored from: it may have been drawn after that, and lost."""

    period: str
    published: Published | None = None
    drawn_at: datetime | None = None
    told_at: datetime | None = None
    since: datetime | None = None


def quarters(today: date) -> tuple[Quarter, ...]:
    """Those that can be drawn or were, the newest first."""
    rows = {row.period: row for row in FiguresTold.objects.all()}
    periods = sorted({*closed(today), *rows}, reverse=True)
    return tuple(_quarter(rows[one]) if one in rows else Quarter(one, since=_maybe_drawn(one)) for one in periods)


def to_be_told(actor: Actor, today: date) -> tuple[Quarter, ...]:
    """For *My day* of who coordinates: quarters that ended since this node has a card, closed, and told to nobody, where there is
    somebody to tell. What was counted in them is not looked at."""
    own = Member.objects.filter(role=Member.Role.OWN).first()
    if actor.role != "coordinator" or own is None or not nodes_to_tell():
        return ()
    return tuple(one for one in quarters(today) if one.told_at is None and ends_on(one.period) > own.since.date())


def draw(actor: Actor, period: str, today: date, *, never: bool = False) -> Quarter:
    """Counts a closed quarter of the whole node and adds the noise; drawn before, it is what was drawn then.

    `never`: the actor has asked, and answers for that it was not drawn after the backup that the node was restored from.

    Raises NotAllowed for who does not coordinate, NotFound for a quarter that is not closed, or past, BadInput without a card,
    Conflict where it may have been drawn before the node was restored, and while the clock is not believed.
    """
    actor.must_be("coordinator")
    before = FiguresTold.objects.filter(period=period).first()
    if before is not None:
        return _quarter(before)
    if period not in closed(today):
        raise NotFound("figure-no-quarter")
    chores, since = last_chores(node().folder.data), _maybe_drawn(period)
    if chores is not None and chores.doubted:  # a quarter that is drawn too early stays drawn
        raise Conflict("figure-clock")
    if since is not None and not never:
        raise Conflict("figure-maybe-drawn", period=period)
    made = publish(counts(of_quarter(period)), cells(STATES), period=period, asking=members.own_states())
    row = FiguresTold(id=uuid4(), period=period, drawn_by_id=actor.user, drawn_at=timezone.now())
    row.figures_sealed = seal_figures(row, made)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            record(
                actor.user, "figures-drawn", organisation=actor.organisation, object=row.id, period=period,
                restored=since.isoformat(timespec="seconds") if since else "-",
            )  # fmt: skip
    except IntegrityError:  # somebody else has just drawn: theirs stands
        return _quarter(FiguresTold.objects.get(period=period))
    return _quarter(row)


def tell(actor: Actor, period: str, now: datetime) -> int:
    """Puts out to go what was drawn, to every node that is a member; those that have it get nothing twice. Returns to how many.

    Raises NotAllowed for who does not coordinate, NotFound where nothing was drawn, Conflict where there is nobody to tell.
    """
    actor.must_be("coordinator")
    with transaction.atomic():
        row = FiguresTold.objects.select_for_update().filter(period=period).first()
        if row is None:
            raise NotFound("figure-not-drawn")
        to = list(_nodes())
        if not to:
            raise Conflict("figure-nobody-to-tell")
        said = Carried(_file(row))
        sent = sum(_put_out(row, said, one, now) for one in to)
        if row.told_at is None:
            row.told_at, row.told_by_id = now, actor.user
            row.save(update_fields=["told_at", "told_by"])
        record(actor.user, "figures-told", organisation=actor.organisation, object=row.id, period=period, to=str(sent))
    return sent


def nodes_to_tell() -> int:
    """How many nodes are members."""
    return _nodes().count()


def file_of(actor: Actor, period: str) -> bytes:
    """The signed file of what was told, for a member that no letter reaches. Raises NotAllowed, NotFound when nothing was."""
    actor.must_be("coordinator", "caseworker", "auditor")
    row = FiguresTold.objects.filter(period=period).exclude(told_at=None).first()
    if row is None:
        raise NotFound("figure-not-drawn")
    return _file(row)


def _maybe_drawn(period: str) -> datetime | None:
    """Of when the backup was, where the quarter was closed before the node was restored from it."""
    restored = last_restore(node().folder.data)
    return restored.backup if restored is not None and closes_on(period) <= restored.at.date() else None


def _nodes() -> QuerySet[Member]:
    return Member.objects.filter(role=Member.Role.NODE, cut_off_at=None).order_by("since")


def _file(row: FiguresTold) -> bytes:
    return write_figures(node().signing_key, open_figures(row))


def _put_out(row: FiguresTold, said: Carried, to: Member, now: datetime) -> bool:
    """One number a quarter and member: what waits, or has arrived, does not go again; what was refused or grew old does."""
    number = hashlib.sha256(b"longarm-figures/1\x00" + row.id.bytes + to.id.bytes).digest()[:16]
    before = Outgoing.objects.filter(number=number).first()
    if before is not None and not before.refused and (before.delivered_at or now - before.made_at < CARRIED / 2):
        return False
    letter = write(party(), card_in(to), KIND, said, now=now, sealed=True, number=number)
    values = {"to": to, "letter": letter, "refused": "", "tries": 0, "made_at": now, "next_at": now, "delivered_at": None}
    Outgoing.objects.update_or_create(number=number, defaults=values)
    return True


def _quarter(row: FiguresTold) -> Quarter:
    return Quarter(row.period, open_figures(row), row.drawn_at, row.told_at)
