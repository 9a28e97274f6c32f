"""Sentences of an answer in three languages, each value in its language's own form; said once, then remembered.

What is remembered are sentences about states, laws and instruments. One about a person (`said_of`) is remembered with a mark
where the name goes, so that nothing of a case outlives its answer.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from longarm.law.answer import Wording
from longarm.law.model import Facts, Names
from longarm.law.named import name_of
from longarm.texts import LANGUAGES, say

Named = tuple[str, str, str]  # one value in ar, en, fr
_ROOM: Final = "paths-"
_NOBODY: Final[Named] = ("؟", "?", "?")
_REMEMBERED: Final = 4096
_SHORT: Final = 1000  # what is longer, `say` may shorten
_MARK: Final = "\ue000"  # of the private use area: no sentence of ours has it
_STATES: Final[dict[tuple[int, str], Named]] = {}


def said(message: str, /, **facts: str | int | Named) -> Wording:
    """The sentence `paths-…` with its facts; a fact given as three texts stands in each language in its own form."""
    return _said(message, tuple(facts.items()))


def said_of(message: str, who: Named, key: str = "who", /, **facts: str | int | Named) -> Wording:
    """As `said`, where the fact `key` is a person or another part of the case."""
    if max(map(len, who)) > _SHORT:
        return _formed(message, ((key, who), *facts.items()))
    kept = _said(message, ((key, _MARK), *facts.items()))
    ar, en, fr = who
    return Wording(ar=kept.ar.replace(_MARK, ar), en=kept.en.replace(_MARK, en), fr=kept.fr.replace(_MARK, fr))


def named(names: Names) -> Named:
    """A name of the facts in each language, the state's own where there is none."""
    return (names.in_language("ar"), names.in_language("en"), names.in_language("fr"))


def state_named(facts: Facts, code: str | None) -> Named:
    """A state's name in each language."""
    if code is None:
        return _NOBODY
    key = (id(facts), code)
    if key not in _STATES:
        if len(_STATES) > _REMEMBERED:
            _STATES.clear()
        _STATES[key] = (name_of(facts, code, "ar"), name_of(facts, code, "en"), name_of(facts, code, "fr"))
    return _STATES[key]


def listed(parts: tuple[Named, ...]) -> Named:
    """Several values joined by the comma of each language."""
    return ("، ".join(p[0] for p in parts), ", ".join(p[1] for p in parts), ", ".join(p[2] for p in parts))


@lru_cache(maxsize=16384)
def _said(message: str, facts: tuple[tuple[str, str | int | Named], ...]) -> Wording:
    return _formed(message, facts)


def _formed(message: str, facts: tuple[tuple[str, str | int | Named], ...]) -> Wording:
    texts = []
    for index, language in enumerate(LANGUAGES):
        values = {key: value[index] if isinstance(value, tuple) else value for key, value in facts}
        texts.append(say(_ROOM + message, language, **values))
    return Wording(ar=texts[0], en=texts[1], fr=texts[2])
