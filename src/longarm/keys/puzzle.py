"""Proof of work, so that a flood costs its sender something: numbers whose SHA-256 with a given seed begins with zero bits.

Several small puzzles instead of a large one: the time they take varies less, and a page can show how many are done. It slows
a crowd of browsers and does little against who owns graphics cards: a toll, not a wall. After Hashcash (Back, 2002).
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

_NUMBERS: Final = re.compile(r"[0-9]{1,12}(?:,[0-9]{1,12})*")


def solved(seed: str, answer: str, puzzles: int, bits: int) -> bool:
    """Does `answer` (numbers, by comma, one a puzzle) solve all puzzles of `seed`, each with `bits` leading zero bits?

    Puzzle number *i* is solved by *n* when SHA-256 of the text `seed:i:n` begins with that many zeros.
    """
    if not _NUMBERS.fullmatch(answer):
        return False
    numbers = answer.split(",")
    return len(numbers) == puzzles and all(_leading(f"{seed}:{index}:{number}") >= bits for index, number in enumerate(numbers))


def _leading(text: str) -> int:
    digest = hashlib.sha256(text.encode()).digest()
    return 256 - int.from_bytes(digest, "big").bit_length()
