"""Which cases stand in whose inbox, and in which order: danger first, then who waits longest, then what is due next.

Two ways to the same order. Who holds few keys: one query over those cases. Who holds very many: the index `inbox` is walked
stretch by stretch (danger or not, then waiting, due, the rest), each in its own order, and only as far as the page needs; the
database would otherwise sort a hundred thousand rows for fifty lines.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final, Literal, NamedTuple, cast
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from longarm.casework.actor import Actor
from longarm.store.models import Case, CaseKey

Shown = Literal["all", "mine", "unclaimed", "waiting", "urgent", "closed"]
ACTIVE: Final = (Case.Stage.RECEIVED, Case.Stage.OPEN)
FEW: Final = 2_000  # keys
MOST: Final = 300  # counted; more is said to be more
_WHERE: Final[dict[Shown, Q]] = {
    "all": Q(),
    "mine": Q(),
    "unclaimed": Q(claimed_by=None),
    "waiting": Q(asked_at__isnull=False),
    "urgent": Q(urgent=True),
    "closed": Q(),
}
Row = tuple[UUID, Any]


class _Stretch(NamedTuple):
    """Rows that sort alike by one column of the index."""

    where: Q
    column: str
    down: bool = False


_STRETCHES: Final = (
    _Stretch(Q(asked_at__isnull=False), "asked_at"),
    _Stretch(Q(asked_at=None, due_on__isnull=False), "due_on"),
    _Stretch(Q(asked_at=None, due_on=None), "made_at", down=True),
)


def ordered(actor: Actor, shown: Shown, skip: int, count: int) -> list[UUID]:
    """The ids of `count` cases from the `skip`-th on."""
    if shown == "mine" or _holds_few(actor):
        by = ("-closed_at",) if shown == "closed" else _order()
        return list(_held(actor, shown).order_by(*by, "id").values_list("id", flat=True)[skip : skip + count])
    return list(islice(_walk(actor, shown, skip + count), skip, skip + count))


def counted(actor: Actor) -> dict[Shown, int]:
    """How many stand under each filter; `MOST` + 1 means more than `MOST`."""
    if _holds_few(actor):
        filters = {shown: Count("id", filter=_where(actor, shown)) for shown in _WHERE}
        held = Case.objects.filter(keys__user_id=actor.user)
        return cast(dict[Shown, int], held.aggregate(**filters))
    return {shown: _count(actor, shown) for shown in _WHERE}


def waiting_since(actor: Actor) -> list[Any]:
    """Since when each of those waits who wait longest, at most `MOST`, the longest first."""
    if _holds_few(actor):
        return list(_held(actor, "waiting").order_by("asked_at").values_list("asked_at", flat=True)[:MOST])
    streams = [_stream(_stretch(actor, "waiting", stage, urgent, _STRETCHES[0]), _STRETCHES[0], MOST) for stage, urgent in _PAIRS]
    return [asked for _, asked in islice(heapq.merge(*streams, key=_second), MOST)]


_PAIRS: Final = tuple((stage, urgent) for stage in ACTIVE for urgent in (True, False))


def _holds_few(actor: Actor) -> bool:
    """Few enough for one query over them; else the index is walked."""
    return CaseKey.objects.filter(user_id=actor.user).order_by()[: FEW + 1].count() <= FEW


def _where(actor: Actor, shown: Shown) -> Q:
    stages = (Case.Stage.CLOSED,) if shown == "closed" else ACTIVE
    mine = Q(claimed_by_id=actor.user) if shown == "mine" else Q()
    return Q(stage__in=stages) & mine & _WHERE[shown]


def _held(actor: Actor, shown: Shown) -> QuerySet[Case]:
    """The cases by the keys of who asks. Nobody has very many of their own."""
    if shown == "mine":  # by their ids: the database would else look through all keys for them
        mine = Case.objects.filter(_where(actor, shown)).values_list("id", flat=True)[:FEW]
        return Case.objects.filter(id__in=list(mine), keys__user_id=actor.user)
    return Case.objects.filter(_where(actor, shown), keys__user_id=actor.user)


def _count(actor: Actor, shown: Shown) -> int:
    """Of very many: one walk along the index, which ends where there is more than is said."""
    if shown == "mine":
        return _held(actor, shown).count()
    held = Exists(CaseKey.objects.filter(case=OuterRef("pk"), user_id=actor.user))
    cases = Case.objects.filter(held, _where(actor, shown), organisation_id=actor.organisation)
    # Every part of the index is named, so that the walk can begin at any column of it.
    return cases.filter(urgent__in=(True,) if shown == "urgent" else (True, False)).order_by()[: MOST + 1].count()


def _walk(actor: Actor, shown: Shown, most: int) -> Iterator[UUID]:
    if shown == "closed":
        newest = _STRETCHES[-1]
        streams = [_stream(_stretch(actor, shown, Case.Stage.CLOSED, urgent, newest), newest, most) for urgent in (True, False)]
        yield from (case for case, _ in heapq.merge(*streams, key=_second, reverse=True))
        return
    for urgent in (True,) if shown == "urgent" else (True, False):
        for stretch in _STRETCHES[:1] if shown == "waiting" else _STRETCHES:
            streams = [_stream(_stretch(actor, shown, stage, urgent, stretch), stretch, most) for stage in ACTIVE]
            for case, _ in heapq.merge(*streams, key=_second, reverse=stretch.down):
                yield case
                most -= 1


def _stretch(actor: Actor, shown: Shown, stage: str, urgent: bool, stretch: _Stretch) -> QuerySet[Case]:
    held = Exists(CaseKey.objects.filter(case=OuterRef("pk"), user_id=actor.user))
    # `urgent__in`: Django writes a plain boolean as `NOT urgent`, for which SQLite leaves the index.
    cases = Case.objects.filter(held, organisation_id=actor.organisation, stage=stage, urgent__in=(urgent,))
    return cases.filter(_WHERE[shown], stretch.where)


def _stream(cases: QuerySet[Case], stretch: _Stretch, most: int) -> Iterator[Row]:
    order = f"-{stretch.column}" if stretch.down else stretch.column
    yield from cases.order_by(order).values_list("id", stretch.column)[:most]


def _second(row: Row) -> Any:
    return row[1]


def _order() -> tuple[Any, ...]:
    return ("-urgent", F("asked_at").asc(nulls_last=True), F("due_on").asc(nulls_last=True), "-made_at")
