"""MinHash signatures of many texts at once: one permutation, densified bins (Broder 1997; Li et al. 2012; Shrivastava 2017).

128 numbers a text, in 32 bands of 4: two texts whose shingles overlap by J meet in a band with a chance of 1-(1-J^4)^32:
0.87 at J = 0.5, 0.99 at 0.6, 1.00 at 0.7. Every text is hashed with numpy over one array of code points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from longarm.matching.text.shingles import LENGTH

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Signatures = NDArray[np.uint64]

BINS: Final = 128
ROWS: Final = 4
BANDS: Final = BINS // ROWS
WIDEST: Final = 60  # texts in one band of which all pairs are looked at
_AT_ONCE: Final = 4096  # texts in one array: a few hundred thousand letters
_ODD: Final = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xFF51AFD7ED558CCD)


def signatures(texts: Sequence[str]) -> Signatures:
    """One row of 128 numbers a text. An empty text gets a row of its own that meets no other."""
    import numpy as np

    parts = [_some(texts[i : i + _AT_ONCE]) for i in range(0, len(texts), _AT_ONCE)]
    return np.concatenate(parts) if parts else np.empty((0, BINS), np.uint64)


def band_keys(of: Signatures) -> Iterator[Any]:
    """For each band, one number a text: equal where the band's four are equal."""
    import numpy as np

    for band in range(BANDS):
        part = of[:, band * ROWS : (band + 1) * ROWS]
        key = np.full(len(of), band + 1, np.uint64)
        for column in range(ROWS):
            key = _mixed(key * np.uint64(_ODD[1]) ^ part[:, column])
        yield key


def pairs(of: Signatures, *, widest: int = WIDEST) -> set[tuple[int, int]]:
    """Pairs of rows that meet in some band, the smaller first. A band value that more than `widest` rows share gives a chain of
    neighbours instead of all pairs: such texts are passed around, and a group is enough to say so."""
    import numpy as np

    codes = []
    for keys in band_keys(of):
        order = np.argsort(keys, kind="stable").astype(np.int64)
        ordered = keys[order]
        begins = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))
        sizes = np.diff(np.concatenate((begins, [len(ordered)])))
        size = np.repeat(sizes, sizes)
        place = np.arange(len(ordered)) - np.repeat(begins, sizes)
        for step in range(1, min(widest, int(sizes.max(initial=1)) - 1) + 1):
            first = np.flatnonzero((place + step < size) & ((step == 1) | (size <= widest)))
            if not len(first):
                break
            codes.append(order[first] * len(of) + order[first + step])
    together = np.unique(np.concatenate(codes)) if codes else np.empty(0, np.int64)
    return {(code // len(of), code % len(of)) for code in together.tolist()}


def likely(of: Signatures, met: set[tuple[int, int]], least: float) -> list[tuple[int, int]]:
    """Those of `met` whose signatures agree so far that an overlap of `least` is not excluded by four standard errors."""
    import numpy as np

    ordered = np.array(sorted(met), np.int64).reshape(-1, 2)
    bound = least - 4 * (least * (1 - least) / BINS) ** 0.5
    kept = []
    for begin in range(0, len(ordered), _AT_ONCE):
        some = ordered[begin : begin + _AT_ONCE]
        kept.append(some[(of[some[:, 0]] == of[some[:, 1]]).mean(axis=1) >= bound])
    return [(int(a), int(b)) for a, b in np.concatenate(kept)] if kept else []


def _some(texts: Sequence[str]) -> Signatures:
    import numpy as np

    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    letters = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    signature = np.full((len(texts), BINS), np.iinfo(np.uint64).max, np.uint64)
    if len(letters) >= LENGTH:
        hashed = np.zeros(len(letters) - LENGTH + 1, np.uint64)
        for place in range(LENGTH):
            hashed = hashed * np.uint64(_ODD[0]) + letters[place : place + len(hashed)] * np.uint64(_ODD[place])
        hashed = _mixed(hashed)
        owner = np.repeat(np.arange(len(texts)), lengths)[: len(hashed)]
        ends = np.cumsum(lengths)[owner]
        whole = np.arange(len(hashed)) + LENGTH <= ends
        hashed, owner = hashed[whole], owner[whole]
        place_of = owner * BINS + (hashed >> np.uint64(57)).astype(np.int64)
        np.minimum.at(signature.ravel(), place_of, hashed & np.uint64((1 << 57) - 1))
    return _filled(signature)


def _filled(signature: Signatures) -> Signatures:
    """An empty bin takes the value of a full one, found by a walk that is the same for every text (optimal densification)."""
    import numpy as np

    empty = signature == np.iinfo(np.uint64).max
    nothing = empty.all(axis=1)
    signature[nothing] = np.arange(len(signature), dtype=np.uint64)[nothing, None] | np.uint64(1 << 60)
    empty[nothing] = False
    full = ~empty
    rows, bins = np.nonzero(empty)
    attempt = 0
    source = bins.copy()
    open_ = np.ones(len(rows), bool)
    while open_.any() and attempt < 4096:
        attempt += 1
        tried = _mixed((bins[open_].astype(np.uint64) * np.uint64(_ODD[2])) + np.uint64(attempt)) >> np.uint64(57)
        source[open_] = tried.astype(np.int64)
        open_[open_] = ~full[rows[open_], source[open_]]
    signature[rows, bins] = signature[rows, source]
    return signature


def _mixed(value: Any) -> Any:
    """The finaliser of MurmurHash3, 64 bits: for bins, not for secrets."""
    import numpy as np

    value = value ^ (value >> np.uint64(33))
    value = value * np.uint64(0xFF51AFD7ED558CCD)
    value = value ^ (value >> np.uint64(33))
    value = value * np.uint64(0xC4CEB9FE1A85EC53)
    return value ^ (value >> np.uint64(33))
