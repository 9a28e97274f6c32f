"""Recordings near a given one, without comparing all: every one within 0.15 is found (recall 1.0 is a theorem).
Long: the tables, how they are laid and how they are asked stand or fall together.

Where 15 of 100 bits differ on average, 4.8 of a word, some pair of words differs in four at most; of its two halves of 16 bits
one then differs in two at most. So look up each half of each word, and its 136 neighbours, in two tables; what is within
four bits says how the two recordings would lie beside each other, and only there they are compared. Fingerprints are held in
memory, in the clear, for as long as somebody looks.

Recordings that repeat a second for two minutes are like each other in most of their words and in every way to lie. Who sends
thousands of them would have everything compared with everything; so one question does no more than so much work, begins with
the words that are rarest, and with the ways to lie that most words speak for. Only beyond that the theorem ends.
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
MOST_WORK: Final = 40_000_000  # pairs of words for one question; two thousand recordings of two minutes of speech take 30 million


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
        self.work = 0  # pairs of words that were looked at
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

    def near(self, print_: bytes, most: int = MOST_WORK) -> list[Hit]:
        """Every recording within 0.15, by number; one that was added itself is among them. `most`: see `MOST_WORK`."""
        asked = words_of(print_)
        found: dict[int, float] = {}
        for number, distance in (*self._within(asked, most), *self._late(asked)):
            if distance <= FARTHEST:
                found[number] = min(distance, found.get(number, 1.0))
        return [Hit(*one) for one in sorted(found.items())]

    def _within(self, asked: tuple[Words, Telling], most: int) -> Iterator[tuple[int, float]]:
        """As `beside`, for all ways to lie that were met, some at a time."""
        import numpy as np

        words, tells = asked
        numbers, offsets = self._met(asked, most)
        own = np.count_nonzero(tells)
        step = max(1, _AT_ONCE // max(1, len(words)))
        self.work += len(numbers) * len(words)
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

    def _met(self, asked: tuple[Words, Telling], most: int) -> tuple[Any, Any]:
        """Recordings and how they would lie: the place of a word of theirs less that of a word of ours that it is like."""
        import numpy as np

        if not self._tables or not asked[1].any():
            return np.empty(0, np.int64), np.empty(0, np.int64)
        places = np.flatnonzero(asked[1])
        words, probes = asked[0][places], _probes()
        values = [(words >> shift & 0xFFFF)[:, None] ^ probes[None, :] for shift in (0, _HALF)]
        counts = sum((starts[of + 1] - starts[of]).sum(axis=1) for of, (starts, _) in zip(values, self._tables, strict=True))
        rarest = np.argsort(counts, kind="stable")
        until = np.cumsum(counts[rarest])
        rarest = rarest[: np.searchsorted(until, most, side="right")]
        self.work += int(until[len(rarest) - 1]) if len(rarest) else 0
        span = len(asked[0])
        bases = self._first[:-1] + span * np.arange(self._sorted)  # a number for each way that each can lie
        some = np.split(rarest, np.flatnonzero(np.diff(until[: len(rarest)] // _AT_ONCE)) + 1)
        met = (
            bases[recordings] + offsets + span - 1
            for recordings, offsets in (self._ways(words, places, values, one) for one in some)
        )
        if len(some) == 1:
            ways, often = np.unique(next(met), return_counts=True)
        else:
            all_often = np.zeros(int(self._first[-1]) + span * self._sorted, np.int64)
            for numbers in met:
                all_often += np.bincount(numbers, minlength=len(all_often))
            ways = np.flatnonzero(all_often)
            often = all_often[ways]
        if len(ways) > (room := max(1, most // span)):
            ways = np.sort(ways[np.argsort(-often, kind="stable")[:room]])
        recordings = np.searchsorted(bases, ways, side="right") - 1
        return recordings, ways - bases[recordings] - span + 1

    def _ways(self, words: Words, places: Any, values: list[Any], some: Any) -> tuple[Any, Any]:
        import numpy as np

        recordings, offsets = [], []
        for of, (starts, order) in zip(values, self._tables, strict=True):
            those = of[some].ravel()
            begin, count = starts[those], starts[those + 1] - starts[those]
            met = order[np.repeat(begin - np.cumsum(count) + count, count) + np.arange(count.sum())]
            mine = np.repeat(np.repeat(some, of.shape[1]), count)
            near = np.bitwise_count(self._all[self._at[met]] ^ words[mine]) <= _OFF
            met, mine = met[near], mine[near]
            recordings.append(self._of[met])
            offsets.append(self._at[met] - self._first[self._of[met]] - places[mine])
        return np.concatenate(recordings), np.concatenate(offsets)

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
