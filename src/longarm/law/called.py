"""The state a person means, by its code or its name in one of the three languages; the service, by one of its names."""

from __future__ import annotations

import unicodedata
from functools import cache

from longarm.case.states import STATES
from longarm.errors import BadInput
from longarm.law.load import load
from longarm.law.model import Facts
from longarm.law.named import name_of, state_code
from longarm.texts import LANGUAGES


def called_state(facts: Facts, word: str) -> str:
    """The ISO 3166-1 code. Raises BadInput (NoSuchState with the nearest) where the word is neither code nor name."""
    return _names().get(_plain(word)) or state_code(facts, word)


def called_platform(facts: Facts, word: str) -> str:
    """The id of a service. Raises BadInput with all names where it is none that the facts hold."""
    plain = _plain(word)
    for platform in facts.platforms.values():
        if plain == platform.id or plain in (_plain(name) for name in platform.names):
            return platform.id
    known = ", ".join(sorted((platform.names[0] for platform in facts.platforms.values()), key=str.casefold))
    raise BadInput("ask-no-platform", value=word[:40], known=known)


@cache
def _names() -> dict[str, str]:
    """Every state's names, in small letters, as shown on our screens."""
    facts = load()
    return {_plain(name_of(facts, code, language)): code for language in LANGUAGES for code in sorted(STATES)}


def _plain(word: str) -> str:
    """Small letters without marks on them: إ and ا, é and e are one to who types in a hurry."""
    letters = unicodedata.normalize("NFKD", " ".join(word.split()))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()
