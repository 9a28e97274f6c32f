"""Items brought together: those with one key, and those whose texts, pictures or recordings are near. No two cases are compared
that share nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

import msgspec

from longarm.matching.components import Components
from longarm.matching.image.index import ImageIndex
from longarm.matching.item import Facet, Item
from longarm.matching.sound.index import MOST_WORK, SoundIndex
from longarm.matching.text.minhash import likely, signatures
from longarm.matching.text.minhash import pairs as meeting
from longarm.matching.text.shingles import overlap, shingles

LEAST_SHARE: Final = 0.5  # of shingles that two texts must have in common
_NEAREST: Final = 3  # recordings of two cases that are like each other, beside those of the same bytes
_SOUND_WORK: Final = 400_000_000  # pairs of words for all together: a third of a minute
_LEAST_WORK: Final = 500_000  # and for one
_Nearest = set[tuple[float, int, int]]


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Items that are one identifier, or hang together as near pictures or texts (`near`: their pairs). `used` are the items of a
    suspect or his helper, `cases` the cases of those."""

    facet: Facet
    key: str
    items: tuple[Item, ...]
    used: tuple[Item, ...]
    cases: tuple[str, ...]
    near: tuple[tuple[Item, Item], ...] | None = None

    @property
    def name(self) -> str:
        return f"{self.facet} {self.key}"

    def pairs(self) -> Iterable[tuple[Item, Item]]:
        """Pairs of items of different cases."""
        if self.near is not None:
            return self.near
        return ((one, other) for one, other in combinations(self.used, 2) if one.case != other.case)


def groups_of(items: Iterable[Item]) -> tuple[Group, ...]:
    """Groups of two cases or more, in a fixed order."""
    keyed: dict[tuple[Facet, str], list[Item]] = defaultdict(list)
    near: dict[Facet, list[Item]] = {"text": [], "image": [], "voice": []}
    for item in items:
        (near[item.facet] if item.facet in near else keyed[item.facet, item.key]).append(item)
    found = [
        _group(facet, key, tuple(sorted(many, key=_order)))
        for (facet, key), many in keyed.items()
        if len({item.case for item in many}) > 1
    ]
    found += _near("text", near["text"], _texts) + _near("image", near["image"], _images) + _near("voice", near["voice"], _sounds)
    return tuple(sorted(found, key=lambda group: (group.facet, group.key)))


def _near(facet: Facet, items: list[Item], look: object) -> list[Group]:
    """Near pairs of different cases, gathered into groups that hang together, each named by its smallest key."""
    ordered = sorted((item for item in items if item.role in ("suspect", "intermediary")), key=_order)
    close = [(a, b) for a, b in look(ordered) if ordered[a].case != ordered[b].case]  # type: ignore[operator]
    together = Components(len(ordered))
    for a, b in close:
        together.join(a, b)
    pairs: dict[int, list[tuple[Item, Item]]] = defaultdict(list)
    for a, b in sorted(close):
        pairs[together.root(a)].append((ordered[a], ordered[b]))
    made = []
    for those in pairs.values():
        members = tuple(sorted({item for pair in those for item in pair}, key=_order))
        made.append(_group(facet, min(item.key for item in members), members, tuple(those)))
    return made


def _group(facet: Facet, key: str, items: tuple[Item, ...], near: tuple[tuple[Item, Item], ...] | None = None) -> Group:
    used = tuple(item for item in items if item.role in ("suspect", "intermediary"))
    return Group(facet=facet, key=key, items=items, used=used, cases=tuple(sorted({item.case for item in used})), near=near)


def _texts(items: Sequence[Item]) -> list[tuple[int, int]]:
    words = [item.words.normal if item.words else "" for item in items]
    signed = signatures(words)
    met = likely(signed, meeting(signed), LEAST_SHARE)
    cut = [shingles(text) for text in words]
    return sorted((a, b) for a, b in met if overlap(cut[a], cut[b]) >= LEAST_SHARE)


def _images(items: Sequence[Item]) -> list[tuple[int, int]]:
    seen = [item.picture for item in items]
    index = ImageIndex((one.pdq if one else bytes(32) for one in seen), lean=True)
    found: set[tuple[int, int]] = set()
    for number, picture in enumerate(seen):
        for form in (picture.pdq, *picture.variants) if picture else ():
            found.update((min(number, hit.number), max(number, hit.number)) for hit in index.near(form) if hit.number != number)
    return sorted(found)


def _sounds(items: Sequence[Item]) -> list[tuple[int, int]]:
    """Those of one key, and those whose fingerprints are near: of two cases the nearest few, more say nothing more. Where
    thousands that repeat themselves are too much work, each is compared with less, and at last none any more."""
    same: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        same[item.key].append(number)
    found = {pair for numbers in same.values() for pair in combinations(numbers, 2)}
    heard = [number for number, item in enumerate(items) if item.print]
    index, near = SoundIndex(items[number].print for number in heard), defaultdict[tuple[str, str], _Nearest](set)
    most = min(MOST_WORK, max(_LEAST_WORK, _SOUND_WORK // max(1, len(heard))))
    for number in heard if len(heard) > 1 else ():
        if index.work > _SOUND_WORK:
            break
        for hit in index.near(items[number].print, most):
            one, other = sorted((number, heard[hit.number]))
            cases = (items[one].case, items[other].case)
            if cases[0] != cases[1] and items[one].key != items[other].key:
                near[cases].add((hit.distance, one, other))
                if len(near[cases]) > _NEAREST:
                    near[cases].remove(max(near[cases]))
    return sorted(found | {(one, other) for those in near.values() for _, one, other in those})


def _order(item: Item) -> tuple[str, str, str, str]:
    return (item.case, item.what, item.key, item.person or "")
