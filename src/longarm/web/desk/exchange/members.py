"""Whom this node speaks with: cards taken in, and cut off, by who administers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from longarm.casework.actor import Actor
from longarm.casework.exchange import doubts, members
from longarm.web.desk.door.visit import signed_in


@require_POST
@signed_in
def adding(request: HttpRequest, actor: Actor) -> HttpResponse:
    """`card`: the text of its file; `fingerprint`: as it was heard."""
    members.add(actor, request.POST.get("card", "").encode(), request.POST.get("fingerprint", ""))
    return redirect("/desk/exchange/#h-members")


@require_POST
@signed_in
def cutting_off(request: HttpRequest, actor: Actor) -> HttpResponse:
    members.cut_off(actor, request.POST.get("fingerprint", ""))
    return redirect("/desk/exchange/#h-members")


@require_POST
@signed_in
def using_again(request: HttpRequest, actor: Actor) -> HttpResponse:
    """A hub that was in doubt. `fingerprint`; `reason`: what was found out."""
    doubts.settle(actor, request.POST.get("fingerprint", ""), request.POST.get("reason", ""))
    return redirect("/desk/exchange/")
