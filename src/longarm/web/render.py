"""One way to answer with a page: the template, and what every page needs to know."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from longarm.texts import LANGUAGES, Language, direction_of


def page(request: HttpRequest, template: str, language: Language, status: int = 200, **facts: Any) -> HttpResponse:
    """The page in `language`, its direction set; `facts` are what the template shows."""
    known = {"language": language, "direction": direction_of(language), "languages": LANGUAGES, **facts}
    return render(request, template, known, status=status)
