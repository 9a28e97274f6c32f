"""The state a person means: by its code, or by its name in one of the three languages."""

from __future__ import annotations

from functools import cache

from longarm.case.states import STATES
from longarm.law.load import load
from longarm.law.model import Facts
from longarm.law.named import name_of, state_code
from longarm.texts import LANGUAGES


def called_state(facts: Facts, word: str) -> str:
    """The ISO 3166-1 code. Raises BadInput (NoSuchState with the nearest) where the word is neither code nor name."""
    return _names().get(word.strip().casefold()) or state_code(facts, word)


@cache
def _names() -> dict[str, str]:
    """Every state's names, in small letters, as shown on our screens."""
    facts = load()
    return {name_of(facts, code, language).casefold(): code for language in LANGUAGES for code in sorted(STATES)}
