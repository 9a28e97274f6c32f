"""Two persons: asking for agreement, giving or refusing it, and how a question stands where its act is offered."""

from __future__ import annotations

from typing import Final, NamedTuple, get_args
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from longarm.casework.actor import Actor
from longarm.casework.day.approvals import ApprovalView, answer, ask
from longarm.casework.rules import Act
from longarm.casework.work.at_work import AtWork
from longarm.errors import BadInput
from longarm.web.desk.door.visit import signed_in

ACTS: Final[tuple[Act, ...]] = get_args(Act)
_AN_ID: Final = 36  # characters
_MOST: Final = 6  # questions shown on a case page; what was used or refused longer ago stands in the record


class Standing(NamedTuple):
    """Of one act on one thing. `free`: it may be done now; `asked`: what the actor asked for last, if anything."""

    act: str
    object: UUID | None
    free: bool
    asked: ApprovalView | None


@require_POST
@signed_in
def asking(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    """`act`, `object` (of the case: a bundle, a notice), `reason`; `back` = request leads to that."""
    act = next((one for one in ACTS if one == request.POST.get("act")), None)
    if act is None:
        raise BadInput("two-no-such-act")
    ask(actor, case_id, act, request.POST.get("reason", ""), _object(request.POST.get("object", "")))
    if request.POST.get("back") == "request":
        return redirect(f"/desk/exchange/requests/{_object(request.POST.get('object', ''))}/")
    return redirect(f"/desk/cases/{case_id}/notice/" if act == "notice" else f"/desk/cases/{case_id}/#h-two")


@require_POST
@signed_in
def answering(request: HttpRequest, actor: Actor, approval_id: UUID) -> HttpResponse:
    """`agreed`: yes or no. `back` = today leads to the list across cases, an id to that request."""
    agreed = request.POST.get("agreed")
    if agreed not in ("yes", "no"):
        raise BadInput("two-no-answer")
    case, back = answer(actor, approval_id, agreed == "yes"), request.POST.get("back", "")
    if back == "today":
        return redirect("/desk/today/#h-two")
    return redirect(f"/desk/exchange/requests/{_object(back)}/" if len(back) == _AN_ID else f"/desk/cases/{case}/#h-two")


def standing(work: AtWork, actor: Actor, act: Act, thing: UUID | None) -> Standing:
    mine = (one for one in work.asked if (one.act, one.object, one.asked_by) == (act, thing, actor.user))
    asked = next(mine, None)
    return Standing(act, thing, act not in work.two_for or (asked is not None and asked.state == "agreed"), asked)


def questions(work: AtWork) -> tuple[ApprovalView, ...]:
    """The newest ones; those that still wait are always among them."""
    waiting = [one for one in work.asked if one.state in ("waiting", "agreed")]
    return tuple(waiting + [one for one in work.asked if one not in waiting][: max(0, _MOST - len(waiting))])


def _object(text: str) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        raise BadInput("two-no-such-act") from None
