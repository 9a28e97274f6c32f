"""Recordings near a given one, without comparing all: every one within 0.15 is found (recall 1.0 is a theorem).

Where 15 of 100 bits differ on average, 4.8 of a word, some pair of words differs in four at most; of its two halves of 16 bits
one then differs in two at most. So look up each half of each word, and its 136 neighbours, in two tables; what is within
four bits says how the two recordings would lie beside each other, and only there they are compared. Fingerprints are held in
memory, in the clear, for as long as somebody looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from longarm.matching.sound.near import BITS, FARTHEST, beside, words_of

if TYPE_CHECKING:
    from longarm.matching.sound.near import Telling, Words

_OFF: Final = int(FARTHEST * BITS)  # bits of one word
_HALF: Final = 16
_TAIL: Final = 50_000  # words appended before the tables are made again


class Hit(NamedTuple):
    """The number of a recording, in the order it was added, and its distance."""

    number: int
    distance: float


class SoundIndex:
    """Fingerprints in memory, in the clear: it lives in a process that may see them, and is never written."""

    def __init__(self, prints: Iterable[bytes] = ()) -> None:
        import numpy as np

        self._prints: list[tuple[Words, Telling]] = []
        self._words: Any = np.empty(0, np.uint32)
        self._of: Any = np.empty(0, np.int32)  # the recording of each word
        self._at: Any = np.empty(0, np.int32)  # and its place in it
        self._tables: tuple[tuple[Any, Any], ...] = ()
        self._sorted = self._waiting = 0
        for one in prints:
            self._prints.append(words_of(one))
        self.rebuild()

    def __len__(self) -> int:
        return len(self._prints)

    def add(self, print_: bytes) -> int:
        """Appends one and gives its number."""
        self._prints.append(words_of(print_))
        self._waiting += len(self._prints[-1][0])
        if self._waiting > _TAIL:
            self.rebuild()
        return len(self) - 1

    def rebuild(self) -> None:
        """Sorts in what was appended."""
        import numpy as np

        late = range(self._sorted, len(self))
        if not late:
            return
        places = [np.flatnonzero(self._prints[number][1]) for number in late]
        self._words = np.concatenate((self._words, *(self._prints[n][0][at] for n, at in zip(late, places, strict=True))))
        self._of = np.concatenate((self._of, *(np.full(len(at), n, np.int32) for n, at in zip(late, places, strict=True))))
        self._at = np.concatenate((self._at, *(at.astype(np.int32) for at in places)))
        self._tables = tuple(_table(self._words >> shift & 0xFFFF) for shift in (0, _HALF))
        self._sorted, self._waiting = len(self), 0

    def near(self, print_: bytes) -> list[Hit]:
        """Every recording within 0.15, by number; one that was added itself is among them."""
        asked = words_of(print_)
        found: dict[int, float] = {}
        for number, offset in sorted({*self._met(asked), *self._late(asked)}):
            distance = beside(asked, self._prints[number], offset)
            if distance is not None and distance <= FARTHEST:
                found[number] = min(distance, found.get(number, 1.0))
        return [Hit(*one) for one in sorted(found.items())]

    def _met(self, asked: tuple[Words, Telling]) -> Iterator[tuple[int, int]]:
        """Recordings and how they would lie: the place of a word of theirs less that of a word of ours that it is like."""
        import numpy as np

        places = np.flatnonzero(asked[1])
        words, probes = asked[0][places], _probes()
        for shift, (starts, order) in zip((0, _HALF), self._tables, strict=False):
            values = ((words >> shift & 0xFFFF)[:, None] ^ probes[None, :]).ravel()
            begin, count = starts[values], starts[values + 1] - starts[values]
            met = order[np.repeat(begin - np.cumsum(count) + count, count) + np.arange(count.sum())]
            mine = np.repeat(np.repeat(np.arange(len(words)), len(probes)), count)
            near = np.bitwise_count(self._words[met] ^ words[mine]) <= _OFF
            met, mine = met[near], mine[near]
            yield from zip(self._of[met].tolist(), (self._at[met] - places[mine]).tolist(), strict=True)

    def _late(self, asked: tuple[Words, Telling]) -> Iterator[tuple[int, int]]:
        import numpy as np

        for number in range(self._sorted, len(self)):
            words = self._prints[number][0]
            theirs, ours = np.nonzero(np.bitwise_count(words[:, None] ^ asked[0][None, :]) <= _OFF)
            yield from ((number, offset) for offset in (theirs - ours).tolist())


def _table(values: Any) -> tuple[Any, Any]:
    """`places[starts[v] : starts[v + 1]]` are the words with the half v."""
    import numpy as np

    places = np.argsort(values.astype(np.uint16), kind="stable")
    starts = np.zeros((1 << _HALF) + 1, np.int64)
    np.cumsum(np.bincount(values, minlength=1 << _HALF), out=starts[1:])
    return starts, places


@cache
def _probes() -> Any:
    """What a half is XORed with: nothing, and one or two of its bits."""
    import numpy as np

    bits = [1 << bit for bit in range(_HALF)]
    return np.array([0, *bits, *(a | b for a, b in combinations(bits, 2))], np.uint32)
