"""The people of the organisation: who they are, and how an administrator lets another one in."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from longarm.casework.actor import Actor, Role
from longarm.casework.day.claims import MAY_HAVE
from longarm.casework.people.organisations import Colleague, add_user, colleagues
from longarm.casework.people.renewing import how_many_wait
from longarm.casework.refusals import NotAllowed
from longarm.errors import BadInput
from longarm.web.desk.door.again import proved
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.page import show

ROLES: Final[tuple[Role, ...]] = ("caseworker", "coordinator", "counsel", "consular", "auditor", "admin")


def must_govern(actor: Actor) -> None:
    """Raises NotAllowed unless the actor is an administrator; on a demonstration, whose sign-in is public, nobody is."""
    actor.must_be("admin")
    if actor.demonstration:
        raise NotAllowed("casework-not-allowed")


def shown_people(actor: Actor) -> dict[str, Any]:
    """What the page of people shows of them, whatever it says besides. `beside`: who can witness that the paper is lost."""
    seen = colleagues(actor)
    return {"people": seen, "roles": ROLES, "beside": who_work_cases(seen, actor.user)}


def who_work_cases(everybody: tuple[Colleague, ...], but: UUID) -> list[Colleague]:
    return [one for one in everybody if one.active and one.role in MAY_HAVE and one.id != but]


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def people(request: HttpRequest, actor: Actor) -> HttpResponse:
    must_govern(actor)
    if request.method != "POST":
        facts = shown_people(actor)
        facts |= {
            "waiting": how_many_wait(actor.organisation),
            "nobody": not any(one.on_intake and one.active for one in facts["people"]),
        }
        return show(request, "people.html", actor, here="people", **facts)
    name, role = request.POST.get("name", ""), request.POST.get("role", "")
    try:
        if role not in ROLES:
            raise BadInput("desk-no-role")
        actor = proved(request, actor)
        add_user(actor, name, request.POST.get("passphrase", ""), role)
    except BadInput as fault:
        return show(request, "people.html", actor, fault, here="people", **shown_people(actor), name=name, role=role)
    return redirect("/desk/people/")
