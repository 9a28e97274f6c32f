"""Serial numbers of telephones (IMEI, 3GPP TS 23.003): fifteen digits with a check digit.

Proves: which device is meant, where the box, an invoice or the operator's answer names it; operators can tell which cards
were used in it. Does not prove whose hand it is in, and IMEIs can be forged. One random number in ten has a right check
digit, and accounts have fifteen-digit ids too: in a text it counts only beside the word IMEI (or its like), then as high.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from longarm.signals import luhn, words
from longarm.signals.digits import plain
from longarm.signals.likeness import Likeness

EXAMPLES: Final = {"49-015420-323751-8": "490154203237518"}  # the example of 3GPP TS 23.003's annex B
_SHAPE: Final = re.compile(r"(?<![A-Za-z0-9+@_=])[0-9]{2}(?:[ -]?[0-9]){12}[ -]?[0-9](?![0-9A-Za-z@_])")


class Imei(NamedTuple):
    start: int
    end: int
    normal: str


def clean(value: str) -> str | None:
    """The fifteen digits, or None when the check digit is wrong."""
    digits = re.sub(r"[ /-]", "", plain(value))
    return digits if re.fullmatch(r"[0-9]{15}", digits) and luhn.sound(digits) and len(set(digits)) > 1 else None


def compare(one: str, other: str) -> Likeness | None:
    """`same` or nothing."""
    return "same" if one == other else None


def scan(text: str) -> Iterator[Imei]:
    """Every IMEI in folded text that stands beside a word for it."""
    for match in _SHAPE.finditer(text):
        if (normal := clean(match[0])) and words.near(text, match.start(), match.end(), "imei"):
            yield Imei(match.start(), match.end(), normal)
