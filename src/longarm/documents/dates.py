"""Dates, times and numbers as papers of a state write them: month names and digits by state (CLDR, through Babel)."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from longarm.case.when import When
from longarm.texts import Language, say

_EASTERN: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_ZONE: Final = re.compile(r"(Z|[+-]\d\d:\d\d)$")


def locale_for(language: Language, state: str | None) -> Locale:
    """The locale of the state for Arabic papers (an Iraqi month is not an Egyptian one), else of the language alone."""
    if language == "ar" and state:
        try:
            return Locale.parse(f"ar_{state}")
        except (UnknownLocaleError, ValueError):
            return Locale.parse("ar_001")
    return Locale.parse({"ar": "ar_001", "en": "en_GB", "fr": "fr_FR"}[language])


def digits(text: str, language: Language, state: str | None) -> str:
    """`text` in the digits that papers of the state use. Never for identifiers: those keep 0-9 everywhere."""
    eastern = language == "ar" and state is not None and locale_for(language, state).default_numbering_system == "arab"
    return text.translate(_EASTERN) if eastern else text


def say_date(when: When | None, language: Language, state: str | None) -> str:
    """Day, month name, year; or the month, or the year, where no more is known."""
    if when is None or not when.known:
        return say("document-date-unknown", language)
    pattern = {4: "y", 7: "MMMM y"}.get(len(when), "d MMMM y")
    return digits(format_date(when.first, pattern, locale=locale_for(language, state)), language, state)


def say_moment(when: When | None, language: Language, state: str | None) -> str:
    """The date, and the time with its zone where the case file has one: an operator cannot search without them."""
    day = say_date(when, language, state)
    if when is None or len(when) <= 10:
        return day
    time = datetime.fromisoformat(when).strftime("%H:%M:%S")
    zone = _ZONE.search(when)
    utc = f"UTC{zone[0].removesuffix('Z')}" if zone else None  # one run: split, its sign would change sides in Arabic
    named = say("document-zone-utc", language, zone=utc) if utc else say("document-zone-none", language)
    return say("document-date-at", language, date=day, time=f"{time} ({named})")
