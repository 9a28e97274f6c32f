"""The people of the organisation: who they are, and how an administrator lets another one in."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from longarm.casework.actor import Actor, Role
from longarm.casework.people.organisations import add_user, colleagues
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


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def people(request: HttpRequest, actor: Actor) -> HttpResponse:
    must_govern(actor)
    if request.method != "POST":
        seen = colleagues(actor)
        waiting, nobody = how_many_wait(actor.organisation), not any(one.on_intake and one.active for one in seen)
        return show(request, "people.html", actor, here="people", people=seen, roles=ROLES, waiting=waiting, nobody=nobody)
    name, role = request.POST.get("name", ""), request.POST.get("role", "")
    try:
        if role not in ROLES:
            raise BadInput("desk-no-role")
        actor = proved(request, actor)
        add_user(actor, name, request.POST.get("passphrase", ""), role)
    except BadInput as fault:
        facts: dict[str, Any] = {"people": colleagues(actor), "roles": ROLES, "name": name, "role": role}
        return show(request, "people.html", actor, fault, here="people", **facts)
    return redirect("/desk/people/")
