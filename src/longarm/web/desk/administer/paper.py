"""A new recovery key for the organisation, shown once; with the old paper in hand, or without."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from longarm.casework.actor import Actor
from longarm.casework.people.new_paper import Witness, new_paper
from longarm.errors import BadInput
from longarm.web.desk.administer.colleagues import must_govern, shown_people
from longarm.web.desk.door.again import proved
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.page import show


@require_POST
@signed_in
def renew(request: HttpRequest, actor: Actor) -> HttpResponse:
    """`recovery`, or the tick `lost` with `witness` and `witness_passphrase`: nothing typed by mistake reads as "lost"."""
    must_govern(actor)
    printed, lost = request.POST.get("recovery", ""), "lost" in request.POST
    try:
        actor = proved(request, actor)
        if lost == bool(printed.strip()):
            raise BadInput("people-paper-or-lost")
        made = new_paper(
            actor, printed, Witness(_chosen(request.POST.get("witness", "")), request.POST.get("witness_passphrase", ""))
        )
    except BadInput as fault:
        return show(request, "people.html", actor, fault, here="people", **shown_people(actor))
    return show(request, "recovery.html", actor, recovery=made.printed, waiting=made.waiting, renewed=True)


def _chosen(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
