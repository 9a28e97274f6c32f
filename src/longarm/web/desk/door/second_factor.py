"""The second factor: asked for at the door, and set or taken off on a page of one's own."""

from __future__ import annotations

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_http_methods, require_POST

from longarm.casework.actor import Actor
from longarm.casework.people import second_factor as factors
from longarm.casework.refusals import NotAllowed
from longarm.errors import BadInput
from longarm.web.desk.door.again import proved
from longarm.web.desk.door.visit import COOKIE, signed_in
from longarm.web.desk.page import show


@require_http_methods(["GET", "HEAD", "POST"])
def asked(request: HttpRequest) -> HttpResponse:
    """After the passphrase: six digits from the telephone, or a spare code from the paper."""
    if request.method != "POST":
        return show(request, "second_asked.html")
    try:
        factors.pass_second_factor(request.COOKIES.get(COOKIE), request.POST.get("code", ""))
    except BadInput as fault:
        if fault.message != "casework-second-factor-wrong":
            raise
        return show(request, "second_asked.html", fault=fault)
    return redirect("/desk/cases/")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def own(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Sets one's own factor: the passphrase again, what to scan, a first code that confirms it, the spare codes once."""
    if actor.demonstration:
        raise NotAllowed("casework-not-allowed")
    if factors.has_second_factor(actor):
        return show(request, "second_own.html", actor, there=True)
    fault = None
    try:
        if request.method == "POST":
            actor = proved(request, actor)
            if "code" in request.POST:
                spare = factors.confirm_second_factor(actor, request.POST["code"])
                return show(request, "second_own.html", actor, there=True, spare=[f"{code[:5]} {code[5:]}" for code in spare])
    except BadInput as wrong:
        fault = wrong
    if not actor.fresh:  # the secret is not shown to whoever finds a visit left open
        return show(request, "second_own.html", actor, fault)
    begun = factors.begin_second_factor(actor)
    return show(request, "second_own.html", actor, fault, picture=_picture(begun.address), written=begun.written)


@require_POST
@signed_in
def drop(request: HttpRequest, actor: Actor) -> HttpResponse:
    try:
        factors.drop_second_factor(actor, request.POST.get("passphrase", ""), request.POST.get("code", ""))
    except BadInput as fault:
        return show(request, "second_own.html", actor, fault, there=True)
    return redirect("/desk/second-factor/")


def _picture(address: str) -> SafeString:
    """The address as a QR code, drawn into the page itself: nothing is fetched, and our rules for scripts stand."""
    drawn = segno.make(address, micro=False).svg_inline(
        omitsize=True, border=4, light="#fff", dark="#000", svgclass="scan", lineclass=None
    )
    return mark_safe(drawn)  # noqa: S308 - drawn by segno from our own address: paths and numbers
