"""What every public page of law knows: its language, a neutral title, the way out, and the tail that keeps the language."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from longarm.texts import Language, say
from longarm.web.render import page


def show(request: HttpRequest, template: str, language: Language, status: int = 200, **facts: Any) -> HttpResponse:
    """The page `law/TEMPLATE`. Without a `title` of its own it has the neutral one of the intake."""
    neutral = getattr(settings, "NEUTRAL_TITLE", "") or say("intake-title", language)
    known = {
        "title": neutral,
        "exit_address": getattr(settings, "EXIT_ADDRESS", "") or say("intake-exit-address", language),
        "tail": f"?lang={language}",
        **facts,
    }
    return page(request, f"law/{template}", language, status, **known)
