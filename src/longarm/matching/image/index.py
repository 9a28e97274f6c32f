"""Exact search among PDQ hashes: every one within 31 bits is found, whatever the index holds (recall 1.0 is a theorem).

Sixteen bands of 16 bits: were each band off by two bits or more, the distance would be 32. So some band is off by at most one:
look up its value and its 16 neighbours in sixteen tables, then count bits. From 300,000 hashes on, eleven bands of 23 and 24
bits (ten off by at most two, one by at most one: 10 x 3 + 2 = 32), whose buckets hold one hash or two. What is appended
stands in a tail that is scanned, until `rebuild`.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]  # four words a hash, the first bit the highest of the first word

FARTHEST: Final = 31
_MANY: Final = 300_000  # hashes, from which on eleven bands are faster
_TAIL: Final = 20_000  # hashes appended before the tables are made again
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

    `lean`: sixteen bands whatever the size, a sixth of the memory and a third of the speed at a million.
    """

    def __init__(self, hashes: Iterable[bytes] = (), *, lean: bool = False) -> None:
        self._lean = lean
        self._all = _words(b"".join(hashes))
        self._tail: list[bytes] = []
        self._tail_words: Hashes | None = None
        self._tables: _Tables | None = None
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
        import numpy as np

        if self._tail:
            self._all = np.concatenate((self._all, _words(b"".join(self._tail))))
            self._tail, self._tail_words = [], None
        plan = _SIXTEEN if self._lean or len(self._all) < _MANY else _ELEVEN
        self._tables = _tables(self._all, plan) if len(self._all) else None

    def near(self, pdq: bytes, farthest: int = FARTHEST) -> list[Hit]:
        """Every hash within `farthest` bits (at most 31, else ValueError), by number."""
        import numpy as np

        if farthest > FARTHEST:
            raise ValueError("the tables are made for 31 bits")
        query = _words(pdq)
        found: set[Hit] = set()
        if self._tables is not None:
            numbers = _candidates(self._tables, query)
            bits = np.bitwise_count(self._all[numbers] ^ query).sum(axis=1, dtype=np.int64)
            near = np.flatnonzero(bits <= farthest)
            found.update(map(Hit, numbers[near].tolist(), bits[near].tolist()))
        if self._tail:
            if self._tail_words is None:
                self._tail_words = _words(b"".join(self._tail))
            bits = np.bitwise_count(self._tail_words ^ query).sum(axis=1, dtype=np.int64)
            near = np.flatnonzero(bits <= farthest)
            found.update(map(Hit, (near + len(self._all)).tolist(), bits[near].tolist()))
        return sorted(found)

    @property
    def memory(self) -> int:
        """Bytes held in arrays."""
        tables = self._tables.starts.nbytes + self._tables.numbers.nbytes if self._tables else 0
        return int(self._all.nbytes + 32 * len(self._tail) + tables)


def _words(data: bytes) -> Hashes:
    import numpy as np

    return np.frombuffer(data, ">u8").astype(np.uint64).reshape(-1, 4)


def _tables(hashes: Hashes, plan: tuple[tuple[int, int], ...]) -> _Tables:
    import numpy as np

    starts = np.empty(sum((1 << size) + 1 for size, _ in plan), np.int32)
    numbers = np.empty(len(plan) * len(hashes), np.int32)
    offset = base = 0
    bases, shifts = [], []
    for place, (size, _) in enumerate(plan):
        values = _values(hashes, offset, size)
        low = np.argsort(values.astype(np.uint16), kind="stable")  # numpy sorts 16 bits by radix
        order = low[np.argsort((values >> 16).astype(np.uint8)[low], kind="stable")] if size > 16 else low
        numbers[place * len(hashes) : (place + 1) * len(hashes)] = order
        ends = np.cumsum(np.bincount(values, minlength=1 << size))
        starts[base] = place * len(hashes)
        starts[base + 1 : base + 1 + (1 << size)] = ends + place * len(hashes)
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


def _candidates(tables: _Tables, query: Hashes) -> Any:
    """Numbers of every hash in a bucket that is looked at; some more than once."""
    import numpy as np

    whole = int.from_bytes(query.astype(">u8").tobytes())
    values = np.array([whole >> shift & mask for shift, mask in zip(tables.shifts, tables.masks, strict=True)], np.int64)
    buckets = (tables.probes ^ values[tables.band]) + tables.base
    begin = tables.starts[buckets]
    lengths = tables.starts[buckets + 1] - begin
    full = np.flatnonzero(lengths)
    begin, lengths = begin[full], lengths[full]
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    return tables.numbers[np.repeat(begin - ends + lengths, lengths) + np.arange(total, dtype=np.int64)]
