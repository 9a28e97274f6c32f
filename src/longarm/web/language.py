"""Which language a page speaks: what was asked for, else what the browser prefers, else Arabic."""

from __future__ import annotations

from django.http import HttpRequest

from longarm.texts import LANGUAGES, Language


def as_language(word: str | None) -> Language | None:
    """`word` where it is one of ours."""
    return next((language for language in LANGUAGES if language == word), None)


def preferred(request: HttpRequest) -> Language:
    """`?lang=` first; then the browser's first known language (RFC 9110, 12.5.4, in the order written); then Arabic."""
    if asked := as_language(request.GET.get("lang")):
        return asked
    for part in request.headers.get("Accept-Language", "").split(",")[:16]:
        if known := as_language(part.split(";")[0].strip().split("-")[0].lower()):
            return known
    return "ar"
