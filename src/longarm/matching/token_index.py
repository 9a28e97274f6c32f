"""Which cases may share something with a new one: ten million identifiers in 120 MB, none of them in the clear.

What is held is a keyed hash of 64 bits (BLAKE2b, RFC 7693, with the node's secret) and the number of a case. Whoever has the
memory but not the secret cannot ask for a telephone number. A hit is checked on the items themselves: of ten million keys a few
in a million nodes meet by chance. Texts are held by their MinHash bands; pictures stand in an `ImageIndex`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from longarm.matching.item import Item

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_TAIL: Final = 200_000  # tokens appended before the arrays are sorted again


def token(secret: bytes, facet: str, key: str) -> int:
    """The keyed hash of one key. `secret`: up to 64 bytes, the node's own."""
    return int.from_bytes(hashlib.blake2b(f"{facet}\0{key}".encode(), key=secret, digest_size=8).digest())


def tokens_of(item: Item, secret: bytes) -> tuple[int, ...]:
    """The tokens by which an item is found: one; of a text one for each band; of a picture none."""
    if item.facet == "image":
        return ()
    if item.words is None:
        return (token(secret, item.facet, item.key),)
    from longarm.matching.text.minhash import band_keys, signatures

    return tuple(token(secret, f"text{n}", str(key[0])) for n, key in enumerate(band_keys(signatures([item.words.normal]))))


class TokenIndex:
    """Tokens and case numbers in two sorted arrays and a small tail. Can be made again from what is stored, in seconds."""

    def __init__(self, tokens: NDArray[np.uint64] | Iterable[int] = (), cases: NDArray[np.int32] | Iterable[int] = ()) -> None:
        import numpy as np

        self._tokens: Any = np.array(list(tokens), np.uint64) if not isinstance(tokens, np.ndarray) else tokens.astype(np.uint64)
        self._cases: Any = np.array(list(cases), np.int32) if not isinstance(cases, np.ndarray) else cases.astype(np.int32)
        self._tail: dict[int, list[int]] = {}
        self._waiting = 0
        self._sort()

    def __len__(self) -> int:
        return len(self._tokens) + self._waiting

    def add(self, tokens: Iterable[int], case: int) -> None:
        """Appends the tokens of a case."""
        for one in tokens:
            self._tail.setdefault(one, []).append(case)
            self._waiting += 1
        if self._waiting >= _TAIL:
            self.rebuild()

    def rebuild(self) -> None:
        """Sorts the tail in."""
        import numpy as np

        pairs = [(one, case) for one, cases in self._tail.items() for case in cases]
        self._tail, self._waiting = {}, 0
        if pairs:
            self._tokens = np.concatenate((self._tokens, np.array([one for one, _ in pairs], np.uint64)))
            self._cases = np.concatenate((self._cases, np.array([case for _, case in pairs], np.int32)))
            self._sort()

    def cases(self, tokens: Iterable[int], most: int = 1000) -> dict[int, int]:
        """Cases that have one of `tokens`, with how many; a token that more than `most` cases have is passed over: a hub."""
        import numpy as np

        asked = np.array(list(tokens), np.uint64)
        begin = np.searchsorted(self._tokens, asked, "left")
        end = np.searchsorted(self._tokens, asked, "right")
        found: dict[int, int] = {}
        for one, first, last in zip(asked.tolist(), begin.tolist(), end.tolist(), strict=True):
            late = self._tail.get(one, ())
            if last - first + len(late) <= most:
                for case in (*self._cases[first:last].tolist(), *late):
                    found[case] = found.get(case, 0) + 1
        return found

    @property
    def memory(self) -> int:
        """Bytes held in arrays."""
        return int(self._tokens.nbytes + self._cases.nbytes)

    def _sort(self) -> None:
        import numpy as np

        order = np.argsort(self._tokens, kind="stable")
        self._tokens, self._cases = self._tokens[order], self._cases[order]
