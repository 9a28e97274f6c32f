"""Joint operations as a person sees them: the list, and one board. Only for who here holds its key.
Long: a value for each thing that is shown.

Words of others come without marks of direction and what else is unseen: none turns a number or a sentence around.

Over 160 lines: what a board is made of stands side by side.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Final, Literal, NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.exchange import members
from longarm.casework.exchange.operations.giving import spoken_with
from longarm.casework.exchange.operations.kept import OpenOperation, open_operation, opened_with, privates_of
from longarm.casework.exchange.operations.team import Reader, could_read, readers_of
from longarm.casework.exchange.parties import card_in, own_card, party
from longarm.casework.node import record
from longarm.casework.refusals import NotFound
from longarm.errors import BadInput
from longarm.exchange.card import read_card
from longarm.exchange.feeds.foreign import bare
from longarm.exchange.operation.board import Asked, Board, Piece, Standing, Why
from longarm.exchange.operation.entry import Result, Task
from longarm.store.models import Operation, OperationKey, Outgoing

MOST: Final = 200  # lines of the list
SOON: Final = 7  # days before the common day
Stands = Literal["invited", "joined", "left", "removed", "closed"]
May = Literal[
    "join", "leave", "put", "say", "task", "done", "take_back", "agree", "invite", "remove", "hand_over", "day", "close",
    "result", "forget",
]  # fmt: skip


class Line(NamedTuple):
    """`tasks`: open ones of ours. `days`: until the common day; negative once it is past. `refused`: some member does not take
    a letter of ours."""

    id: UUID
    name: str
    lead: str
    leads: bool
    stands: Stands
    members: int
    day: datetime | None
    days: int | None
    tasks: int
    unseen: bool
    refused: bool
    changed_at: datetime


class MemberLine(NamedTuple):
    """`spoken`: this node speaks with it; who is not on our list, or cut off, gets nothing of ours. `waits`: letters to it.

    `refused`: it does not take one, `why` by its code. `missing`: something of it has not arrived. `restored`: it came back
    from a backup; what it wrote shortly before may be missing. `behind`: others have more of it. `disputed`: names of members who
    have something else of it than is here. `withheld`: its entries for others.
    """

    fingerprint: str
    name: str
    states: tuple[str, ...]
    standing: Standing
    ours: bool
    leads: bool
    spoken: bool
    waits: int
    refused: bool
    why: str
    missing: bool
    restored: bool
    behind: bool
    disputed: tuple[str, ...]
    withheld: int
    agreed: bool


class PieceLine(NamedTuple):
    """`to`: names of who may see it beside its author; none: all members."""

    id: str
    by: str
    ours: bool
    at: datetime
    kind: str
    title: str
    words: str
    bundle: str
    to: tuple[str, ...]
    taken_back: bool


class TaskLine(NamedTuple):
    id: str
    what: str
    by: str
    of: str
    ours: bool
    due: date | None
    late: bool
    outcome: str
    words: str


class SaidLine(NamedTuple):
    by: str
    at: datetime
    words: str


class ResultLine(NamedTuple):
    state: str
    by: str
    result: Result


class BoardView(NamedTuple):
    """`may`: what this organisation can do now. `day_id`: hash of the day's entry. `uncounted`: entries of ours that count for
    nothing, and why: somebody was faster."""

    line: Line
    about: str
    members: tuple[MemberLine, ...]
    pieces: tuple[PieceLine, ...]
    tasks: tuple[TaskLine, ...]
    said: tuple[SaidLine, ...]
    results: tuple[ResultLine, ...]
    day_stands: bool
    day_id: bytes
    end_words: str
    may: frozenset[May]
    uncounted: tuple[Why, ...]
    readers: tuple[Reader, ...]
    could_read: tuple[Reader, ...]


def list_operations(actor: Actor, today: date) -> tuple[Line, ...]:
    """News first, then by the common day, then the newest. Who holds no key has an empty list."""
    held = OperationKey.objects.filter(user_id=actor.user).values("operation_id")
    lines = []
    for row in Operation.objects.filter(id__in=held, opened=True).order_by("-changed_at")[:MOST]:
        found = opened_with(row, privates_of(row.keys.filter(user_id=actor.user), actor.private))
        made = found.board
        if made.lead:
            lines.append(_line(found, made, today))
    over = ("left", "removed", "closed")
    return tuple(sorted(lines, key=lambda one: (one.stands in over, not one.unseen, one.day is None or (one.days or 0) < 0)))


def waiting_operations(actor: Actor, today: date) -> tuple[Line, ...]:
    """What waits for this organisation: news, an invitation, a task of ours, a common day within the week, a letter refused."""
    return tuple(
        one
        for one in list_operations(actor, today)
        if one.unseen
        or one.refused
        or one.stands == "invited"
        or (one.stands == "joined" and (one.tasks or (one.days is not None and 0 <= one.days <= SOON)))
    )


def read_operation(actor: Actor, operation: UUID, today: date) -> BoardView:
    """One board; that it was read stands in the record. Raises NotFound as `open_operation` does."""
    found = open_operation(actor, operation)
    made = found.board
    if not made.lead:
        raise NotFound("operation-none")  # its first letter is still on the way
    with transaction.atomic():
        Operation.objects.filter(id=operation, unseen=True).update(unseen=False)
        record(actor.user, "operation-read", organisation=actor.organisation, object=operation)
    us, called = party().fingerprint, cache(name_of)  # a board names few, and each many times
    return BoardView(
        line=_line(found, made, today),
        about=bare(made.about),
        members=_members(found, made),
        pieces=tuple(_piece(id_, one, called) for id_, one in made.pieces.items() if one.put is not None),
        tasks=tuple(_task(id_, one, today, called) for id_, one in made.tasks.items()),
        said=tuple(SaidLine(called(by), at, bare(words)) for by, at, words in made.said),
        results=tuple(ResultLine(state, called(by), one) for (by, state), one in sorted(made.results.items(), key=_by_state)),
        day_stands=made.day_stands,
        day_id=made.day.hash if made.day else b"",
        end_words=bare(made.closed.words) if made.closed else "",
        may=_may(made, us) if actor.works_cases else frozenset(),
        uncounted=tuple(why for one, why in made.set_aside if one.author == us),
        readers=readers_of(operation),
        could_read=could_read(actor, operation) if actor.works_cases else (),
    )


def name_of(fingerprint: str) -> str:
    """Of a member, this organisation among them; the beginning of the fingerprint of a stranger."""
    if fingerprint != party().fingerprint:
        return bare(members.called(fingerprint))
    try:
        return read_card(own_card()).organisation
    except BadInput:
        return fingerprint[:16]


def _line(found: OpenOperation, made: Board, today: date) -> Line:
    us = party().fingerprint
    standing = made.members.get(us, "removed")
    return Line(
        id=found.row.id,
        name=bare(made.name),
        lead=name_of(made.lead),
        leads=made.lead == us,
        stands="closed" if made.closed and standing in ("joined", "invited") else standing,
        members=len(made.joined),
        day=_day(made),
        days=(timezone.localdate(day) - today).days if (day := _day(made)) else None,
        tasks=sum(1 for one in made.tasks.values() if one.task.of == us and one.done is None),
        unseen=found.row.unseen,
        refused=_refused(found.row).exists(),
        changed_at=found.row.changed_at,
    )


def _refused(row: Operation) -> QuerySet[Outgoing]:
    return Outgoing.objects.filter(operation=row, delivered_at=None, to__cut_off_at=None).exclude(refused="")


def _day(made: Board) -> datetime | None:
    return getattr(made.day.act, "at", None) if made.day else None


def _members(found: OpenOperation, made: Board) -> tuple[MemberLine, ...]:
    us, lines = party().fingerprint, []
    inside = made.members.get(us) in ("joined", "invited")  # who is out is sent nothing more
    for one, standing in made.members.items():
        row = members.row_of(one)
        waits = Outgoing.objects.filter(operation=found.row, to=row, delivered_at=None, refused="").count() if row else 0
        why = _refused(found.row).filter(to=row).values_list("refused", flat=True).first() or "" if row else ""
        lines.append(
            MemberLine(
                fingerprint=one, name=name_of(one), states=_states(made, one, us), standing=standing, ours=one == us,
                leads=one == made.lead, spoken=one == us or spoken_with(one) is not None, waits=waits,
                refused=bool(why), why=why, missing=inside and one in made.missing, restored=one in made.restored,
                behind=inside and one in made.behind - made.missing, disputed=_disputed(made, one),
                agreed=one in made.agreed,
                withheld=sum(1 for piece in made.pieces.values() if piece.withheld and piece.by == one),
            )
        )  # fmt: skip
    return tuple(sorted(lines, key=lambda one: (not one.leads, one.standing not in ("joined", "invited"), one.name)))


def _disputed(made: Board, one: str) -> tuple[str, ...]:
    """Whom to call: those who are in, not whoever writes."""
    return tuple(sorted(name_of(who) for who in made.disputed.get(one, ()) if who in made.joined))


def _states(made: Board, one: str, us: str) -> tuple[str, ...]:
    """For which it joined; of another only those on the card that was taken in, of a stranger none."""
    joined_for, row = made.states.get(one, ()), members.row_of(one)
    known = joined_for if one == us else card_in(row).states if row else ()
    return tuple(state for state in joined_for if state in known)


def _piece(id_: bytes, one: Piece, called: Callable[[str], str]) -> PieceLine:
    put = one.put
    assert put is not None  # noqa: S101 - the caller leaves out what is withheld
    return PieceLine(
        id_.hex(), called(one.by), one.by == party().fingerprint, one.at, put.kind, bare(put.title), bare(put.words),
        put.bundle.hex(), tuple(map(called, one.to)), one.taken_back,
    )  # fmt: skip


def _task(id_: bytes, one: Asked, today: date, called: Callable[[str], str]) -> TaskLine:
    task: Task = one.task
    due = timezone.localdate(task.due) if task.due else None
    return TaskLine(
        id_.hex(), bare(task.what), called(one.by), called(task.of), task.of == party().fingerprint, due,
        due is not None and one.done is None and due < today,
        one.done.outcome if one.done else "", bare(one.done.words) if one.done else "",
    )  # fmt: skip


def _by_state(one: tuple[tuple[str, str], Result]) -> tuple[str, str]:
    return one[0][1], one[0][0]


def _may(made: Board, us: str) -> frozenset[May]:
    standing, leads = made.members.get(us), made.lead == us
    found: set[May] = {"take_back"} if us in made.members else set()
    if made.closed or standing not in ("joined", "invited"):
        found.add("forget")
    if standing == "joined":
        found.add("result")
    if made.closed or standing not in ("joined", "invited"):
        return frozenset(found)
    if standing == "invited":
        return frozenset(("join", "leave"))
    found |= {"put", "say", "task", "done"}
    if made.day is not None and us not in made.agreed:
        found.add("agree")
    found |= {"invite", "remove", "hand_over", "day", "close"} if leads else {"leave"}
    return frozenset(found)
