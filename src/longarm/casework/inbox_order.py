"""Which cases stand in whose inbox, and in which order: danger first, then who waits longest, then what is due next.

Two ways to the same order. Who holds few keys: one query over those cases. Who holds very many: the index `inbox` is walked
stretch by stretch (danger or not, then waiting, due, the rest), each in its own order, and only as far as the page needs; the
database would otherwise sort a hundred thousand rows for fifty lines.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final, Literal, NamedTuple
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
    if (few := _few(actor, shown)) is not None:
        by = ("-closed_at",) if shown == "closed" else _order()
        return list(few.order_by(*by, "id").values_list("id", flat=True)[skip : skip + count])
    return list(islice(_walk(actor, shown, skip + count), skip, skip + count))


def counted(actor: Actor) -> dict[Shown, int]:
    """How many stand under each filter; `MOST` + 1 means more than `MOST`."""
    return {shown: _count(actor, shown) for shown in _WHERE}


def waiting_since(actor: Actor) -> list[Any]:
    """Since when each of those waits who wait longest, at most `MOST`, the longest first."""
    if (few := _few(actor, "waiting")) is not None:
        return list(few.order_by("asked_at").values_list("asked_at", flat=True)[:MOST])
    streams = [_stream(_stretch(actor, "waiting", stage, urgent, _STRETCHES[0]), _STRETCHES[0], MOST) for stage, urgent in _PAIRS]
    return [asked for _, asked in islice(heapq.merge(*streams, key=_second), MOST)]


_PAIRS: Final = tuple((stage, urgent) for stage in ACTIVE for urgent in (True, False))


def _few(actor: Actor, shown: Shown) -> QuerySet[Case] | None:
    """The cases in one query, where they are few enough for one; None where the index must be walked."""
    stages = (Case.Stage.CLOSED,) if shown == "closed" else ACTIVE
    cases = Case.objects.filter(stage__in=stages).filter(_WHERE[shown])
    if shown == "mine":
        mine = list(Case.objects.filter(claimed_by_id=actor.user, stage__in=ACTIVE).values_list("id", flat=True)[:FEW])
        return cases.filter(id__in=mine, keys__user_id=actor.user)
    held = CaseKey.objects.filter(user_id=actor.user).order_by()
    return cases.filter(keys__user_id=actor.user) if held[: FEW + 1].count() <= FEW else None


def _count(actor: Actor, shown: Shown) -> int:
    if (few := _few(actor, shown)) is not None:
        return int(few.aggregate(number=Count("id"))["number"])
    stages = (Case.Stage.CLOSED,) if shown == "closed" else ACTIVE
    stretches = _STRETCHES[:1] if shown == "waiting" else _STRETCHES
    found = 0
    for stage in stages:
        for urgent in (True,) if shown == "urgent" else (True, False):
            for stretch in stretches:
                rows = _stretch(actor, shown, stage, urgent, stretch)
                found += rows.order_by()[: MOST + 1 - found].count() if found <= MOST else 0
    return found


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
