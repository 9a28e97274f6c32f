"""Codes for others: a school, a relative, a supporter; asked for by the person harmed or given by the team, ended by the team."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from longarm.casework.actor import Actor
from longarm.casework.intake.invitations import Kind, confirm, invite
from longarm.casework.intake.invited import close
from longarm.casework.refusals import NotFound
from longarm.keys.receipt import Form
from longarm.web.desk.day.talk import talk_page
from longarm.web.desk.door.visit import signed_in


@require_POST
@signed_in
def inviting(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    """`do`: invite (a code, shown this once on the page itself), confirm (what a holder asked), end."""
    act = request.POST.get("do", "")
    if act == "confirm":
        confirm(actor, case_id, _id(request.POST.get("letter", "")))
    elif act == "end":
        close(actor, case_id, _id(request.POST.get("channel", "")))
    else:
        form = request.POST.get("form")
        written: Form = "digits" if form == "digits" else "words"
        kind: Kind = "supporter" if request.POST.get("kind") == "supporter" else "recipient"
        about = request.POST.get("about", "")
        code = invite(actor, case_id, kind, about, "en" if form == "en" else "ar", form=written)
        return talk_page(request, actor, case_id, code=code)
    return redirect(f"/desk/cases/{case_id}/talk/#h-others")


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound("casework-no-such-channel") from None
