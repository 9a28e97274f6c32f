"""`@name` in running text beside a platform's name: a lead to an account, certainty low."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from longarm.signals import platforms, words

_HANDLE: Final = re.compile(r"(?<![\w@./])@([A-Za-z0-9_][A-Za-z0-9_.-]{1,39})")
# `snap: name`: no @, but a colon after the platform's name.
_AFTER_COLON: Final = re.compile(r"(?<=[:=])\s{0,2}@?([A-Za-z][A-Za-z0-9_.-]{2,39})(?![\w@:/])")
_ENDING: Final = r"\s{0,2}(?:user(?:name)?|id|account|يوزر|حساب|اليوزر)?\s{0,2}[:=]\Z"
_LIVE: Final = re.compile(r"(?<![\w:/])live:[A-Za-z0-9._-]{3,40}")
_NEAR: Final = 40


def scan(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Place, account key and platform of every handle in folded text."""
    if "@" in text:
        for match in _HANDLE.finditer(text):
            end = match.end() - (len(match[1]) - len(match[1].rstrip(".-")))
            name = text[match.start() + 1 : end]
            before, after = text[max(0, match.start() - _NEAR) : match.start()], text[end : end + _NEAR]
            last = max(_names().finditer(before), key=lambda m: m.start(), default=None)
            if named := last or _names().search(after):
                yield from _keyed(match.start(), end, name, named[0])
    if ":" in text or "=" in text:
        for match in _AFTER_COLON.finditer(text):
            if named := _named().search(text[max(0, match.start() - _NEAR) : match.start()]):
                name = match[1].rstrip(".-")
                yield from _keyed(match.start(1), match.start(1) + len(name), name, named[1])
        for match in _LIVE.finditer(text):
            yield match.start(), match.end(), f"skype:{match[0].lower()}", "skype"


def _keyed(start: int, end: int, name: str, word: str) -> Iterator[tuple[int, int, str, str]]:
    platform = _of_name().get(word.lower())
    if platform is not None and platform.is_handle(name):
        yield start, end, platform.account(name), platform.id


@cache
def _of_name() -> dict[str, platforms.Platform]:
    return {name.lower(): platform for platform in platforms.by_id().values() for name in platform.names if platform.handle}


@cache
def _names() -> re.Pattern[str]:
    return words.any_of(tuple(_of_name()))


@cache
def _named() -> re.Pattern[str]:
    return re.compile(f"({_names().pattern}){_ENDING}", re.IGNORECASE)
