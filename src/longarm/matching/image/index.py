"""Exact search among PDQ hashes: every one within 31 bits is found, whatever the index holds (recall 1.0 is a theorem).
Long: the tables, how they are laid and how they are asked stand or fall together.

Sixteen bands of 16 bits: were each band off by two bits or more, the distance would be 32. So some band is off by at most one:
look up its value and its 16 neighbours in sixteen tables, then count bits. From 300,000 hashes on, eleven bands of 23 and 24
bits (ten off by at most two, one by at most one: 10 x 3 + 2 = 32), whose buckets hold one hash or two. What is appended
stands in a tail that is scanned, until `rebuild`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]  # four words a hash, the first bit the highest of the first word

FARTHEST: Final = 31
_MANY: Final = 300_000  # hashes, from which on eleven bands are faster
_TAIL: Final = 20_000  # hashes appended before the tables are made again
_LINE: Final = 64  # bytes that come from memory at once
_ALL_DIFFER: Final = 0x40404040  # four counts of 64
# (bits of the band, bits it may be off by), from the first bit on.
_SIXTEEN: Final = ((16, 1),) * 16
_ELEVEN: Final = ((24, 2),) * 3 + ((23, 2),) * 7 + ((23, 1),)


class Hit(NamedTuple):
    """The number of a hash, in the order it was added, and its distance."""

    number: int
    distance: int


class _Tables(NamedTuple):
    """`numbers[starts[b] : starts[b + 1]]` are the hashes of bucket b.

    `probes`: what a band's value is XORed with, for all bands one behind the other; `band` and `base` say for each probe which
    band it is of and where that band's buckets begin. `shifts` and `masks` cut a band out of the hash as one number.
    """

    shifts: tuple[int, ...]
    masks: tuple[int, ...]
    probes: Any
    band: Any
    base: Any
    starts: Any
    numbers: Any


class ImageIndex:
    """Hashes in memory, in the clear: it lives in a process that may see them, and is never written.

    `lean`: sixteen bands whatever the size, a sixth of the memory at a million, and slower.
    """

    def __init__(self, hashes: Iterable[bytes] = (), *, lean: bool = False) -> None:
        self._lean = lean
        self._all = _words(b"".join(hashes))
        self._tail: list[bytes] = []
        self._tail_words: Hashes | None = None
        self._tables: _Tables | None = None
        self.work = 0  # hashes whose bits were counted
        self.rebuild()

    def __len__(self) -> int:
        return len(self._all) + len(self._tail)

    def add(self, pdq: bytes) -> int:
        """Appends one hash and gives its number. After 20,000 of them the tables are made again."""
        self._tail.append(pdq)
        self._tail_words = None
        number = len(self) - 1
        if len(self._tail) >= _TAIL:
            self.rebuild()
        return number

    def rebuild(self) -> None:
        """Makes the tables of everything that was added."""
        if self._tail:
            late = _words(b"".join(self._tail))
            grown = _laid(len(self._all) + len(late))
            grown[: len(self._all)], grown[len(self._all) :] = self._all, late
            self._all, self._tail, self._tail_words = grown, [], None
        plan = _SIXTEEN if self._lean or len(self._all) < _MANY else _ELEVEN
        self._tables = _tables(self._all, plan) if len(self._all) else None

    def near(self, pdq: bytes, farthest: int = FARTHEST) -> list[Hit]:
        """Every hash within `farthest` bits (at most 31, else ValueError), by number."""
        found = (zip(numbers.tolist(), bits, strict=True) for numbers, bits in self.met(pdq, farthest))
        return sorted({Hit(*one) for some in found for one in some})

    def crowd(self, pdq: bytes) -> int:
        """How many would be looked at for this one."""
        return (_buckets(self._tables, int.from_bytes(pdq))[2] if self._tables else 0) + len(self._tail)

    def met(self, pdq: bytes, farthest: int = FARTHEST) -> Iterator[tuple[Any, list[int]]]:
        """The same as arrays of numbers and their distances, for who wants few of very many. One can stand twice."""
        if farthest > FARTHEST:
            raise ValueError("the tables are made for 31 bits")
        query = _words(pdq)
        if self._tables is not None:
            numbers = _candidates(self._tables, int.from_bytes(pdq))
            self.work += len(numbers)
            near, bits = _within(self._all.take(numbers, axis=0), query, farthest)
            yield numbers.take(near), bits
        if self._tail:
            if self._tail_words is None:
                self._tail_words = _words(b"".join(self._tail))
            self.work += len(self._tail)
            near, bits = _within(self._tail_words.copy(), query, farthest)
            yield near + len(self._all), bits

    @property
    def memory(self) -> int:
        """Bytes held in arrays."""
        tables = self._tables.starts.nbytes + self._tables.numbers.nbytes if self._tables else 0
        return int(self._all.nbytes + 32 * len(self._tail) + tables)


def _words(data: bytes) -> Hashes:
    import numpy as np

    laid = _laid(len(data) // 32)
    laid[:] = np.frombuffer(data, ">u8").reshape(-1, 4)
    return laid


def _laid(count: int) -> Hashes:
    """Room for hashes, each within one line of the cache: half of them would cross a border as numpy lays arrays."""
    import numpy as np

    room = np.empty(32 * count + _LINE, np.uint8)
    begin = -room.ctypes.data % _LINE
    return room[begin : begin + 32 * count].view(np.uint64).reshape(-1, 4)


def _within(hashes: Hashes, query: Hashes, farthest: int) -> tuple[Any, list[int]]:
    """Places and distances of those of `hashes` (overwritten) that are near. Four counts of a hash are added as one number: only
    256 does not fit, and reads 0; nobody's bits all differ who stands in a bucket, and in the tail it is asked."""
    import numpy as np

    hashes ^= query
    counts = np.bitwise_count(hashes).view(np.uint32).ravel()
    bits = (counts * np.uint32(0x01010101)) >> np.uint32(24)
    near = np.flatnonzero((bits <= farthest) & (counts != _ALL_DIFFER))
    return near, bits.take(near).tolist()


def _tables(hashes: Hashes, plan: tuple[tuple[int, int], ...]) -> _Tables:
    import numpy as np

    starts = np.zeros(sum((1 << size) + 1 for size, _ in plan), np.int32)
    numbers = np.empty(len(plan) * len(hashes), np.int32)
    offset = base = 0
    bases, shifts = [], []
    for place, (size, _) in enumerate(plan):
        values = _values(hashes, offset, size)
        order = np.argsort(values.astype(np.uint16), kind="stable").astype(np.int32)  # numpy sorts 16 bits by radix
        if size > 16:
            order = order[np.argsort((values >> 16).astype(np.uint8)[order], kind="stable")]
        numbers[place * len(hashes) : (place + 1) * len(hashes)] = order
        ordered = values[order]
        last = np.flatnonzero(np.concatenate((ordered[1:] != ordered[:-1], [True])))  # of each bucket that is not empty
        part = starts[base : base + (1 << size) + 1]
        part[ordered[last] + 1] = np.diff(last, prepend=-1)
        part[0] = place * len(hashes)
        np.cumsum(part, out=part)
        bases.append(base)
        shifts.append(256 - offset - size)
        offset, base = offset + size, base + (1 << size) + 1
    probes = [_probes(size, off) for size, off in plan]
    lengths = [len(each) for each in probes]
    return _Tables(
        shifts=tuple(shifts), masks=tuple((1 << size) - 1 for size, _ in plan), probes=np.concatenate(probes),
        band=np.repeat(np.arange(len(plan)), lengths), base=np.repeat(bases, lengths), starts=starts, numbers=numbers,
    )  # fmt: skip


def _values(hashes: Hashes, offset: int, size: int) -> Any:
    """Bits `offset` … `offset + size` of every hash."""
    import numpy as np

    first, begin = divmod(offset, 64)
    whole = hashes[:, first] << np.uint64(begin)
    if begin + size > 64:
        whole = whole | hashes[:, first + 1] >> np.uint64(64 - begin)
    return (whole >> np.uint64(64 - size)).astype(np.int32)


def _probes(size: int, off: int) -> Any:
    import numpy as np

    turned = (sum(1 << bit for bit in bits) for n in range(off + 1) for bits in combinations(range(size), n))
    return np.fromiter(turned, np.int64)


def _candidates(tables: _Tables, query: int) -> Any:
    """Numbers of every hash in a bucket that is looked at; some more than once."""
    import numpy as np

    begin, lengths, total = _buckets(tables, query)
    ends = np.cumsum(lengths, dtype=np.int32)
    places = np.repeat(begin - ends + lengths, lengths)
    places += np.arange(total, dtype=np.int32)
    return tables.numbers.take(places)


def _buckets(tables: _Tables, query: int) -> tuple[Any, Any, int]:
    """Where the buckets begin that are looked at, how many stand in each, and in all."""
    import numpy as np

    values = np.array([query >> shift & mask for shift, mask in zip(tables.shifts, tables.masks, strict=True)], np.int64)
    buckets = tables.probes ^ values.take(tables.band)
    buckets += tables.base
    begin = tables.starts.take(buckets)
    buckets += 1
    lengths = tables.starts.take(buckets) - begin
    full = np.flatnonzero(lengths)
    lengths = lengths.take(full)
    return begin.take(full), lengths, int(lengths.sum())
