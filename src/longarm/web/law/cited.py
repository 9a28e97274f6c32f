"""A fact by its id, as a reader checks it: what it is, its article, how sure, when it was read, and where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from longarm.law.dates import NEVER
from longarm.law.model import Facts, Names, Source, Sourced, weakest
from longarm.law.named import name_of
from longarm.law.wording import told
from longarm.texts import Language, say


class Cited(NamedTuple):
    """`checked` None: nobody has opened the source yet."""

    id: str
    title: str
    article: str
    confidence: str
    checked: str | None
    sources: tuple[Source, ...]


def cited(facts: Facts, fact_id: str, language: Language) -> Cited | None:
    """None where the id names nothing that is held any more."""
    try:
        found = facts.at(fact_id)
        sources = facts.sources_of(fact_id)
    except KeyError:
        return None
    days = [fact.checked for fact in found if fact.checked != NEVER]
    return Cited(
        id=fact_id,
        title=_title(facts, fact_id, found[0], language),
        article=article_of(facts, getattr(found[0], "article", None), language),
        confidence=weakest(fact.confidence for fact in found),
        checked=max(days) if days else None,
        sources=sources,
    )


def all_cited(facts: Facts, fact_ids: Iterable[str], language: Language) -> tuple[Cited, ...]:
    """Those that exist, each once."""
    found = (cited(facts, name, language) for name in dict.fromkeys(fact_ids))
    return tuple(one for one in found if one is not None)


def law_title(facts: Facts, state: str, law: str | None, language: Language) -> str:
    """The title of a law of that state by its id; a law that is told in words is told in the reader's."""
    part = facts.states.get(state)
    found = part.law(law) if part and law else None
    return found.title.in_language(language) if found else told(facts, law or "", language).text


def article_of(facts: Facts, text: str | None, language: Language) -> str:
    """Empty for what is no article."""
    return "" if text is None or text in ("unknown", "none") else told(facts, text, language).text


def _title(facts: Facts, fact_id: str, fact: Sourced, language: Language) -> str:
    kind, _, rest = fact_id.partition("/")
    name, _, path = rest.partition("#")
    if kind == "states":
        state = name_of(facts, name, language)
        law = law_title(facts, name, getattr(fact, "law", None), language)
        return say("reference-of-state", language, state=state, what=law or _own_name(fact, language) or path.replace("/", " · "))
    if kind == "instruments":
        title = facts.instruments[name].title.in_language(language)
        state = path.partition("/")[0]
        shown = len(state) == 2 and state.isupper()
        return say("reference-of-state", language, state=title, what=name_of(facts, state, language)) if shown else title
    return _own_name(fact, language) or fact_id


def _own_name(fact: Sourced, language: Language) -> str:
    """Its name or its text, where it has one in languages."""
    for key in ("name", "title", "text"):
        value = getattr(fact, key, None)
        if isinstance(value, Names):
            return value.in_language(language)
    name = getattr(fact, "name", None)
    names: tuple[str, ...] = getattr(fact, "names", ())
    return name if isinstance(name, str) else names[0] if names else ""
