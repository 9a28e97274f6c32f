"""Keys of one letter can be switched off (WCAG 2.1.4): who dictates, or hits one by chance, would else jump through the desk."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from longarm.casework.actor import Actor
from longarm.web.desk.door.visit import PATH, signed_in

_COOKIE: Final = "shortcuts"  # read by base.html; gone with the window


@require_POST
@signed_in
def shortcuts(request: HttpRequest, actor: Actor) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """`keys`: off, or anything else for on. Back to the page that asked."""
    back = request.POST.get("back", PATH)
    if not back.startswith(PATH) or not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = PATH
    response = redirect(back)
    if request.POST.get("keys") == "off":
        response.set_cookie(_COOKIE, "off", path=PATH, httponly=True, samesite="Strict", secure=request.is_secure())
    else:
        response.delete_cookie(_COOKIE, path=PATH, samesite="Strict")
    return response
