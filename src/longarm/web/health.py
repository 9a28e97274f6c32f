"""`/health/` for machines: `ok`, or one word that says what is wrong. Strangers may ask too: no number, no version, no name."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from longarm.casework.work.health import trouble


@require_safe
def health(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django's signature
    wrong = trouble()
    return HttpResponse(f"{wrong or 'ok'}\n", content_type="text/plain; charset=utf-8", status=503 if wrong else 200)
