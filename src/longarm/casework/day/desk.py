"""The case desk: everything about one case on one day, in one answer."""

from __future__ import annotations

from datetime import date
from typing import Literal
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils import timezone

from longarm.case.model import Case, Event, Identifier
from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for
from longarm.casework.cases import case_at
from longarm.casework.day.computed_tasks import wanted
from longarm.casework.day.upkeep import work_out
from longarm.casework.node import record
from longarm.casework.people.team import Member, members_of
from longarm.casework.proof.exhibits import FoundIn
from longarm.casework.proof.proof_of import Proof, proof_of
from longarm.casework.proof.steps import Worked, worked
from longarm.casework.proof.with_exhibits import with_exhibits
from longarm.casework.work.at_work import AtWork, at_work
from longarm.casework.worked_out import worked_out
from longarm.errors import LongarmError
from longarm.law.answer import IdentifierLine, PathsAnswer


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """An identifier of the case, and what the law knows of it (operator, duty to identify, the day its traces perish)."""

    identifier: Identifier
    line: IdentifierLine | None


class FoundNew(msgspec.Struct, frozen=True, kw_only=True):
    """An identifier found in an exhibit that the case does not name yet: a lead for a person to judge."""

    exhibit: str  # E0001
    found: FoundIn


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """Something that must be done by a day. `subject` is the id of the path, the identifier or the bundle."""

    on: str
    kind: Literal["deadline", "perishes", "stamp"]
    subject: str
    overdue: bool


class CaseView(msgspec.Struct, frozen=True, kw_only=True):
    """A case as the desk shows it on the day `as_of`. `case` holds the exhibits received here too; `timeline` is in order.

    `fault`: why the paths could not be worked out; `answer` is then empty and the rest of the case is as it is.
    """

    id: UUID
    version: int
    as_of: date
    case: Case
    timeline: tuple[Event, ...]
    identifiers: tuple[Known, ...]
    found: tuple[FoundNew, ...]
    proof: Proof
    answer: PathsAnswer
    fault: LongarmError | None
    due: tuple[Due, ...]
    team: tuple[Member, ...]
    work: AtWork
    lists: tuple[Worked, ...]


def case_view(actor: Actor, case: UUID, as_of: date) -> CaseView:
    """The case, opened, with proof, paths and what is due on the day `as_of`; the look is recorded.

    Raises NotFound when the actor is not of its team.
    """
    from longarm.law.load import load

    opened = open_for(actor, case)
    at, proof = case_at(opened), proof_of(opened)
    whole = with_exhibits(at.case, proof.exhibits)
    answer, fault = worked_out(whole, load(), as_of)
    lines = {line.id: line for line in answer.identifiers}
    if fault is None and as_of == timezone.localdate():  # of another day's law nothing is to be done today
        work_out(opened, actor, wanted(case, whole, answer, load(), as_of))
    with transaction.atomic():
        record(actor.user, "case-read", organisation=actor.organisation, case=case, version=str(at.version))
    return CaseView(
        id=case,
        version=at.version,
        as_of=as_of,
        case=whole,
        timeline=whole.events_in_order(),
        identifiers=tuple(Known(identifier=one, line=lines.get(one.id)) for one in whole.identifiers),
        found=_new(whole, {line.normal for line in answer.identifiers if line.normal}, proof),
        proof=proof,
        answer=answer,
        fault=fault,
        due=_due(answer, proof, as_of),
        team=members_of(opened),
        work=at_work(opened, timezone.now()),
        lists=worked(opened, at.case),
    )


def _new(case: Case, normals: set[str], proof: Proof) -> tuple[FoundNew, ...]:
    known = normals | {identifier.value for identifier in case.identifiers}
    return tuple(
        FoundNew(exhibit=view.code, found=found)
        for view in proof.exhibits
        if view.outcome
        for found in view.outcome.found
        if (found.normal or found.value) not in known and found.value not in known
    )


def _due(answer: PathsAnswer, proof: Proof, as_of: date) -> tuple[Due, ...]:
    """Deadlines of paths that are not blocked, days on which traces perish, bundles that no authority has stamped."""
    today = as_of.isoformat()
    dated: list[tuple[str, Literal["deadline", "perishes", "stamp"], str]] = [
        (path.deadline, "deadline", path.id) for path in answer.paths if path.deadline and path.status != "blocked"
    ]
    dated += [(line.perishes_on, "perishes", line.id) for line in answer.identifiers if line.perishes_on]
    dated += [(today, "stamp", str(bundle.number)) for bundle in proof.bundles[-1:] if bundle.stamp == "pending"]
    return tuple(Due(on=on, kind=kind, subject=subject, overdue=on < today) for on, kind, subject in sorted(dated))
