"""Dates, times and numbers as papers of a state write them: month names and digits by state (CLDR, through Babel)."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from longarm.case.when import When
from longarm.texts import PaperLanguage, say

_EASTERN: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_ZONE: Final = re.compile(r"(Z|[+-]\d\d:\d\d)$")


def locale_for(language: PaperLanguage, state: str | None) -> Locale:
    """The locale of the state for Arabic papers (an Iraqi month is not an Egyptian one), else of the language alone."""
    if language == "ar" and state:
        try:
            return Locale.parse(f"ar_{state}")
        except (UnknownLocaleError, ValueError):
            return Locale.parse("ar_001")
    return Locale.parse({"ar": "ar_001", "en": "en_GB", "fr": "fr_FR", "de": "de_DE"}[language])


def digits(text: str, language: PaperLanguage, state: str | None) -> str:
    """`text` in the digits that papers of the state use. Never for identifiers: those keep 0-9 everywhere."""
    eastern = language == "ar" and state is not None and locale_for(language, state).default_numbering_system == "arab"
    return text.translate(_EASTERN) if eastern else text


def say_date(when: When | None, language: PaperLanguage, state: str | None) -> str:
    """Day, month name, year; or the month, or the year, where no more is known."""
    if when is None or not when.known:
        return say("document-date-unknown", language)
    day = {"de": "d.", "fr": "d'er'" if when.first.day == 1 else "d"}.get(language, "d")
    pattern = {4: "y", 7: "MMMM y"}.get(len(when), f"{day} MMMM y")
    return digits(format_date(when.first, pattern, locale=locale_for(language, state)), language, state)


def say_moment(when: When | None, language: PaperLanguage, state: str | None) -> str:
    """The date, and the time with its zone where the case file has one, in UTC as well: an operator searches in UTC."""
    day = say_date(when, language, state)
    if when is None or len(when) <= 10:
        return day
    at = datetime.fromisoformat(when)
    zone = _ZONE.search(when)
    if zone is None:
        return _at(day, at, say("document-zone-none", language), language)
    offset = zone[0].removesuffix("Z")
    local = _at(day, at, say("document-zone-utc", language, zone=f"UTC{offset}"), language)
    if not at.utcoffset():
        return local
    utc = at.astimezone(UTC)
    utc_day = say_date(When.parse(utc.date().isoformat()), language, state)
    return say("document-moment-both", language, local=local, utc=_at(utc_day, utc, "UTC", language))


def _at(day: str, at: datetime, zone: str, language: PaperLanguage) -> str:
    return say("document-date-at", language, date=day, time=f"{at:%H:%M:%S} ({zone})")
