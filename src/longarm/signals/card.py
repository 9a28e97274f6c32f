"""Payment cards: only the first six and last four digits are ever kept (as PCI DSS allows), and only if the check digit is right.

Proves little: which bank's range it is (the first six digits). Two cards can share the ten digits kept; one random number in
ten has a right check digit: certainty low, always. A prepaid card's scratch code is not a card number and is not looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from longarm.signals import luhn, words
from longarm.signals.digits import plain
from longarm.signals.likeness import Likeness

EXAMPLES: Final = {"4111 1111 1111 1111": "411111******1111"}  # the networks' own test number
# First digits: Visa 4, Mastercard 51-55 and 2221-2720, American Express 34 37, Meeza 5078, Mada and others 5 6, Troy 9792.
_SHAPE: Final = re.compile(r"(?<![A-Za-z0-9+@_=.-])(?:[2-6]|9792)[0-9]{3}(?:[ -]?[0-9]){9,15}(?![A-Za-z0-9@_-])")


class Card(NamedTuple):
    start: int
    end: int
    normal: str


def clean(value: str) -> str | None:
    """First six digits, stars, last four; None when it is no card number. A masked number stays as it is."""
    digits = re.sub(r"[ -]", "", plain(value))
    if re.fullmatch(r"[0-9]{6}\*{3,9}[0-9]{4}", digits):
        return digits
    if not re.fullmatch(r"[2-69][0-9]{12,18}", digits) or not luhn.sound(digits) or len(set(digits)) == 1:
        return None
    return f"{digits[:6]}{'*' * (len(digits) - 10)}{digits[-4:]}"


def compare(one: str, other: str) -> Likeness | None:
    """`same` where the ten digits kept agree: two cards in a million of one bank do by chance."""
    return "same" if one == other else None


def masked(value: str) -> str:
    """`value` as written, of the same length, with all but its first six and last four digits replaced by stars."""
    places = [i for i, c in enumerate(value) if c.isdigit()]
    hidden = set(places[6:-4])
    return "".join("*" if i in hidden else c for i, c in enumerate(value))


def scan(text: str) -> Iterator[Card]:
    """Every card number in folded text: sixteen digits or more, fewer only where a card is spoken of, no paper's number."""
    for match in _SHAPE.finditer(text):
        normal = clean(match[0])
        if normal is None:
            continue
        spoken = words.near(text, match.start(), match.end(), "card")
        if spoken or (len(normal) >= 16 and not words.near(text, match.start(), match.end(), "reference", before=18, after=0)):
            yield Card(match.start(), match.end(), normal)
