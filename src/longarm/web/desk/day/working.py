"""Notes, tasks and the end of a case: one form each, then back to where it was pressed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from longarm.casework.actor import Actor
from longarm.casework.day.closing import close_case, reopen
from longarm.casework.day.notes import add_note
from longarm.casework.day.tasks import add_task, finish_task, give_task
from longarm.errors import BadInput
from longarm.web.desk.day.claiming import chosen
from longarm.web.desk.door.visit import signed_in


@require_POST
@signed_in
def noting(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    add_note(actor, case_id, request.POST.get("text", ""))
    return redirect(f"/desk/cases/{case_id}/#h-notes")


@require_POST
@signed_in
def adding(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    given = request.POST.get("given_to", "")
    day = _day(request.POST.get("due_on", ""))
    add_task(actor, case_id, request.POST.get("text", ""), day, chosen(given) if given else None)
    return redirect(f"/desk/cases/{case_id}/#h-tasks")


@require_POST
@signed_in
def task(request: HttpRequest, actor: Actor, task_id: UUID) -> HttpResponse:
    """`do`: done, open (after all not done), give (to `to`; to nobody where it is empty). `back`: the list it was pressed in."""
    act, to = request.POST.get("do", ""), request.POST.get("to", "")
    if act == "give":
        case = give_task(actor, task_id, chosen(to) if to else None)
    else:
        case = finish_task(actor, task_id, done=act != "open")
    back = request.POST.get("back")
    if back in ("mine", "team"):
        return redirect("/desk/today/" if back == "mine" else "/desk/today/?whose=team")
    return redirect(f"/desk/cases/{case}/#h-tasks")


@require_POST
@signed_in
def ending(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    words = request.POST.get("words", "")
    if request.POST.get("do") == "reopen":
        reopen(actor, case_id, words)
    else:
        close_case(actor, case_id, request.POST.get("outcome", ""), words)
    return redirect(f"/desk/cases/{case_id}/#h-end")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise BadInput("desk-no-day", day=text[:20]) from None
