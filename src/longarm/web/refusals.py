"""Refusals of casework as answers a browser understands: to the door, not found, not allowed, too late."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Final

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from longarm.casework.people.narrow import Crowded
from longarm.casework.refusals import Conflict, NotAllowed, NotFound, NotSignedIn
from longarm.errors import LongarmError
from longarm.web.errors import said

_log: Final = logging.getLogger("django.request")
_STATUS: dict[type[LongarmError], int] = {NotFound: 404, NotAllowed: 403, Conflict: 409, Crowded: 503}


class RefusalsMiddleware:
    """Views let the errors of casework pass; here each gets its status and its sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        answer = self.get_response(request)
        if answer.status_code == 405 and request.method == "GET":  # typed or reloaded: Django answers an empty page
            shown = said(request, "web-only-sent", 405)
            shown["Allow"] = answer.get("Allow", "POST")
            return shown
        return answer

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        if isinstance(fault, NotSignedIn):
            return redirect("/desk/sign-in/") if request.method in ("GET", "HEAD") else said(request, fault, 401)
        if isinstance(fault, LongarmError):
            return said(request, fault, status_of(fault))
        if isinstance(fault, OperationalError):  # a full disk, a database that is away: the act was rolled back as a whole
            _log.error("not now", exc_info=fault)
            return said(request, "web-not-now", 503)
        return None


def status_of(fault: LongarmError) -> int:
    """The HTTP status that a refusal is answered with."""
    return next((status for kind, status in _STATUS.items() if isinstance(fault, kind)), 400)
