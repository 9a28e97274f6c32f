"""Who has a case: taken, handed over, given back; what needs no answer; files of holders taken in."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from longarm.casework.actor import Actor
from longarm.casework.day.claims import claim, give_back, hand_over, set_urgent
from longarm.casework.day.conversation import settle
from longarm.casework.proof.bundles import seal_case
from longarm.casework.proof.deliveries import take_in
from longarm.casework.proof.reading import process_exhibit
from longarm.casework.work.jobs import queue_reading, queue_sealing
from longarm.errors import BadInput
from longarm.web.desk.door.visit import signed_in


@require_POST
@signed_in
def claiming(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    """`do`: claim, back (given back), hand (to the colleague `to`, with `words`), danger, no-danger."""
    act = request.POST.get("do", "")
    if act == "back":
        give_back(actor, case_id)
    elif act == "hand":
        hand_over(actor, case_id, chosen(request.POST.get("to", "")), request.POST.get("words", ""))
    elif act in ("danger", "no-danger"):
        set_urgent(actor, case_id, act == "danger")
    else:
        claim(actor, case_id)
    return redirect(f"/desk/cases/{case_id}/")


@require_POST
@signed_in
def settling(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:  # noqa: ARG001 - Django's signature
    settle(actor, case_id)
    return redirect(f"/desk/cases/{case_id}/talk/")


@require_POST
@signed_in
def taking_in(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:  # noqa: ARG001
    """Files of holders become exhibits, then are read and sealed as those of the desk are."""
    made = take_in(actor, case_id)
    for exhibit in made:
        if not queue_reading(actor, exhibit):
            process_exhibit(actor, exhibit)
    if made and not queue_sealing(actor, case_id):
        seal_case(actor, case_id)
    return redirect(f"/desk/cases/{case_id}/#h-proof")


def chosen(text: str) -> UUID:
    """The colleague a form names. Raises BadInput where it names nobody."""
    try:
        return UUID(text)
    except ValueError:
        raise BadInput("casework-no-such-user") from None
