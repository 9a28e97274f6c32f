"""What every public page of law knows: its language, a neutral title, the way out, and the tail that keeps the language."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from longarm.texts import Language
from longarm.web.intake.neutral import neutral_here
from longarm.web.render import page


def show(request: HttpRequest, template: str, language: Language, status: int = 200, **facts: Any) -> HttpResponse:
    """The page `law/TEMPLATE`. Without a `title` of its own it has the neutral one of the intake."""
    known = {**neutral_here(language), "tail": f"?lang={language}", **facts}
    return page(request, f"law/{template}", language, status, **known)
