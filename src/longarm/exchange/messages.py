"""A threat as tokens: the bands of its MinHash signature (`matching.text.minhash`), each of four numbers that differ.

A band that repeats one shingle is left out: it would say no more than that five letters occur, and could be tried out. What
people who never met write the same (`often`) is dropped before it leaves the node.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from longarm.exchange.token import NORMALISER, input_of
from longarm.matching.text.masked import SHORTEST
from longarm.matching.text.minhash import BANDS, ROWS, signatures

KIND: Final = "text"
TOKENS: Final = BANDS


def text_inputs(
    texts: Sequence[str], *, dropped: frozenset[bytes] = frozenset(), version: str = NORMALISER
) -> tuple[tuple[bytes, ...], ...]:
    """At most 32 inputs for each text, as it is compared (`matching.text.masked.words_of`); none for a short one."""
    found = []
    for text, row in zip(texts, signatures(texts).tolist(), strict=True):
        inputs = []
        for band in range(BANDS):
            part = row[band * ROWS : (band + 1) * ROWS]
            if len(text) >= SHORTEST and len(set(part)) == ROWS:
                inputs.append(input_of(KIND, f"{band}:{' '.join(f'{each:x}' for each in part)}", version))
        found.append(tuple(one for one in inputs if one not in dropped))
    return tuple(found)


def often(inputs: Iterable[Iterable[bytes]], most: int) -> frozenset[bytes]:
    """Inputs that more than `most` texts of this node share: copied formulas, greetings, the platform's own words."""
    counted = Counter(one for text in inputs for one in set(text))
    return frozenset(one for one, times in counted.items() if times > most)
