"""The name of any state in three languages, and the state somebody meant."""

from __future__ import annotations

import difflib
from typing import Final

from longarm.case.states import STATES
from longarm.errors import BadInput
from longarm.law.model import Facts
from longarm.texts import LANGUAGES, Language, say

_ALIKE: Final = str.maketrans({"y": "i", "أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي"})  # “Lybia”, «الامارات»
# Not ISO 3166-1, yet written every day.
_WRITTEN: Final = {"UK": "GB", "EL": "GR", "KO": "KR", "EN": "GB", "PAL": "PS", "KSA": "SA", "UAE": "AE", "USA": "US"}


class NoSuchState(BadInput):
    """What was given is no state of today; `names` hold the name that belongs into the sentence, by language."""

    def __init__(self, message: str, names: dict[Language, str], /, **facts: str) -> None:
        super().__init__(message, **facts)
        self.names = names

    def in_language(self, language: Language) -> str:
        return say(self.message, language, **self.facts, name=self.names[language])


def name_of(facts: Facts, code: str, language: Language) -> str:
    """The state's name: as in its file, else as in the Unicode CLDR; the code itself where neither has one."""
    if state := facts.states.get(code):
        return state.names.in_language(language)
    from babel import Locale

    return str(Locale(language).territories.get(code, code))


def state_code(facts: Facts, word: str) -> str:
    """The ISO 3166-1 code that `word` is, small letters allowed.

    Raises NoSuchState for a state that no longer exists, with those to ask about instead, and for what is no code, with
    the nearest; BadInput where nothing is near.
    """
    code = word.strip().upper()
    if code in STATES:
        return code
    if former := facts.former_states.get(code):
        names = {language: former.names.in_language(language) for language in LANGUAGES}
        raise NoSuchState("law-state-ended", names, word=code, year=former.ended, successors=", ".join(former.successors))
    if near := _nearest(facts, word.strip()):
        names = {language: name_of(facts, near, language) for language in LANGUAGES}
        raise NoSuchState("law-no-state-near", names, word=word.strip()[:40], near=near)
    raise BadInput("law-no-state", word=word.strip()[:40])


def _nearest(facts: Facts, word: str) -> str | None:
    if word.upper() in _WRITTEN:
        return _WRITTEN[word.upper()]
    if len(word) > 2:
        return _by_name(facts, word)
    near = difflib.get_close_matches(word.upper(), sorted(facts.states), n=9, cutoff=0.5)
    near.sort(key=lambda code: code[:1] != word[:1].upper())
    near += difflib.get_close_matches(word.upper(), sorted(STATES), n=1, cutoff=0.5)
    return near[0] if near else None


def _by_name(facts: Facts, word: str) -> str | None:
    """By the names of all states; of three letters (ISO 3166-1 alpha-3), only by states whose two letters are among them."""
    from babel import Locale

    called: dict[str, str] = {
        _folded(name): code for x in LANGUAGES for code, name in Locale(x).territories.items() if code in STATES
    }
    called |= {_folded(name_of(facts, code, x)): code for code in facts.states for x in LANGUAGES}
    wanted = _folded(word)
    if wanted in called:
        return called[wanted]
    if len(word) == 3:
        letters = {word[:2].upper(), (word[0] + word[2]).upper()}
        called = {name: code for name, code in called.items() if code in letters}
    near = [name for name in called if len(word) > 3 and f" {wanted} " in f" {name} "]  # a word of a long name: “emirates”
    near = near or difflib.get_close_matches(wanted, called, n=1, cutoff=0.4 if len(word) == 3 else 0.65)
    return called[near[0]] if near else None


def _folded(name: str) -> str:
    return name.casefold().translate(_ALIKE)
