"""Names of what a case refers to by code: laws and treaties, authorities, operators, dialects."""

from __future__ import annotations

from functools import cache

from longarm.law.load import load
from longarm.texts import Language, say
from longarm.web.dates import state


def law_named(name: str, language: Language) -> str:
    """The title of an instrument or a law by its id, or whose rule a fact is; the id itself where nothing is known of it."""
    facts = load()
    if instrument := facts.instruments.get(name):
        return instrument.title.in_language(language)
    for part in facts.states.values():
        if law := part.law(name):
            return law.title.in_language(language)
    if name in ("provider-policy", "reciprocity"):
        return say(f"desk-ground-{name}", language)
    kind, _, rest = name.partition("/")
    return say("desk-rule-of", language, state=state(rest.partition("#")[0], language)) if kind == "states" else name


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
