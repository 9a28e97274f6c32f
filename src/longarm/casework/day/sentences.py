"""Ready sentences for answers, and the words that an answer is warned about. A warning never blocks: a person decides."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

from longarm.casework.day.folding import folded
from longarm.strict_yaml import load
from longarm.texts import LANGUAGES, Language
from longarm.typed_yaml import convert

_NO_WORD: Final = re.compile(r"[^\w]+")


class Sentence(msgspec.Struct, frozen=True):
    """Something worth saying, in each language."""

    id: str
    ar: str
    en: str
    fr: str

    def in_language(self, language: Language) -> str:
        return str(getattr(self, language))


class Never(msgspec.Struct, frozen=True):
    """Phrases of one kind (blame, promise …) in each language."""

    id: str
    ar: tuple[str, ...]
    en: tuple[str, ...]
    fr: tuple[str, ...]


class Warned(msgspec.Struct, frozen=True):
    """A phrase that stands in an answer, as the list writes it, and its kind."""

    kind: str
    phrase: str


class _Sentences(msgspec.Struct, frozen=True):
    say: tuple[Sentence, ...]
    never: tuple[Never, ...]


def ready() -> tuple[Sentence, ...]:
    return _read().say


def warned(text: str) -> tuple[Warned, ...]:
    """What of `text` stands on the list, whatever its language: as whole words, the longest form of a phrase.

    Our own ready sentences are left out: "do not send us the picture" holds what it warns against.
    """
    said = _words(text)
    for sentence in ready():
        for language in LANGUAGES:
            said = said.replace(_words(sentence.in_language(language)), " ")
    found = [
        Warned(one.id, phrase)
        for one in _read().never
        for language in LANGUAGES
        for phrase in getattr(one, language)
        if _words(phrase) in said
    ]
    return tuple(one for one in found if not any(one.phrase != other.phrase and one.phrase in other.phrase for other in found))


def _words(text: str) -> str:
    """Folded, each word between spaces: a phrase is found as words, never inside one."""
    return f" {_NO_WORD.sub(' ', folded(text)).strip()} "


@cache
def _read() -> _Sentences:
    text = files("longarm.casework.day").joinpath("sentences.yaml").read_bytes()
    return convert(load(text, "sentences.yaml"), _Sentences)
