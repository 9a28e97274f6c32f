"""The fingerprint of one recording, or why it has none. Decodes what a stranger sent: in a child without rights, nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from longarm.matching.sound.chromaprint import fingerprint
from longarm.matching.sound.decoder import Decoder, Undecoded
from longarm.matching.sound.near import LEAST, NOTHING

Why = Literal["format", "short", "flat"]
LONGEST: Final = 120.0  # seconds that are heard, from the first on
SHORTEST: Final = 5.0
_ALIKE: Final = 5  # bits
_AWAY: Final = 4  # words, half a second
_OFTEN: Final = 0.1


class Unheard(Exception):
    """`why`: a format that is not read (or damage), less than five seconds, nothing but silence, a tone, a signal or noise."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why: Why = why


def heard(data: bytes, decoder: Decoder) -> bytes:
    """Words of 32 bits, the lowest byte first, eight a second of the first two minutes; zeros where a word says nothing. Raises
    Unheard. However long the file says it is, and however little of it is there, no more than two minutes are decoded."""
    length = 0

    def counted() -> Iterator[bytes]:
        nonlocal length
        for piece in pieces:
            length += len(piece) // (2 * channels)
            yield piece

    try:
        rate, channels, pieces = decoder.open(data, LONGEST)
        words = fingerprint(counted(), rate, channels)
    except (Undecoded, ValueError):
        raise Unheard("format") from None
    if length < SHORTEST * rate:
        raise Unheard("short" if length else "format")
    return telling(words)


def telling(words: bytes) -> bytes:
    """Zeros in the place of words that say nothing: one that stands twice in a row, and one that is like more than a tenth of
    all others half a second away and more. In speech and music there are few of these or none; silence, a dialling tone, hum,
    wind and a blank line are made of them, and one is like any other. Raises Unheard where fewer than sixteen words are left."""
    import numpy as np

    all_ = np.frombuffer(words, "<u4").copy()
    count = len(all_)
    if not count:
        raise Unheard("short")
    place = np.arange(count)
    away = np.abs(place[:, None] - place[None, :]) >= _AWAY
    like = (np.bitwise_count(all_[:, None] ^ all_[None, :]) <= _ALIKE) & away
    nothing = like.sum(axis=1) > _OFTEN * np.maximum(1, away.sum(axis=1))
    twice = all_[1:] == all_[:-1]
    nothing[1:] |= twice
    nothing[:-1] |= twice
    all_[nothing] = NOTHING
    if np.count_nonzero(all_) < LEAST:
        raise Unheard("flat")
    return all_.tobytes()
