"""Addresses in running text, with or without their scheme, also written harmless (`hxxp://example[.]com`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from longarm.signals import account, link, platforms
from longarm.signals.found import Sure

_BODY: Final = r"[^\s<>\"«»“”،؛؟|\\^`{}]"
_DOT: Final = r"(?:\.|\[\.\]|\(\.\)|\[dot\]|\(dot\))"
_BARE: Final = re.compile(
    rf"(?<![\w.@+\-\])/])(?:[a-z0-9](?:[a-z0-9-]{{0,61}}[a-z0-9])?{_DOT}){{1,6}}[a-z]{{2,24}}(?::[0-9]{{2,5}})?(?![\w@-]|\.\w)(?:/{_BODY}{{0,2048}})?",
    re.IGNORECASE,
)
_DOTTED: Final = re.compile(rf"[a-z0-9]{_DOT}[a-z]", re.IGNORECASE)
_BLANK: Final = re.compile(r"\s")
_TRAILING: Final = ".,;:!?'’…*_"
_PAIRS: Final = {")": "(", "]": "["}
# Endings under which an address without scheme and path is believed.
_ENDINGS: Final = frozenset("com net org info biz co me app xyz online site shop club live gov edu link page".split())  # noqa: SIM905


def scan(text: str) -> Iterator[tuple[int, int, Sure, account.Reading]]:
    """Place, certainty and meaning of every address in folded text."""
    if ":" in text:
        for match in _with_scheme().finditer(text):
            end = _end(text, match.start(), match.end())
            if reading := account.read(text[match.start() : end]):
                yield match.start(), end, "high", reading
    done = 0
    for dotted in _DOTTED.finditer(text):  # only words with a dot between two letters are looked at
        if dotted.start() < done:
            continue
        start = max(done, dotted.start() - 300)
        if blank := list(_BLANK.finditer(text, start, dotted.start())):
            start = blank[-1].end()
        after = _BLANK.search(text, dotted.end())
        done = min(after.start() if after else len(text), dotted.end() + 2400)
        for match in _BARE.finditer(text, start, done):
            end = _end(text, match.start(), match.end())
            written = text[match.start() : end]
            if _believed(written) and (reading := account.read(written)):
                yield match.start(), end, "medium", reading


def normal(reading: account.Reading) -> str:
    """The normal form of the address a reading led to."""
    return link.normal(reading.link)


@cache
def _with_scheme() -> re.Pattern[str]:
    own = "|".join(sorted(name for name in platforms.schemes() if name not in ("skype",)))
    return re.compile(
        rf"(?<![A-Za-z0-9])(?:(?:https?|ftp|hxxps?|h\*\*ps?)(?:://|\[:\]//|:\[//\])|(?:{own})://|skype:(?=[A-Za-z.])){_BODY}{{1,2048}}",
        re.IGNORECASE,
    )


def _end(text: str, start: int, end: int) -> int:
    """The end without the sentence's own marks: a closing bracket belongs to the address only if it was opened there."""
    while end > start + 1:
        last = text[end - 1]
        if last in _TRAILING or (last in _PAIRS and text.count(last, start, end) > text.count(_PAIRS[last], start, end)):
            end -= 1
        else:
            break
    return end


def _believed(written: str) -> bool:
    """Is this an address although nobody wrote its scheme?"""
    host = re.split(r"[/:]", link.refang(written).lower(), maxsplit=1)[0]
    parsed = link.parse(written)
    if parsed is None:
        return False
    if parsed.service_host in platforms.by_host():
        return bool(parsed.steps) or host.startswith("www.")
    ending = host.rpartition(".")[2]
    defanged = link.refang(written) != written
    country = len(ending) == 2 and ("/" in written or host.split(".")[-2] in _ENDINGS)
    return defanged or host.startswith("www.") or ending in _ENDINGS or country
