"""The team of a case: a colleague is let in, or leaves and the case gets a new key."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from longarm.casework.actor import Actor
from longarm.casework.people.team import add_member, remove_member
from longarm.errors import BadInput
from longarm.web.desk.door.visit import signed_in


@require_POST
@signed_in
def team(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    """`add` or `remove`, the id of a colleague. Who leaves the team no longer sees the case."""
    actor.must_work_cases()
    if "add" in request.POST:
        add_member(actor, case_id, _colleague(request.POST["add"]))
        return redirect(f"/desk/cases/{case_id}/")
    leaving = _colleague(request.POST.get("remove", ""))
    remove_member(actor, case_id, leaving)
    return redirect("/desk/cases/" if leaving == actor.user else f"/desk/cases/{case_id}/")


def _colleague(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise BadInput("casework-no-such-user") from None
