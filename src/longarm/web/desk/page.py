"""What every page of the desk knows: who is signed in, which language, which part of the desk is shown."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from longarm.casework.actor import Actor
from longarm.errors import LongarmError
from longarm.web.desk.door.language import spoken
from longarm.web.render import page


def show(
    request: HttpRequest,
    template: str,
    actor: Actor | None = None,
    fault: LongarmError | None = None,
    status: int = 200,
    **facts: Any,
) -> HttpResponse:
    """The page; `fault` is said at its top, with status 400 unless another is given."""
    language = spoken(request)
    if fault is not None:
        facts["fault"] = fault.in_language(language)
        status = 400 if status == 200 else status
    return page(request, f"desk/{template}", language, status, actor=actor, **facts)
