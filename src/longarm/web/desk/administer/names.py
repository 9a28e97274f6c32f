"""Names of what a case refers to by code: authorities, operators, dialects."""

from __future__ import annotations

from functools import cache

from longarm.law.load import load
from longarm.texts import Language


def authority_named(name: str, language: Language) -> str:
    """`EG:qalyubia-directorate` by its published name; the id itself where the facts hold none."""
    channel = load().channel(name)
    return channel.name.in_language(language) if channel else name


def operator_named(state: str | None, name: str) -> str:
    part = load().states.get(state or "")
    return next((one.name for one in part.telecom.operators if one.id == name), name) if part else name


@cache
def dialect_named(code: str, language: Language) -> str:
    """`arz` → Egyptian Arabic, where CLDR knows it; Arabic knows it by its code alone, so the usual name stands here."""
    from babel import Locale

    if language == "ar" and code in _ARABIC:
        return _ARABIC[code]
    return str(Locale.parse(language).languages.get(code, code))


_ARABIC = {
    "arz": "المصرية", "apc": "الشامية", "ajp": "الشامية الجنوبية", "acm": "العراقية", "ayl": "الليبية", "aeb": "التونسية",
    "ary": "المغربية", "arq": "الجزائرية", "afb": "الخليجية", "acq": "اليمنية", "apd": "السودانية",
}  # fmt: skip
