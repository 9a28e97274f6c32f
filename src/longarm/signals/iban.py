"""Bank accounts: IBANs (ISO 13616) whose length, structure and check digits are right.

Proves: in which state the account is held, and that it was copied without a mistake. Does not prove whose it is: the bank
knows. Accounts of agents and money transfer shops are used by many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from longarm.signals.digits import plain
from longarm.signals.likeness import Likeness

EXAMPLES: Final = {  # the examples of the IBAN registry
    "EG38 0019 0005 0000 0000 2631 8000 2": "EG380019000500000000263180002",
    "ae070331234567890123456": "AE070331234567890123456",
    "DE89-3704-0044-0532-0130-00": "DE89370400440532013000",
}
_SHAPE: Final = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}[0-9]{2}(?:[ -]?[A-Za-z0-9]){11,30}")


class Iban(NamedTuple):
    start: int
    end: int
    normal: str
    state: str


def clean(value: str) -> str | None:
    """The IBAN without spaces, in capitals, or None when it is none."""
    text = re.sub(r"[ -]", "", plain(value)).removeprefix("IBAN").removeprefix(":").upper()
    return text if re.fullmatch(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}", text) and _sound(text) else None


def compare(one: str, other: str) -> Likeness | None:
    """`same` or nothing."""
    return "same" if one == other else None


def scan(text: str) -> Iterator[Iban]:
    """Every IBAN in folded text. What follows it (`… 0002 please`) is told apart by the state's length."""
    for match in _SHAPE.finditer(text):
        length = _length(match[0][:2].upper())
        end, letters = match.start(), 0
        while letters < length and end < match.end():
            letters += text[end] not in " -"
            end += 1
        if letters < length or (end < len(text) and text[end].isascii() and text[end].isalnum()):
            continue
        if normal := clean(text[match.start() : end]):
            yield Iban(match.start(), end, normal, normal[:2])


def _length(country: str) -> int:
    """How long an IBAN of that country is; longer than any when it has none."""
    from schwifty import IBAN  # 0.1 s to load: only when something looked like an IBAN
    from schwifty.exceptions import SchwiftyException

    try:
        return int(IBAN(f"{country}00", allow_invalid=True).spec.iban_length)
    except SchwiftyException:
        return 99


def _sound(text: str) -> bool:
    if _mod97(text) != 1:
        return False
    from schwifty import IBAN
    from schwifty.exceptions import SchwiftyException

    try:
        IBAN(text)
    except SchwiftyException:
        return False
    return True


def _mod97(text: str) -> int:
    """ISO 7064, MOD 97-10, over letters as 10 … 35."""
    return int("".join(str(int(letter, 36)) for letter in text[4:] + text[:4])) % 97
