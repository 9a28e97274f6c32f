"""First run: an organisation, its first user, and the recovery key, shown once to be printed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from longarm.casework.people.organisations import is_empty, set_up_organisation
from longarm.casework.people.visits import sign_in
from longarm.errors import BadInput
from longarm.web.desk.door.visit import open_visit
from longarm.web.desk.page import show


@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """The form; on POST the organisation, and the visit of its first user opened beside the recovery key."""
    if not is_empty():
        return redirect("/desk/")
    if request.method != "POST":
        return show(request, "set_up.html")
    organisation, name = request.POST.get("organisation", ""), request.POST.get("name", "")
    passphrase = request.POST.get("passphrase", "")
    try:
        if passphrase != request.POST.get("again", ""):
            raise BadInput("desk-passphrases-differ")
        made = set_up_organisation(organisation, name, passphrase)
    except BadInput as fault:
        return show(request, "set_up.html", fault=fault, organisation=organisation, name=name)
    visit = sign_in(name, passphrase)
    response = show(request, "recovery.html", visit.actor, recovery=made.recovery_key)
    open_visit(response, visit)
    return response
