"""The sentences of the facts (conditions, grounds of refusal, remarks) in the reader's language.

The facts keep them in English, and so do the wire and JSON; `facts/wording/` puts them into Arabic and French. Which sentences
must have a wording stands here: those that pages show. What has no letters (a year) is the same in every language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from longarm.law.model import (
    Assistance,
    Channel,
    Consular,
    Contact,
    Contact247,
    Coverage,
    Facts,
    Instrument,
    Law,
    LegalSystem,
    Line,
    Measure,
    NotParty,
    Obligation,
    Offence,
    PartyEvent,
    Rule,
    SpokenLanguages,
    State,
    StateHazard,
    TimeLimit,
)
from longarm.law.walk import every_fact
from longarm.texts import Language

_RULE: Final = ("conditions", "text", "note", "period")
_SHOWN: Final[dict[type[Any], tuple[str, ...]]] = {
    Instrument: ("open_to", "depositary", "notes"),
    Coverage: ("as_of",),
    Measure: ("conditions", "refusal_grounds", "deadline", "note"),
    PartyEvent: ("note",),
    NotParty: ("note",),
    Obligation: ("by", "for_"),
    State: ("notes",),
    LegalSystem: ("note",),
    Law: ("date_note", "in_force_note", "repealed_note", "note"),
    Offence: ("text", "note", "complaint_note", "from_note", "until_note"),
    Rule: _RULE,
    Assistance: (*_RULE, "channel_note"),
    TimeLimit: ("value", "note"),
    SpokenLanguages: ("note",),
    Channel: ("from_abroad_note", "hours", "note"),
    Contact: ("note",),
    Contact247: ("contact_note", "note"),
    Consular: ("note",),
    StateHazard: ("for_", "text"),
    Line: ("hours", "warning"),
}


class Told(NamedTuple):
    """A sentence and the language it is in: English where it has no wording, such as one of another node with other facts."""

    text: str
    language: Language


def told(facts: Facts, sentence: str, language: Language) -> Told:
    """An English sentence of the facts in `language`."""
    if not _has_letters(sentence):
        return Told(sentence, language)
    wording = facts.wording.get(sentence)
    if language == "en" or wording is None:
        return Told(sentence, "en")
    return Told(wording.ar if language == "ar" else wording.fr, language)


def all_told(facts: Facts, sentences: Iterable[str | None], language: Language) -> tuple[Told, ...]:
    """Those that are there, in their order."""
    return tuple(told(facts, sentence, language) for sentence in sentences if sentence)


def sentences(facts: Facts) -> Iterator[tuple[str, str]]:
    """`(id, sentence)` for each English sentence that needs a wording, in the order of the files."""
    for name, instrument in facts.instruments.items():
        yield from _of(f"instruments/{name}", instrument)
        yield from _of(f"instruments/{name}", instrument.coverage)
    for name, state in facts.states.items():
        yield from _of(f"states/{name}", state)
    for name, fact in every_fact(facts):
        yield from _of(name, fact)
        if isinstance(fact, Channel):
            yield from _of(name, fact.contact)


def phrases(facts: Facts) -> frozenset[str]:
    """What may have a wording: a law or an article told in words (`case law`, `whole law`), beside titles, which need none."""
    found = [fact for name, fact in every_fact(facts) if name.startswith(("states/", "instruments/"))]
    told_in_words = [getattr(fact, key, None) for fact in found for key in ("law", "article")]
    return frozenset(text for text in (*told_in_words, *(a for fact in found for a in getattr(fact, "articles", ()))) if text)


def _of(name: str, part: Any) -> Iterator[tuple[str, str]]:
    for key in _SHOWN.get(type(part), ()):
        value = getattr(part, key)
        for sentence in (value,) if isinstance(value, str) else value or ():
            if _has_letters(sentence):
                yield name, sentence


def _has_letters(sentence: str) -> bool:
    return any(letter.isalpha() for letter in sentence)
