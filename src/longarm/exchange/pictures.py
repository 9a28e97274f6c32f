"""A picture as tokens: every pair of the sixteen bands of its PDQ hash. One band alone has 65,536 values, and whoever may ask for
tokens would try them all and read every hash at the hub; a pair has 2**32, and 120 pairs make 5 * 10**11 questions.

Two copies meet when two bands of sixteen are alike in all their bits: always up to 14 bits apart, mostly up to 31
(docs/exchange.md has the measure). Turned and mirrored copies do not meet. A hit is a lead until somebody has looked.
"""

from __future__ import annotations

from itertools import combinations
from typing import Final

from longarm.exchange.token import NORMALISER, input_of

KIND: Final = "picture"
BANDS: Final = 16
BAND_BYTES: Final = 2
TOKENS: Final = BANDS * (BANDS - 1) // 2


def picture_inputs(pdq: bytes, version: str = NORMALISER) -> tuple[bytes, ...]:
    """The 120 inputs of one hash, in a fixed order. Raises ValueError when it has not 256 bits."""
    if len(pdq) != BANDS * BAND_BYTES:
        raise ValueError("a PDQ hash has 256 bits")
    bands = [pdq[at : at + BAND_BYTES].hex() for at in range(0, len(pdq), BAND_BYTES)]
    return tuple(input_of(KIND, f"{a}:{bands[a]} {b}:{bands[b]}", version) for a, b in combinations(range(BANDS), 2))
