"""Pictures that others told of, by their hashes, met with those of a case's exhibits: in memory, for as long as one look takes.

The same rules as among cases (docs/matching.md): only where comparing was agreed to, only exhibits that may be opened, PDQ within
31 bits, turned and mirrored copies included, quality 50 or more here; of a hash that came on a list nobody knows the quality.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple
from uuid import UUID

from longarm.casework.case_keys import OpenCase
from longarm.casework.exchange.advisories.said import Said
from longarm.casework.matches.agreed import agreed
from longarm.casework.matches.named import tag_of
from longarm.casework.matches.reading import place_of
from longarm.casework.matches.seen import seen_in

HASH_BYTES: Final = 32
_QUALITY: Final = 50


class Near(NamedTuple):
    """`place`: the exhibit (`E0002`), or the fourth file of the archive it is (`E0001/3`). `bits`: 0 is the same hash."""

    place: str
    bits: int


def holds_pictures() -> bytes:
    """The tag that every advisory with pictures has beside those of its signs: by it these are found without opening all."""
    return tag_of("advisory", "holds pictures")


def hashes_of(said: Said) -> Iterator[bytes]:
    yield from (bytes.fromhex(one.value) for one in said.advisory.signs if one.kind == "picture")
    yield from (said.pictures[at : at + HASH_BYTES] for at in range(0, len(said.pictures), HASH_BYTES))


def near_in(opened: OpenCase, told: Iterable[tuple[UUID, Said]]) -> dict[UUID, tuple[Near, ...]]:
    """By advisory, which pictures of the case are near one it names, the nearest first; each place once."""
    from longarm.matching.image.index import ImageIndex

    shown = seen_in(opened) if agreed(opened) else {}
    mine = [(place_of(code, met.number), met.picture) for code, one in shown.items() for met in one.pictures]
    mine = [(place, picture) for place, picture in mine if picture.quality >= _QUALITY]
    if not mine:
        return {}
    whose: list[UUID] = []
    hashes: list[bytes] = []
    for id_, said in told:
        for pdq in hashes_of(said):
            whose.append(id_)
            hashes.append(pdq)
    index = ImageIndex(hashes, lean=True)
    found: dict[UUID, dict[str, int]] = {}
    for place, picture in mine:
        for form in (picture.pdq, *picture.variants):
            for hit in index.near(form):
                bits = found.setdefault(whose[hit.number], {})
                bits[place] = min(hit.distance, bits.get(place, hit.distance))
    return {id_: tuple(sorted((Near(*one) for one in bits.items()), key=lambda one: one.bits)) for id_, bits in found.items()}
