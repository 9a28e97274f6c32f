"""Pages for what went wrong: short, in the reader's language, and the same whether a thing is absent or not theirs."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from longarm.errors import LongarmError
from longarm.texts import say
from longarm.web.desk.door.language import spoken
from longarm.web.intake.neutral import neutral_here
from longarm.web.language import preferred
from longarm.web.render import page


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    return said(request, "web-bad-request", 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return said(request, "web-forbidden", 403)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    return said(request, "web-forged", 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return said(request, "web-not-found", 404)


def broken(request: HttpRequest) -> HttpResponse:
    return said(request, "web-broken", 500)


def said(request: HttpRequest, what: str | LongarmError, status: int) -> HttpResponse:
    """A page with one sentence and a way back; nothing of a desk where this process serves none.

    Outside the desk it has the neutral face that the organisation chose: a screen that failed stands in her history too.
    """
    desk = request.path.startswith("/desk/") and "desk" in getattr(settings, "ROOTS", ())
    language = spoken(request) if desk else preferred(request)
    sentence = what.in_language(language) if isinstance(what, LongarmError) else say(what, language)
    face = {"title": "longarm", "icon": "desk/mark.svg"} if desk else neutral_here(language)
    return page(request, "said.html", language, status, sentence=sentence, desk=desk, **face)
