"""The table across nodes: what this node told and what members told, put together; and the own figures, as they are."""

from __future__ import annotations

from typing import NamedTuple

from longarm.casework.actor import Actor
from longarm.casework.exchange.figures.counting import own
from longarm.casework.exchange.figures.kept import open_figures
from longarm.casework.exchange.parties import card_in
from longarm.exchange.figures.counts import every
from longarm.exchange.figures.document import FORMAT as TABLE
from longarm.exchange.figures.document import FiguresTable, Source, answers, told
from longarm.exchange.figures.published import EPSILON, FORMAT, Figure, Published
from longarm.exchange.figures.table import Line, together
from longarm.store.models import FiguresHeard, FiguresTold, Member


class Table(NamedTuple):
    """`period` empty: all quarters together. `periods`: those that anything was told of, the newest first."""

    period: str
    periods: tuple[str, ...]
    sources: tuple[Source, ...]
    lines: tuple[Line, ...]

    @property
    def document(self) -> FiguresTable:
        """For other programs."""
        sources, lines = tuple(map(told, self.sources)), tuple(map(answers, self.lines))
        return FiguresTable(TABLE, self.period, self.periods, str(EPSILON), sources, lines)


def table(actor: Actor | None, period: str = "") -> Table:
    """`actor` None: whoever types commands at the machine. Members that were cut off no longer count.

    Raises NotAllowed for who neither works cases nor audits.
    """
    if actor is not None:
        actor.must_be("coordinator", "caseworker", "auditor")
    mine = FiguresTold.objects.exclude(told_at=None)
    theirs = FiguresHeard.objects.filter(member__cut_off_at=None, member__role=Member.Role.NODE).select_related("member")
    found = [Source("", "", open_figures(row)) for row in mine]
    found += [Source(str(row.member_id), card_in(row.member).organisation, open_figures(row)) for row in theirs]
    periods = tuple(sorted({one.published.period for one in found}, reverse=True))
    shown = [one for one in found if period in ("", one.published.period)]
    shown.sort(key=lambda one: one.organisation)
    shown.sort(key=lambda one: one.published.period, reverse=True)
    return Table(period, periods, tuple(shown), together((one.by, one.published) for one in shown))


def own_lines(actor: Actor, period: str = "") -> tuple[Line, ...]:
    """Every request of the actor's organisation, as it is, without noise: it stays in the house.

    Raises NotAllowed for who neither coordinates nor audits.
    """
    actor.must_be("coordinator", "auditor")
    figures = tuple(Figure(*cell, count=count) for cell, count in every(own(actor.organisation, period)).items())
    return together([("", Published(FORMAT, period, (), "0", 0, figures))])
