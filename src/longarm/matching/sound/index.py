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

from longarm.matching.sound.near import BITS, COVERED, FARTHEST, LEAST, NOTHING, beside, words_of

if TYPE_CHECKING:
    from longarm.matching.sound.near import Telling, Words

_OFF: Final = int(FARTHEST * BITS)  # bits of one word
_HALF: Final = 16
_TAIL: Final = 50_000  # words appended before the tables are made again
_AT_ONCE: Final = 1_000_000  # pairs of words that are compared at once


class Hit(NamedTuple):
    """The number of a recording, in the order it was added, and its distance."""

    number: int
    distance: float


class SoundIndex:
    """Fingerprints in memory, in the clear: it lives in a process that may see them, and is never written."""

    def __init__(self, prints: Iterable[bytes] = ()) -> None:
        import numpy as np

        self._prints: list[tuple[Words, Telling]] = []
        self._all: Any = np.empty(0, np.uint32)  # every word, one recording behind the other
        self._first: Any = np.zeros(1, np.int64)  # where each recording begins there, and the end
        self._telling: Any = np.empty(0, np.int64)  # how many words of each say something
        self._of: Any = np.empty(0, np.int64)  # of each word that says something: its recording
        self._at: Any = np.empty(0, np.int64)  # and where it stands among all
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

        if self._sorted == len(self):
            return
        self._all = np.concatenate([words for words, _ in self._prints])
        self._first = np.cumsum([0, *(len(words) for words, _ in self._prints)])
        self._telling = np.array([np.count_nonzero(tells) for _, tells in self._prints])
        self._at = np.flatnonzero(np.concatenate([tells for _, tells in self._prints]))
        self._of = np.repeat(np.arange(len(self)), self._telling)
        words = self._all[self._at]
        self._tables = tuple(_table(words >> shift & 0xFFFF) for shift in (0, _HALF))
        self._sorted, self._waiting = len(self), 0

    def near(self, print_: bytes) -> list[Hit]:
        """Every recording within 0.15, by number; one that was added itself is among them."""
        asked = words_of(print_)
        found: dict[int, float] = {}
        for number, distance in (*self._within(asked), *self._late(asked)):
            if distance <= FARTHEST:
                found[number] = min(distance, found.get(number, 1.0))
        return [Hit(*one) for one in sorted(found.items())]

    def _within(self, asked: tuple[Words, Telling]) -> Iterator[tuple[int, float]]:
        """As `beside`, for all ways to lie that were met, some at a time."""
        import numpy as np

        words, tells = asked
        numbers, offsets = self._met(asked)
        own = np.count_nonzero(tells)
        step = max(1, _AT_ONCE // max(1, len(words)))
        for begin in range(0, len(numbers), step):
            those, moved = numbers[begin : begin + step], offsets[begin : begin + step]
            place = moved[:, None] + np.arange(len(words))[None, :]
            first, end = self._first[those], self._first[those + 1]
            inside = (place >= 0) & (place < (end - first)[:, None])
            theirs = self._all[np.where(inside, place + first[:, None], 0)]
            both = inside & (theirs != NOTHING) & tells[None, :]
            covered = both.sum(axis=1)
            differing = np.where(both, np.bitwise_count(theirs ^ words[None, :]), 0).sum(axis=1, dtype=np.int64)
            enough = covered >= np.maximum(LEAST, COVERED * np.minimum(own, self._telling[those]))
            distances = differing[enough] / (BITS * covered[enough])
            yield from zip(those[enough].tolist(), distances.tolist(), strict=True)

    def _met(self, asked: tuple[Words, Telling]) -> tuple[Any, Any]:
        """Recordings and how they would lie: the place of a word of theirs less that of a word of ours that it is like."""
        import numpy as np

        places = np.flatnonzero(asked[1])
        words, probes = asked[0][places], _probes()
        found = [np.empty(0, np.int64)]
        for shift, (starts, order) in zip((0, _HALF), self._tables, strict=False):
            values = ((words >> shift & 0xFFFF)[:, None] ^ probes[None, :]).ravel()
            begin, count = starts[values], starts[values + 1] - starts[values]
            met = order[np.repeat(begin - np.cumsum(count) + count, count) + np.arange(count.sum())]
            mine = np.repeat(np.repeat(np.arange(len(words)), len(probes)), count)
            near = np.bitwise_count(self._all[self._at[met]] ^ words[mine]) <= _OFF
            met, mine = met[near], mine[near]
            offset = self._at[met] - self._first[self._of[met]] - places[mine]
            found.append((self._of[met] << _HALF) + offset + (1 << _HALF - 1))  # one number of the two
        ways = np.unique(np.concatenate(found))
        return ways >> _HALF, (ways & (1 << _HALF) - 1) - (1 << _HALF - 1)

    def _late(self, asked: tuple[Words, Telling]) -> Iterator[tuple[int, float]]:
        import numpy as np

        for number in range(self._sorted, len(self)):
            late = self._prints[number]
            theirs, ours = np.nonzero(np.bitwise_count(late[0][:, None] ^ asked[0][None, :]) <= _OFF)
            for offset in np.unique(theirs - ours).tolist():
                distance = beside(asked, late, offset)
                if distance is not None:
                    yield number, distance


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
