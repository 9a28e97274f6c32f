"""Two persons before exhibits leave with a request: how that stands for who looks at it, and what others of the team asked."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from longarm.casework.actor import Actor
from longarm.casework.day.approvals import ApprovalView, approvals_of, needs_two
from longarm.casework.exchange.requests.opened import open_request


class Agreement(NamedTuple):
    """`needed`: exhibits take two here. `free`: the actor may send them now; `asked`: the actor's last question, if any.

    `questions`: of others of the team, which still wait.
    """

    act: str
    object: UUID
    needed: bool
    free: bool
    asked: ApprovalView | None
    questions: tuple[ApprovalView, ...]


def agreement_on(actor: Actor, request: UUID) -> Agreement:
    """Raises NotFound as `open_request` does."""
    found = open_request(actor, request)
    asked = [one for one in approvals_of(found.case) if (one.act, one.object) == ("export", request)]
    mine = next((one for one in asked if one.asked_by == actor.user), None)
    needed = needs_two(actor.organisation, "export")
    free = not needed or any(one.asked_by == actor.user and one.state == "agreed" for one in asked)
    others = tuple(one for one in asked if one.asked_by != actor.user and one.state == "waiting")
    return Agreement("export", request, needed, free, mine, others)
