"""`/law/`: every state and every instrument the facts hold."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from longarm.law.load import load
from longarm.texts import say
from longarm.web.language import preferred
from longarm.web.law import states_listed
from longarm.web.law.page import show
from longarm.web.law.treaty import listed


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    language = preferred(request)
    return show(
        request,
        "index.html",
        language,
        title=say("reference-title", language),
        states=states_listed.held(language),
        kinds=listed(language),
        number=len(load().instruments),
    )
