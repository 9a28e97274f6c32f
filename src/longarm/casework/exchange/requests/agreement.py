"""Two persons before exhibits leave with a request: how that stands for who looks at it, and what others of the team asked.

A draft names its exhibits, and does not change: a second person agrees to it as it is. With an answer go the exhibits that were
chosen when a second person was asked, those and no others.
"""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from longarm.casework.actor import Actor
from longarm.casework.day.approvals import ApprovalView, approvals_of, ask, needs_two
from longarm.casework.exchange.requests import package
from longarm.casework.exchange.requests.opened import open_request
from longarm.casework.refusals import Conflict
from longarm.errors import BadInput


class Agreement(NamedTuple):
    """`needed`: exhibits take two here. `free`: the actor may send them now: those of the draft, or any with an answer; `agreed`:
    with an answer, those of one of these. `asked`: the actor's last question, if any. `questions`: of others of the team, which
    still wait.
    """

    act: str
    object: UUID
    needed: bool
    free: bool
    agreed: tuple[ApprovalView, ...]
    asked: ApprovalView | None
    questions: tuple[ApprovalView, ...]


def agreement_on(actor: Actor, request: UUID) -> Agreement:
    """Raises NotFound as `open_request` does."""
    found = open_request(actor, request)
    drafted = found.row.state == "drafted"
    asked = [one for one in approvals_of(found.case) if (one.act, one.object) == ("export", request)]
    mine = [one for one in asked if one.asked_by == actor.user and bool(one.exhibits) != drafted]
    needed = needs_two(actor.organisation, "export")
    agreed = tuple(one for one in mine if one.state == "agreed")
    others = tuple(one for one in asked if one.asked_by != actor.user and one.state == "waiting")
    free = not needed or (drafted and bool(agreed))
    return Agreement("export", request, needed, free, () if drafted else agreed, next(iter(mine), None), others)


def ask_to_answer_with(actor: Actor, request: UUID, exhibits: tuple[UUID, ...], reason: str) -> None:
    """Asks a second person whether these exhibits may go along with an answer.

    Raises NotFound as `open_request` and `package.must_be_sendable` do, Conflict for a draft, which names its own, BadInput
    without an exhibit or a reason, NotAllowed for an exhibit that may not go.
    """
    found = open_request(actor, request)
    if found.row.state == "drafted":
        raise Conflict("request-not-now", act="answer", state="drafted")
    if not exhibits:
        raise BadInput("request-two-which")
    package.must_be_sendable(found.case, exhibits)
    ask(actor, found.case.id, "export", reason, request, exhibits=exhibits)
