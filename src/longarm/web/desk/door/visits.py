"""One's own open visits: seen, and ended one by one or all but this."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from longarm.casework.actor import Actor
from longarm.casework.people.open_visits import end_other_visits, end_own_visit, own_visits
from longarm.casework.refusals import NotAllowed, NotFound
from longarm.errors import BadInput
from longarm.web.desk.door.again import proved
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.page import show


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def visits(request: HttpRequest, actor: Actor) -> HttpResponse:
    """POST: `end`, the id of a visit, or `others`. On a demonstration everybody has the same sign-in: nobody ends another's."""
    if actor.demonstration:
        raise NotAllowed("casework-not-allowed")
    fault = None
    if request.method == "POST":
        try:
            actor = proved(request, actor)
            if request.POST.get("end") == "others":
                end_other_visits(actor)
            else:
                end_own_visit(actor, request.POST.get("end", ""))
            return redirect("/desk/visits/")
        except NotFound as gone:
            fault = BadInput(gone.message)  # it ended meanwhile: the page says so, and shows what is left
        except BadInput as wrong:
            fault = wrong
    return show(request, "visits.html", actor, fault, visits=own_visits(actor))
