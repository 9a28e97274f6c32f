"""One's own passphrase, changed; every visit ends, this one too."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from longarm.casework.actor import Actor
from longarm.casework.people.passphrases import change_passphrase
from longarm.casework.refusals import NotAllowed
from longarm.errors import BadInput
from longarm.web.desk.door.visit import close_visit, signed_in
from longarm.web.desk.page import show


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def passphrase(request: HttpRequest, actor: Actor) -> HttpResponse:
    if actor.demonstration:
        raise NotAllowed("casework-not-allowed")
    if request.method != "POST":
        return show(request, "passphrase.html", actor)
    try:
        if request.POST.get("passphrase", "") != request.POST.get("again", ""):
            raise BadInput("desk-passphrases-differ")
        change_passphrase(actor, request.POST.get("old", ""), request.POST.get("passphrase", ""))
    except BadInput as fault:
        return show(request, "passphrase.html", actor, fault)
    response = redirect("/desk/sign-in/?changed")
    close_visit(response)
    return response
