"""Days, times, sizes and names of states as readers write them (CLDR through Babel), with the digits 0-9 on every screen."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache
from typing import Final

from longarm.case.when import When
from longarm.texts import Language, say

_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
_ISO: Final = re.compile("\u2068([0-9]{4}-[0-9]{2}-[0-9]{2})\u2069")
# Short names where CLDR has only the long one (law/arabic-style: السعودية on screen).
_SHORT: Final = {("SA", "ar"): "السعودية", ("PS", "ar"): "فلسطين", ("PS", "en"): "Palestine", ("PS", "fr"): "Palestine"}


def day(value: date | datetime | str | None, language: Language) -> str:
    """`4 يناير 2022`. A year or a month alone stays as exact as it is; what is not known is said to be unknown."""
    from babel.dates import format_date

    if value is None or value in {"unknown", ""}:
        return say("web-unknown-day", language)
    pattern = "d MMMM y"
    if isinstance(value, str):
        when = value if isinstance(value, When) else When.parse(value)
        pattern = {4: "y", 7: "MMMM y"}.get(len(when), pattern)
        value = when.first
    return str(format_date(value, pattern, locale=_locale(language))).translate(_DIGITS)


def days_named(sentence: str, language: Language) -> str:
    """A sentence of the engine, whose days are ISO 8601 for every reader of an answer, with them as this reader writes them."""
    return _ISO.sub(lambda found: f"\u2068{day(found[1], language)}\u2069", sentence)


def moment(value: datetime | str | None, language: Language) -> str:
    """`4 يناير 2022، 16:12 UTC`. A time of a case keeps the zone it was written in; ours are UTC."""
    if value is None or value == "":
        return say("web-unknown-day", language)
    if isinstance(value, str):
        if len(value) <= 10:
            return day(value, language)
        value = datetime.fromisoformat(value)
    if value.tzinfo is None:
        return say("web-moment", language, day=day(value.date(), language), time=f"{value:%H:%M}")
    at = value.astimezone(UTC)
    return say("web-moment", language, day=day(at.date(), language), time=f"{at:%H:%M} UTC")


def span(minutes: int, language: Language) -> str:
    """`95 minutes`, `3 hours`, `4 days`: whole ones, never rounded up."""
    if minutes < 120:
        return say("work-minutes", language, count=minutes)
    if minutes < 48 * 60:
        return say("work-hours-long", language, count=minutes // 60)
    return say("work-days-long", language, count=minutes // (24 * 60))


def state(code: str | None, language: Language) -> str:
    """`LY` → ليبيا. An unknown code is given back as it is."""
    if not code or code == "unknown":
        return say("web-unknown-state", language)
    return _SHORT.get((code, language)) or _territories(language).get(code, code)


def size(value: int, language: Language) -> str:
    """`4.2 MB`: powers of 1000, one place behind the point above the byte."""
    amount, unit = float(value), "bytes"
    for unit in ("bytes", "kb", "mb", "gb"):
        if amount < 1000 or unit == "gb":
            break
        amount /= 1000
    number = f"{amount:.0f}" if unit == "bytes" or amount >= 100 else f"{amount:.1f}".removesuffix(".0")
    return say(f"web-size-{unit}", language, number=number.replace(".", "," if language == "fr" else "."))


def _locale(language: Language) -> str:
    return {"en": "en_GB"}.get(language, language)


@cache
def _territories(language: Language) -> dict[str, str]:
    from babel import Locale

    return dict(Locale.parse(language).territories)
