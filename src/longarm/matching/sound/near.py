"""How near two fingerprints are: the part of bits that differ where the two lie best beside each other.

Words that say nothing (`heard`: silence, a tone, noise) are passed over on both sides. What is left has to cover six tenths of
the shorter recording, so that a shared jingle or greeting of a second or two does not count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Words = NDArray[np.uint32]
    Telling = NDArray[np.bool_]

FARTHEST: Final = 0.15  # docs/matching.md: no two recordings that share no sound came nearer than 0.24
COVERED: Final = 0.6  # of the telling words of the shorter one
LEAST: Final = 16  # telling words, two seconds beside what the first word spans: fewer say nothing
NOTHING: Final = 0  # the word in the place of one that says nothing
BITS: Final = 32


def words_of(print_: bytes) -> tuple[Words, Telling]:
    """The words, and which of them say something."""
    import numpy as np

    words = np.frombuffer(print_, "<u4")
    return words, words != NOTHING


def apart(one: bytes, other: bytes) -> float | None:
    """The least of `beside`, however the two are laid: 0 for the same bits, about a half by chance. None where too little can be
    laid beside each other. Symmetric."""
    a, b = words_of(one), words_of(other)
    ways = (beside(a, b, offset) for offset in range(LEAST - len(a[0]), len(b[0]) - LEAST + 1))
    return min((found for found in ways if found is not None), default=None)


def beside(one: tuple[Words, Telling], other: tuple[Words, Telling], offset: int) -> float | None:
    """The part of bits that differ when the first begins at word `offset` of the other; None where too little lies together."""
    import numpy as np

    (a, a_tells), (b, b_tells) = one, other
    least = max(LEAST, COVERED * min(np.count_nonzero(a_tells), np.count_nonzero(b_tells)))
    a_from, b_from = max(0, -offset), max(0, offset)
    length = min(len(a) - a_from, len(b) - b_from)
    if length < least:
        return None
    both = a_tells[a_from : a_from + length] & b_tells[b_from : b_from + length]
    covered = np.count_nonzero(both)
    if covered < least:
        return None
    bits = np.bitwise_count(a[a_from : a_from + length] ^ b[b_from : b_from + length])[both]
    return float(bits.sum(dtype=np.int64)) / (BITS * covered)
