"""Requests as a person sees them: the list (mine, theirs, due), and one with its timeline. Only those of the own teams' cases.
Long: a value for each thing that is shown.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final, Literal, NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for, open_with_key
from longarm.casework.exchange.hits import case_of
from longarm.casework.exchange.requests.drafting import reference_of
from longarm.casework.exchange.requests.moving_on import other_side, own_side, state_of
from longarm.casework.exchange.requests.opened import About, OpenRequest, open_request, opened_in
from longarm.casework.node import node, record
from longarm.casework.proof.exhibits import code_of
from longarm.exchange.request.bodies import Ask, Said
from longarm.exchange.request.states import ENDED, Act, State, may
from longarm.exchange.request.words import Reason
from longarm.keys import case as case_keys
from longarm.store.models import Attachment, CaseKey, Exhibit, Outgoing, Request, User

Which = Literal["open", "ours", "theirs", "due", "ended"]
MOST: Final = 200  # lines of a list
SOON: Final = 3  # days before the answer is expected from which on a request stands under "due"
Due = Literal[
    "answer_late", "answer_soon", "remind", "contact_247", "superior", "central_authority", "keep_ends", "news", "unread"
]


class Line(NamedTuple):
    """`due`: what is to be done now, the most pressing first. `refused`: the letter could not be delivered, and why."""

    id: UUID
    case: UUID
    reference: str
    ours: bool
    paper: bool
    state: State
    urgent: bool
    unseen: bool
    measure: str
    organisation: str
    asking: str
    asked: str
    due_on: date | None
    due: tuple[Due, ...]
    refused: str
    made_at: datetime


class Turn(NamedTuple):
    """One letter of the timeline. `name`: who of this node wrote or noted it. `scans`: the paper, by exhibit and code."""

    ours: bool
    act: Act
    words: str
    reason: Reason | None
    at: datetime
    name: str | None
    applied: bool
    scans: tuple[tuple[UUID, str], ...] = ()


class FileView(NamedTuple):
    ours: bool
    number: int
    state: str
    size: int
    arrived: int
    stored: int
    exhibits: tuple[str, ...]
    exhibit: UUID | None


class RequestView(NamedTuple):
    """`acts`: what this side can do now; `noted`: what can be noted of the other side of a request on paper. `meets`: the case of
    ours that they had a hit with, where it is one of the actor's.
    """

    line: Line
    about: About
    turns: tuple[Turn, ...]
    files: tuple[FileView, ...]
    acts: tuple[Act, ...]
    noted: tuple[Act, ...]
    waits: bool
    exhibits: tuple[tuple[UUID, int, str], ...]
    meets: UUID | None


def list_requests(actor: Actor, today: date, which: Which = "open") -> tuple[Line, ...]:
    """What presses first, then by day. Who holds no key (an auditor, an administrator) has an empty list."""
    keys = dict(CaseKey.objects.filter(user_id=actor.user).values_list("case_id", "sealed"))
    rows = Request.objects.filter(case_id__in=list(keys)).select_related("case")
    # An answer that came is ours to read and to close; only then it is over here.
    over = Q(state__in=ENDED, unseen=False) & ~Q(ours=True, state__in=("answered", "refused"))
    rows = rows.filter(over) if which == "ended" else rows.exclude(over)
    if which in ("ours", "theirs"):
        rows = rows.filter(ours=which == "ours")
    lines = []
    for row in rows.order_by("-changed_at")[: 5 * MOST]:
        opened = open_with_key(row.case, case_keys.open_with(actor.private, str(row.case_id), keys[row.case_id]))
        lines.append(_line(opened_in(opened, row), today))
    if which == "due":
        lines = [line for line in lines if line.due]
    return tuple(sorted(lines, key=lambda one: (not one.urgent, not one.due, one.due_on or date.max))[:MOST])


def of_case(actor: Actor, case: UUID, today: date) -> tuple[Line, ...]:
    """Raises NotFound as `open_for` does."""
    opened = open_for(actor, case)
    rows = Request.objects.filter(case_id=case).order_by("made_at")
    return tuple(_line(opened_in(opened, row), today) for row in rows)


def read_request(actor: Actor, request: UUID, today: date) -> RequestView:
    """One request. That it was read stands in the record. Raises NotFound as `open_request` does."""
    found = open_request(actor, request)
    row = found.row
    with transaction.atomic():
        record(actor.user, "request-read", organisation=actor.organisation, case=row.case_id, object=request)
    state = state_of(row)
    exhibits = Exhibit.objects.filter(case_id=row.case_id).exclude(state__in=("withheld", "destroyed")).order_by("number")
    return RequestView(
        line=_line(found, today),
        about=found.about,
        turns=_turns(found),
        files=tuple(_file(found, one) for one in Attachment.objects.filter(request=row).order_by("ours", "number")),
        acts=may(state, own_side(row)) if actor.works_cases else (),
        noted=may(state, other_side(row)) if actor.works_cases and row.paper else (),
        waits=Outgoing.objects.filter(request=row, delivered_at=None, refused="", receipt=False).exists(),
        exhibits=tuple((one.id, one.number, one.state) for one in exhibits),
        meets=None if row.ours else _met(actor, found.about.ask.meets),
    )


def _met(actor: Actor, reference: bytes) -> UUID | None:
    case = case_of(reference)
    return case if case and CaseKey.objects.filter(user_id=actor.user, case_id=case).exists() else None


def _line(found: OpenRequest, today: date) -> Line:
    row, ask = found.row, found.about.ask
    refused = Outgoing.objects.filter(request=row).exclude(refused="").values_list("refused", flat=True).first()
    return Line(
        id=row.id, case=row.case_id, reference=reference_of(row.id), ours=row.ours, paper=row.paper,
        state=state_of(row), urgent=row.urgent, unseen=row.unseen, measure=ask.measure, organisation=found.about.organisation,
        asking=ask.basis.asking, asked=ask.basis.asked, due_on=row.due_on, due=_due(found, today), refused=refused or "",
        made_at=row.made_at,
    )  # fmt: skip


def _due(found: OpenRequest, today: date) -> tuple[Due, ...]:
    row, plan = found.row, found.about.ask.plan
    due: list[Due] = []
    if row.unseen:
        due.append("news")
    if row.state in ("drafted", *ENDED) or row.due_on is None:
        return tuple(due)
    late, left = today > row.due_on, (row.due_on - today).days
    if not row.ours:
        if late or left <= SOON:
            due.append("answer_late" if late else "answer_soon")
        return tuple(due)
    if row.state == "sent" and today > row.made_at.date():
        due.append("unread")  # nobody there has it yet
    due += [step.step for step in plan.steps if step.on <= today]
    if any(day <= today for day in plan.remind_on):
        due.append("remind")
    if plan.keep_until and 0 <= (plan.keep_until - today).days <= 14:
        due.append("keep_ends")
    return tuple(due)


def _turns(found: OpenRequest) -> tuple[Turn, ...]:
    rows = list(found.row.dispatches.order_by("at", "ours", "number"))
    names = {one.id: node().open_name(one.id, one.name_sealed) for one in User.objects.filter(id__in={r.by_id for r in rows})}
    turns = []
    for row in rows:
        said = found.said(row)
        words, reason = ("", None) if isinstance(said, Ask) else (said.words, said.reason)
        by = names.get(row.by_id) if row.by_id else None
        scans = () if isinstance(said, Ask) or row.by_id is None else _scans(said)  # never what a letter of theirs names
        turns.append(Turn(row.ours, _act(said), words, reason, row.at, by, row.applied, scans))
    return tuple(turns)


def _scans(said: Said) -> tuple[tuple[UUID, str], ...]:
    rows = Exhibit.objects.filter(id__in=[UUID(bytes=one) for one in said.scans]).order_by("number")
    return tuple((row.id, code_of(row.number)) for row in rows)


def _act(said: Ask | Said) -> Act:
    return "send" if isinstance(said, Ask) else said.act


def _file(found: OpenRequest, row: Attachment) -> FileView:
    file = found.file(row)
    held = file.exhibits if file else ()
    return FileView(row.ours, row.number, row.state, row.size, row.arrived, row.stored, held, row.exhibit_id)
