"""Text as a machine compares it, with the way back to the text as it was written.

Arabic-Indic, Persian and other digits become ASCII, the many spaces and hyphens become one of each, and marks nobody sees
(direction marks of UAX 9, zero-width characters) are left out. The exhibit keeps all of them: a span found here is given
back in offsets of the original, in code points.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

# The zero of each set of ten digits: Arabic-Indic, Persian and Urdu, Devanagari, Bengali, full width.
_ZEROS: Final = (0x0660, 0x06F0, 0x0966, 0x09E6, 0xFF10)
_SPACES: Final = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_HYPHENS: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
_SAME: Final = {"\uff0b": "+", "\ufe62": "+", "\uff20": "@", "\uff0e": ".", "\uff1a": ":", "\uff0f": "/", "٫": ".", "٬": ","}
_FOLD: Final = str.maketrans(
    {chr(zero + n): str(n) for zero in _ZEROS for n in range(10)}
    | dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_HYPHENS, "-")
    | _SAME
)
# Direction marks (U+061C, U+200E-F, U+202A-E, U+2066-9), zero-width characters, soft hyphen, byte order mark.
UNSEEN: Final = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` is the folded form of `original`; `offsets`, where characters were left out, says where each one stood."""

    text: str
    original: str
    offsets: list[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original for a non-empty span of `text`: unseen marks inside belong to it, those around do not."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


def fold(original: str) -> Folded:
    """`original` folded, with the way back."""
    if original.isascii():
        return Folded(original.replace("\t", " "), original)
    same_length = original.translate(_FOLD)
    if not UNSEEN.search(same_length):
        return Folded(same_length, original)
    offsets: list[int] = []
    parts: list[str] = []
    start = 0
    for mark in UNSEEN.finditer(same_length):
        parts.append(same_length[start : mark.start()])
        offsets.extend(range(start, mark.start()))
        start = mark.end()
    parts.append(same_length[start:])
    offsets.extend(range(start, len(same_length)))
    return Folded("".join(parts), original, offsets)


def plain(value: str) -> str:
    """A single value folded, without the spaces around it: what every `clean` begins with."""
    return fold(value).text.strip()
