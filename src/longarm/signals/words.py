"""Is a number spoken of as a phone, an amount, an invoice …? The words stand in `words.yaml`."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final, Literal

import msgspec

from longarm import strict_yaml, typed_yaml

Topic = Literal["phone", "reference", "money", "imei", "ip", "card"]
BEFORE: Final = 40  # code points looked at on each side
AFTER: Final = 20


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    topics: dict[Topic, tuple[str, ...]]


def near(text: str, start: int, end: int, topic: Topic, *, before: int = BEFORE, after: int = AFTER) -> bool:
    """Does a word of `topic` stand within `before` code points in front of the span, or `after` behind it?"""
    pattern = _pattern(topic)
    return pattern.search(text[max(0, start - before) : start]) is not None or pattern.search(text[end : end + after]) is not None


def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for any of `words`: Latin ones whole, Arabic ones also with a prefix or a suffix."""
    parts = (re.escape(word) if not word[0].isascii() or not word[0].isalpha() else rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])"
             for word in sorted(words, key=len, reverse=True))  # fmt: skip
    return re.compile("|".join(parts), re.IGNORECASE)


@cache
def _pattern(topic: Topic) -> re.Pattern[str]:
    source = files("longarm.signals") / "words.yaml"
    return any_of(typed_yaml.convert(strict_yaml.load(source.read_bytes(), "words.yaml"), _File).topics[topic])
