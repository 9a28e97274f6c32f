"""Items brought together: those with one key, and those whose texts, pictures or recordings are near. No two cases are compared
that share nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

import msgspec

from longarm.matching.components import Components
from longarm.matching.item import Facet, Item
from longarm.matching.near_pairs import images, sounds, texts


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
    found += _near("text", near["text"], texts) + _near("image", near["image"], images) + _near("voice", near["voice"], sounds)
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


def _order(item: Item) -> tuple[str, str, str, str]:
    return (item.case, item.what, item.key, item.person or "")
