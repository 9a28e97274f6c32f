"""The door: in with name and passphrase, out with one press."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from longarm.casework.demo.load import NAME, PASSPHRASE, is_demo
from longarm.casework.people.organisations import is_empty
from longarm.casework.people.visits import sign_in, sign_out
from longarm.errors import BadInput
from longarm.web.desk.door.visit import COOKIE, KNOWN, close_visit, open_visit
from longarm.web.desk.page import show


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    if is_empty():
        return redirect("/desk/")
    if request.method != "POST":
        return show(request, "sign_in.html", demo=_demo(), changed="changed" in request.GET)
    name = request.POST.get("name", "")
    try:
        visit = sign_in(name, request.POST.get("passphrase", ""), request.COOKIES.get(KNOWN), request.COOKIES.get(COOKIE))
    except BadInput as fault:
        return show(request, "sign_in.html", fault=fault, name=name, demo=_demo())
    response = redirect("/desk/cases/" if visit.whole else "/desk/sign-in/second/")
    open_visit(response, visit)
    return response


def _demo() -> tuple[str, str] | None:
    """The public sign-in of a demonstration, to be shown at its door."""
    return (NAME, PASSPHRASE) if is_demo() else None


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    sign_out(request.COOKIES.get(COOKIE))
    response = redirect("/desk/sign-in/")
    close_visit(response)
    return response
