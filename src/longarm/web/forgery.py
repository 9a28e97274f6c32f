"""Django's protection against forged forms, beside `Referrer-Policy: no-referrer`.

Under that policy browsers send `Origin: null` with our own forms too (Fetch standard, "append a request Origin header"), and
Django would refuse them. `Sec-Fetch-Site` says what `Origin` no longer can; a browser on plain http sends neither, and then
the token in the form and the SameSite=Strict cookie stand alone, as they do in any case.
"""

from __future__ import annotations

from django.http import HttpRequest
from django.middleware.csrf import CsrfViewMiddleware


class ForgeryMiddleware(CsrfViewMiddleware):
    def _origin_verified(self, request: HttpRequest) -> bool:
        site = request.headers.get("Sec-Fetch-Site")
        if site is not None:
            return site == "same-origin"
        if request.headers.get("Origin") == "null":
            return True
        return bool(super()._origin_verified(request))  # type: ignore[misc]  # the stubs leave it out
