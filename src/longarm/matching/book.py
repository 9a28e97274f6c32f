"""The cases of a node in memory, one added at a time: what a new report ties to, and its series, without comparing all again.

`around` gives exactly the items that can bear on a case, so that `links` and `series` over them say what they would say over
everything: the part that hangs together by keys, near texts, pictures and recordings. A property test holds that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from longarm.matching.image.index import ImageIndex
from longarm.matching.item import Facet, Item
from longarm.matching.link import Link, Linked
from longarm.matching.links import links
from longarm.matching.near_pairs import LEAST_SHARE
from longarm.matching.sound.index import SoundIndex
from longarm.matching.text.shingles import jaccard


class Book:
    """Items by key; texts by band; pictures in the exact index. Everything here can be made again from the items."""

    def __init__(self, items: Iterable[Item] = ()) -> None:
        self._cases: dict[str, tuple[Item, ...]] = {}
        self._keyed: dict[tuple[Facet, str], dict[str, None]] = defaultdict(dict)
        self._bands: dict[tuple[int, int], list[Item]] = defaultdict(list)
        self._images = ImageIndex(lean=True)
        self._pictured: list[Item] = []
        self._sounds: SoundIndex | None = None
        self._sounding: list[Item] = []
        self._near: dict[str, dict[str, None]] = defaultdict(dict)  # cases with a near text, picture or recording
        by_case: dict[str, list[Item]] = defaultdict(list)
        for item in items:
            by_case[item.case].append(item)
        for many in by_case.values():
            self.add(many)

    def __len__(self) -> int:
        return len(self._cases)

    def add(self, items: Iterable[Item]) -> None:
        """The items of one case; what the book held of it before is replaced."""
        new = tuple(items)
        if not new:
            return
        case = new[0].case
        if case in self._cases:
            self.remove(case)
        self._cases[case] = new
        for item in new:
            if item.facet == "text":
                self._add_text(item)
            elif item.facet == "image":
                self._add_picture(item)
            else:
                self._keyed[item.facet, item.key][case] = None
                if item.print:
                    self._add_sound(item)

    def remove(self, case: str) -> None:
        """Forgets a case. Raises KeyError when it is not there."""
        for item in self._cases.pop(case):
            if item.facet == "text":
                for band in _bands(item):
                    self._bands[band] = [other for other in self._bands[band] if other.case != case]
            elif item.facet != "image":
                self._keyed[item.facet, item.key].pop(case, None)
        for other in self._near.pop(case, {}):
            self._near[other].pop(case, None)

    def around(self, case: str, *, most: int = 20_000) -> tuple[Item, ...]:
        """All items of the cases that hang together with `case`, itself included. Raises KeyError for an unknown case; stops
        at `most` cases, nearest first: what hangs together so far does so by shared identifiers, which join nothing."""
        seen = {case: None}
        front = [case]
        while front and len(seen) < most:
            following: list[str] = []
            for one in front:
                for other in self._neighbours(one):
                    if other not in seen:
                        seen[other] = None
                        following.append(other)
            front = following
        return tuple(item for one in sorted(seen) for item in self._cases[one])

    def links_of(self, case: str, *, most: int = 2000) -> tuple[Link, ...]:
        """The links of one case, by the cases that share something with it directly: enough to say that there is something."""
        near = [case, *list(self._neighbours(case))[:most]]
        linked = links(item for one in sorted(set(near)) for item in self._cases[one])
        return tuple(link for link in linked.links if case in link.between)

    def linked(self) -> Linked:
        """Everything, compared afresh."""
        return links(item for case in sorted(self._cases) for item in self._cases[case])

    def _neighbours(self, case: str) -> dict[str, None]:
        found: dict[str, None] = {}
        for item in self._cases[case]:
            found.update(self._keyed.get((item.facet, item.key), {}))
        found.update({other: None for other in self._near.get(case, {}) if other in self._cases})
        found.pop(case, None)
        return found

    def _add_text(self, item: Item) -> None:
        met: dict[Item, None] = {}
        for band in _bands(item):
            met.update(dict.fromkeys(self._bands[band]))
            self._bands[band].append(item)
        for other in met:
            if (
                other.case != item.case
                and item.words
                and other.words
                and jaccard(item.words.normal, other.words.normal) >= LEAST_SHARE
            ):
                self._meet(item.case, other.case)

    def _add_picture(self, item: Item) -> None:
        if item.picture is None:
            return
        for form in (item.picture.pdq, *item.picture.variants):
            for hit in self._images.near(form):
                if self._pictured[hit.number].case != item.case:
                    self._meet(item.case, self._pictured[hit.number].case)
        self._images.add(item.picture.pdq)
        self._pictured.append(item)

    def _add_sound(self, item: Item) -> None:
        self._sounds = self._sounds or SoundIndex()
        for hit in self._sounds.near(item.print):
            if self._sounding[hit.number].case != item.case:
                self._meet(item.case, self._sounding[hit.number].case)
        self._sounds.add(item.print)
        self._sounding.append(item)

    def _meet(self, one: str, other: str) -> None:
        self._near[one][other] = None
        self._near[other][one] = None


def _bands(item: Item) -> list[tuple[int, int]]:
    from longarm.matching.text.minhash import band_keys, signatures

    words = item.words.normal if item.words else ""
    return [(number, int(key[0])) for number, key in enumerate(band_keys(signatures([words])))]
