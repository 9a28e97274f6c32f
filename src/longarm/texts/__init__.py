"""Every sentence longarm says, in Arabic, English and French.

One Fluent file per room and language (projectfluent.org); the first word of a message's id names its file, so that
`case-duplicate-key` stands in `ar/case.ftl`, `en/case.ftl` and `fr/case.ftl`. Fluent brings the six plural forms of
Arabic (CLDR) and wraps each value it inserts in U+2068 … U+2069, so that a number or an address keeps its own
direction inside an Arabic line (UAX 9).

Papers can also be in a language that only their receiver wants (`PaperLanguage`); of the rooms only `document` speaks it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal, cast

from longarm.texts.languages import SPOKEN, Direction

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

# For the type checker; what there is stands in `languages.toml`, and `tests/test_languages.py` holds the two together.
Language = Literal["ar", "en", "fr"]
PaperLanguage = Literal["ar", "en", "fr", "de"]
LANGUAGES: Final = cast(tuple[Language, ...], tuple(code for code, one in SPOKEN.items() if not one.papers_only))
PAPER_LANGUAGES: Final = cast(tuple[PaperLanguage, ...], tuple(SPOKEN))

_LONGEST: Final = 2_000


class TextMissing(LookupError):
    """A message that a room asks for does not exist, or lacks a value it needs."""


class Sentence:
    """A fact that is a sentence itself: said in the language of the sentence around it."""

    __slots__ = ("facts", "message")

    def __init__(self, message: str, /, **facts: Any) -> None:
        self.message, self.facts = message, facts

    def in_language(self, language: PaperLanguage) -> str:
        return say(self.message, language, **self.facts)

    def __str__(self) -> str:
        return self.in_language("en")


def say(message: str, language: PaperLanguage, /, **facts: Any) -> str:
    """The sentence `message` in `language`, its placeholders filled with `facts`.

    Raises TextMissing when the sentence does not exist in that language or one of its placeholders has no fact.
    """
    return _filled(message, language, facts) if facts else _bare(message, language)


@cache
def _bare(message: str, language: PaperLanguage) -> str:
    """Most sentences of a page have no placeholder, and stay as they are."""
    return _filled(message, language, {})


def _filled(message: str, language: PaperLanguage, facts: dict[str, Any]) -> str:
    bundle = _bundle(message.partition("-")[0], language)
    name, _, attribute = message.partition(".")
    if not bundle.has_message(name):
        raise TextMissing(f"{message} has no {language} text")
    entry = bundle.get_message(name)
    pattern = entry.attributes.get(attribute) if attribute else entry.value
    if pattern is None:
        raise TextMissing(f"{message} has no {language} text")
    text, faults = bundle.format_pattern(pattern, {name: _ungrouped(fact, language) for name, fact in facts.items()})
    if faults:
        raise TextMissing(f"{message} in {language}: {faults[0]}")
    return str(text)


def wording(message: str, /, **facts: Any) -> dict[str, str]:
    """The sentence in all languages, as the JSON answers carry it: `{"ar": …, "en": …, "fr": …}`."""
    return {language: say(message, language, **facts) for language in LANGUAGES}


def name_of(language: str) -> str:
    """A language by its own name, in its own letters. Raises TextMissing where it is none of ours."""
    if language not in SPOKEN:
        raise TextMissing(f"no texts in {language}")
    return SPOKEN[language].name


def direction_of(language: str) -> Direction:
    """Which way its script runs; left to right where it is none of ours."""
    return SPOKEN[language].direction if language in SPOKEN else "ltr"


def _ungrouped(fact: Any, language: PaperLanguage) -> Any:
    """Numbers without thousands separators: a year or a line number is a number to Fluent, 2,022 to a reader."""
    if isinstance(fact, int) and not isinstance(fact, bool):
        from fluent.runtime.types import fluent_number

        return fluent_number(fact, useGrouping=False)
    if isinstance(fact, Sentence):
        return _shortened(fact.in_language(language))
    return fact if isinstance(fact, float) else _shortened(str(fact))


def _shortened(value: str) -> str:
    """Fluent takes no value over 2,500 characters: a hostile name of a file must not turn a sentence into a traceback."""
    return value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"


@cache
def _bundle(room: str, language: PaperLanguage) -> FluentBundle:
    from fluent.runtime import FluentBundle, FluentResource

    spoken = SPOKEN.get(language)
    source = spoken.rooms / f"{room}.ftl" if spoken else None
    if source is None or not source.is_file():
        raise TextMissing(f"no {language} texts for {room}")
    bundle = FluentBundle([language])
    bundle.add_resource(FluentResource(source.read_text("utf-8")))
    return bundle
