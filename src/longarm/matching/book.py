"""The cases of a node in memory, one added at a time: what a new report ties to, and its series, without comparing all again.
Long: what a report changes, in one place.

`around` gives exactly the items that can bear on a case, so that `links` and `series` over them say what they would say over
everything: the part that hangs together by keys, near texts, pictures and recordings. A property test holds that. Of things that
thousands of cases have, or that are a little alike in thousands, each is tied to few (`alike.py`): they join nothing anyway.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from longarm.matching.alike import TIES, Alike
from longarm.matching.image.index import ImageIndex
from longarm.matching.item import Facet, Item
from longarm.matching.link import Link, Linked
from longarm.matching.links import links
from longarm.matching.near_pairs import LEAST_SHARE, PICTURE_WORK, SOUND_WORK
from longarm.matching.sound.index import SoundIndex
from longarm.matching.text.minhash import WIDEST, band_keys, signatures
from longarm.matching.text.shingles import overlap, shingles

_OF_ONE_CASE: Final = 3  # texts of one case in one band, so that who floods a band leaves others in sight
_FORMS: Final = 8 * TIES  # turnings looked up for one hash, of its copies
_Handle = tuple[str, object]  # what cases have in common: a facet with its key, or a form


class Book:
    """Items by key; texts by band; pictures and recordings in their exact indexes. All of it can be made again from the items.

    `cut`: so many were alike that some pictures or recordings were looked up no more.
    """

    def __init__(self, items: Iterable[Item] = ()) -> None:
        self.cut = False
        self._cases: dict[str, tuple[Item, ...]] = {}
        self._keyed: dict[tuple[Facet, str], dict[str, None]] = defaultdict(dict)
        self._texts: Alike[str] = Alike()
        self._bands: dict[tuple[int, int], dict[int, None]] = defaultdict(dict)
        self._in_band: Counter[tuple[tuple[int, int], str]] = Counter()
        self._pictures: Alike[bytes] = Alike()
        self._images = ImageIndex(lean=True)
        self._asked: dict[int, set[bytes]] = defaultdict(set)  # forms of a picture that were looked up
        self._recordings: Alike[bytes] = Alike()
        self._sounds: SoundIndex | None = None
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
            if item.words:
                self._add_text(item.words.normal, case)
            elif item.picture:
                self._add_picture(item.picture.pdq, (item.picture.pdq, *item.picture.variants), case)
            elif item.facet not in ("text", "image"):
                self._keyed[item.facet, item.key][case] = None
                if item.print:
                    self._add_sound(item.print, case)

    def remove(self, case: str) -> None:
        """Forgets a case. Raises KeyError when it is not there."""
        for item in self._cases.pop(case):
            if item.words:
                if (number := self._texts.remove(item.words.normal, case)) is not None:
                    for band in _bands(item.words.normal):
                        self._bands[band].pop(number, None)
                        self._in_band[band, case] -= 1
            elif item.picture:
                if (number := self._pictures.remove(item.picture.pdq, case)) is not None:
                    self._asked.pop(number, None)
            elif item.facet not in ("text", "image"):
                self._keyed[item.facet, item.key].pop(case, None)
                if item.print:
                    self._recordings.remove(item.print, case)

    def around(self, case: str, *, most: int = 20_000) -> tuple[Item, ...]:
        """All items of the cases that hang together with `case`, itself included. Raises KeyError for an unknown case; stops
        at `most` cases, nearest first: what hangs together so far does so by shared identifiers, which join nothing."""
        seen = {case: None}
        walked: set[_Handle] = set()
        front = [case]
        while front and len(seen) < most:
            following: list[str] = []
            for one in front:
                for handle in self._handles(one):
                    if handle not in walked:
                        walked.add(handle)
                        new = [other for other in self._having(handle) if other not in seen]
                        seen.update(dict.fromkeys(new))
                        following += new
            front = list(dict.fromkeys(following))
        return tuple(item for one in sorted(seen) for item in self._cases[one])

    def links_of(self, case: str, *, most: int = 2000) -> tuple[Link, ...]:
        """The links of one case, by the cases that share something with it directly: enough to say that there is something."""
        near = dict.fromkeys(other for handle in self._handles(case) for other in self._having(handle) if other != case)
        linked = links(item for one in sorted((case, *islice(near, most))) for item in self._cases[one])
        return tuple(link for link in linked.links if case in link.between)

    def linked(self) -> Linked:
        """Everything, compared afresh."""
        return links(item for case in sorted(self._cases) for item in self._cases[case])

    def _handles(self, case: str) -> Iterator[_Handle]:
        for item in self._cases[case]:
            if item.words:
                yield "~text", item.words.normal
            elif item.picture:
                yield "~image", item.picture.pdq
            elif item.facet not in ("text", "image"):
                yield item.facet, item.key
                if item.print:
                    yield "~sound", item.print

    def _having(self, handle: _Handle) -> Iterable[str]:
        facet, key = handle
        alike: dict[str, Alike] = {"~text": self._texts, "~image": self._pictures, "~sound": self._recordings}  # type: ignore[type-arg]
        return alike[facet].around(key) if facet in alike else self._keyed[facet, key]  # type: ignore[index]

    def _add_text(self, text: str, case: str) -> None:
        number, new = self._texts.add(text, case)
        if not new:
            return
        met: Counter[int] = Counter()
        for band in _bands(text):
            met.update(islice(reversed(self._bands[band]), WIDEST))
            if self._in_band[band, case] < _OF_ONE_CASE:
                self._bands[band][number] = None
                self._in_band[band, case] += 1
        mine = shingles(text)
        self._texts.tie_first(
            number, (one for one, _ in met.most_common()), lambda other: overlap(mine, shingles(other)) >= LEAST_SHARE
        )

    def _add_picture(self, pdq: bytes, forms: tuple[bytes, ...], case: str) -> None:
        number, new = self._pictures.add(pdq, case)
        if new:
            self._images.add(pdq)
        for form in forms:
            if form in self._asked[number] or len(self._asked[number]) >= _FORMS:
                continue
            self._asked[number].add(form)
            if self._images.work > PICTURE_WORK:
                self.cut = True
                return
            for numbers, bits in self._images.met(form):
                self._pictures.tie(number, numbers, bits)

    def _add_sound(self, print_: bytes, case: str) -> None:
        number, new = self._recordings.add(print_, case)
        if not new:
            return
        self._sounds = self._sounds or SoundIndex()
        if self._sounds.work > SOUND_WORK:
            self.cut = True
        else:
            hits = self._sounds.near(print_)
            self._recordings.tie(number, [hit.number for hit in hits], [hit.distance for hit in hits])
        self._sounds.add(print_)


def _bands(text: str) -> list[tuple[int, int]]:
    return [(number, int(key[0])) for number, key in enumerate(band_keys(signatures([text])))]
