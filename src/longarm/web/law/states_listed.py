"""The states to choose from: those whose law we hold first, each by its name in the reader's alphabet."""

from __future__ import annotations

from functools import cache

from longarm.case.states import STATES
from longarm.law.load import load
from longarm.law.named import name_of
from longarm.texts import Language

Listed = tuple[tuple[str, str], ...]


@cache
def held(language: Language) -> Listed:
    """Code and name of every state whose law we hold."""
    return _sorted(set(load().states), language)


@cache
def others(language: Language) -> Listed:
    """Every other state of ISO 3166-1: of these only treaties are known."""
    return _sorted(STATES - set(load().states), language)


def _sorted(codes: set[str] | frozenset[str], language: Language) -> Listed:
    facts = load()
    named = [(code, name_of(facts, code, language)) for code in codes]
    return tuple(sorted(named, key=lambda pair: _folded(pair[1])))


def _folded(name: str) -> str:
    """Without accents and the Arabic article, in small letters: where a reader looks for it."""
    import unicodedata

    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return plain.casefold().removeprefix("ال")
