"""Evidence items as the rows that `settings` scores: keyed hashes in the place of identifiers and of shingles, days as numbers.

Pictures stand there as their hashes, which can be turned back into something like the picture: whoever runs this at scale
holds content, and keeps the tables where exhibits may lie.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from longarm.matching.groups import Group
from longarm.matching.item import Item
from longarm.matching.text.shingles import shingles
from longarm.matching.token_index import token, tokens_of

_BANDS: Final = 16  # of a picture's hash, of 16 bits: at 31 bits off one of them is off by at most one
COLUMNS: Final = {  # name and type, in words that DuckDB and Spark share
    "unique_id": "BIGINT", "of_case": "STRING", "what": "STRING", "facet": "STRING", "blocks": "BIGINT[]", "cases": "INT",
    "first": "INT", "last": "INT", "unsure": "BOOLEAN", "rented": "BOOLEAN", "shingles": "BIGINT[]", "pdq": "BIGINT[]",
    "turned": "BIGINT[]",
}  # fmt: skip


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """`blocks`: an item is compared with those of its kind that share one. `cases`: how many have the key, or hang together as
    near to it. `first`, `last`: days since year 1. `pdq`: four signed words of 64 bits; `turned`: the seven other turnings."""

    unique_id: int
    of_case: str
    what: str
    facet: str
    blocks: list[int]
    cases: int
    first: int | None
    last: int | None
    unsure: bool
    rented: bool
    shingles: list[int] | None
    pdq: list[int] | None
    turned: list[int] | None


def rows(items: Iterable[Item], groups: Iterable[Group], secret: bytes) -> Iterator[Row]:
    """One row an item of a suspect or his helper. `groups` are those of the same items, for how many cases have a key."""
    having = {item: len(group.cases) for group in groups for item in group.items}
    for number, item in enumerate(item for item in items if item.role in ("suspect", "intermediary")):
        words, seen, used = item.words, item.picture, item.period
        cut = sorted(shingles(words.normal)) if words else ()
        turned = [word for form in seen.variants for word in _words(form)] if seen else []
        yield Row(
            unique_id=number, of_case=item.case, what=item.what, facet=item.facet, blocks=blocks(item, secret),
            cases=having.get(item, 1), first=used.first.toordinal() if used else None,
            last=used.last.toordinal() if used else None, unsure=item.certainty == "low", rented=item.rented,
            shingles=[signed(token(secret, "shingle", one)) for one in cut] if words else None,
            pdq=_words(seen.pdq) if seen else None, turned=turned or None,
        )  # fmt: skip


def blocks(item: Item, secret: bytes) -> list[int]:
    """The key; of a text its 32 bands; of a picture, in every turning, 16 bands with each bit turned once: two pictures within 31
    bits share one for certain."""
    if item.picture is None:
        return sorted({signed(one) for one in tokens_of(item, secret)})
    found = set()
    for pdq in (item.picture.pdq, *item.picture.variants):
        for band in range(_BANDS):
            value = int.from_bytes(pdq[2 * band : 2 * band + 2])
            found |= {band << 16 | value, *(band << 16 | value ^ 1 << bit for bit in range(16))}
    return sorted(found)


def signed(number: int) -> int:
    """64 bits as databases hold them."""
    return number - (1 << 64) if number >> 63 else number


def _words(pdq: bytes) -> list[int]:
    return [signed(int.from_bytes(pdq[at : at + 8])) for at in range(0, 32, 8)]
