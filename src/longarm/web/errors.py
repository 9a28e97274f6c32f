"""Pages for what went wrong: short, in the reader's language, and the same whether a thing is absent or not theirs."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from longarm.web.language import preferred
from longarm.web.render import page


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    return _said(request, "web-bad-request", 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return _said(request, "web-forbidden", 403)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    return _said(request, "web-forged", 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return _said(request, "web-not-found", 404)


def broken(request: HttpRequest) -> HttpResponse:
    return _said(request, "web-broken", 500)


def _said(request: HttpRequest, message: str, status: int) -> HttpResponse:
    caller = getattr(request, "caller", None)
    language = caller.language if caller else preferred(request)
    return page(request, "said.html", language, status, message=message, desk=request.path.startswith("/desk/"))
