"""A colleague forgot the passphrase: the printed recovery key gives a new one, and the cases with it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from longarm.casework.actor import Actor
from longarm.casework.people.passphrases import reset_with_recovery
from longarm.errors import BadInput
from longarm.web.desk.administer.colleagues import must_govern, shown_people
from longarm.web.desk.door.again import proved
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.page import show


@require_POST
@signed_in
def reset(request: HttpRequest, actor: Actor, user_id: UUID) -> HttpResponse:
    must_govern(actor)
    try:
        actor = proved(request, actor)
        cases = reset_with_recovery(actor, request.POST.get("recovery", ""), user_id, request.POST.get("passphrase", ""))
    except BadInput as fault:
        return show(request, "people.html", actor, fault, here="people", **shown_people(actor))
    return show(request, "people.html", actor, here="people", again=cases, reset=True, **shown_people(actor))
