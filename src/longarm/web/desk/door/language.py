"""The desk's language: chosen once, remembered by this browser for this visit, also before sign-in."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from longarm.texts import Language
from longarm.web.desk.door.visit import BEFORE, PATH
from longarm.web.language import as_language, preferred

_COOKIE: Final = f"{BEFORE}speaks"


def spoken(request: HttpRequest) -> Language:
    return as_language(request.COOKIES.get(_COOKIE)) or preferred(request)


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Remembers the language and goes back to the page that asked."""
    back = request.POST.get("back", PATH)
    if not back.startswith(PATH) or not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = PATH
    response = redirect(back)
    if language := as_language(request.POST.get("speak")):
        response.set_cookie(_COOKIE, language, path=PATH, httponly=True, samesite="Strict", secure=request.is_secure())
    return response
