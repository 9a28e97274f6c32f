"""The cookie of a signed-in visit, and the door that every screen but sign-in stands behind."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import wraps
from typing import Concatenate, Final, ParamSpec

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from longarm.casework.actor import Actor
from longarm.casework.people.refused import note_inside
from longarm.casework.people.visits import SignedIn, actor_of
from longarm.casework.refusals import NotAllowed, NotFound

# Where browsers come by https they refuse such a cookie from anything else (RFC 6265bis). Not `__Host-`: that wants the path `/`,
# and the public pages must never be sent a cookie of the desk.
BEFORE: Final = "__Secure-" if getattr(settings, "HTTPS", False) else ""
COOKIE: Final = f"{BEFORE}visit"
KNOWN: Final = f"{BEFORE}known"
_KNOWN_FOR: Final = timedelta(days=60)
PATH: Final = "/desk/"
# Where the organisation asks for a second factor, who has none gets no further than here.
_BEFORE_A_FACTOR: Final = ("/desk/second-factor/", "/desk/passphrase/")
_FIRST: Final = "/desk/passphrase/"  # who was handed a passphrase gets no further either, before it is changed
_Rest = ParamSpec("_Rest")


def signed_in(
    view: Callable[Concatenate[HttpRequest, Actor, _Rest], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, _Rest], HttpResponseBase]:
    """Gives the view the person who asks. Raises NotSignedIn where there is none; `refusals` answers that.

    What the view refuses to this person stands in the record; a cookie that it changed goes to the browser.
    """

    @wraps(view)
    def guarded(request: HttpRequest, /, *rest: _Rest.args, **named: _Rest.kwargs) -> HttpResponseBase:
        # A page that renews itself is no use of the visit: it ends in its time, and the screen goes to the door.
        cookie = request.COOKIES.get(COOKIE)
        actor = actor_of(cookie, used="X-Live" not in request.headers)
        if actor.must_change_passphrase and request.path != _FIRST:
            return redirect(_FIRST)
        if actor.must_set_factor and request.path not in _BEFORE_A_FACTOR:
            return redirect("/desk/second-factor/")
        try:
            response = view(request, actor, *rest, **named)
        except (NotAllowed, NotFound) as fault:
            with suppress(OperationalError):  # a full disk: the refusal is said all the same
                note_inside(actor, fault)
            raise
        if (changed := request.COOKIES.get(COOKIE)) and changed != cookie:
            _give(response, changed)
        return response

    return guarded


def open_visit(response: HttpResponseBase, visit: SignedIn) -> None:
    """Gives the browser its cookie, for this window; and one that stays, by which the door knows it again (`patience`)."""
    _give(response, visit.cookie)
    secure = bool(settings.CSRF_COOKIE_SECURE)
    response.set_cookie(
        KNOWN, visit.known, max_age=_KNOWN_FOR, path=f"{PATH}sign-in/", httponly=True, samesite="Strict", secure=secure
    )


def _give(response: HttpResponseBase, cookie: str) -> None:
    secure = bool(settings.CSRF_COOKIE_SECURE)
    response.set_cookie(COOKIE, cookie, path=PATH, httponly=True, samesite="Strict", secure=secure)


def close_visit(response: HttpResponseBase) -> None:
    response.delete_cookie(COOKIE, path=PATH, samesite="Strict")
