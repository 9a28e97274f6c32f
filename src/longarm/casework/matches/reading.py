"""The cases around one case, for matching: those of the actor's keys that hang together with it by tags, pictures, recordings
or judgements.
Long: each of these leads to neighbours in its own way.

Opened in the memory of one request and forgotten with it; nothing of it is kept between two looks. A case whose comparison was
not agreed to stands alone, and no other case comes upon it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple
from uuid import UUID

import msgspec
from django.db.models import Count

from longarm.case.model import Case as CaseFile
from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, open_for, open_with_key
from longarm.casework.cases import case_at
from longarm.casework.matches.agreed import agreed
from longarm.casework.matches.judging import Verdict, verdicts_of
from longarm.casework.matches.named import THEIRS, tag_of
from longarm.casework.matches.seen import Shown, prints_in, seen_in, shown_in
from longarm.casework.proof.exhibits import NEVER_OPENED
from longarm.keys import case as case_keys
from longarm.matching.item import Item, Picture, Sound
from longarm.store.models import Case, CaseKey, Named, Seen, SeenSounds, SeenTag

LIVE: Final = (Case.Stage.RECEIVED, Case.Stage.OPEN, Case.Stage.CLOSED)
MOST_CASES: Final = 100  # opened for one look
MOST_PICTURED: Final = 1000  # exhibits with pictures that one look compares, the newest
MOST_SOUNDING: Final = 1000  # and exhibits with recordings, as long as they hold no more than so many
MOST_WORDS: Final = 2_000_000  # words of fingerprints, seventy hours of sound
MOST_SHARING: Final = 50  # cases under one tag: above, it is shared by many and leads to none of them
# Which tag an item's key has in the blind index; the weaker keys (`~`) have their own.
KINDS: Final = {
    "phone": "phone", "account": "account", "handle": "account", "email": "email", "payment_handle": "payment_handle",
    "wallet": "wallet", "iban": "iban", "url": "url", "imei": "imei",
}  # fmt: skip
MOST_PICTURE_WORK: Final = 200_000_000  # hashes of pictures whose bits are counted: some five seconds
MOST_SOUND_WORK: Final = 400_000_000  # pairs of words of recordings: a third of a minute
_AT_ONCE: Final = 500  # tags in one query


class Known(NamedTuple):
    """A case, opened, its file, and what its exhibits show, by code."""

    opened: OpenCase
    file: CaseFile
    seen: dict[str, Shown]


class Around(NamedTuple):
    """`cut`: more hangs together than one look opens. `verdicts`: every judgement of these cases, the oldest first."""

    cases: dict[UUID, Known]
    items: tuple[Item, ...]
    verdicts: tuple[Verdict, ...]
    cut: bool


def around(actor: Actor, case: UUID, otherwise: str = "casework-no-such-case") -> Around:
    """The part of the actor's cases that hangs together with `case`. Raises NotFound as `open_for` does."""
    opened = open_for(actor, case, otherwise)
    cases = {case: _known(opened)}
    if not agreed(opened):
        return Around(cases, (), (), False)
    items = {case: items_in(cases[case])}
    verdicts: dict[tuple[str, ...], Verdict] = {}
    pictures: Pictured | None = None
    sounding: Sounding | None = None
    front = [case]
    cut = False
    while front and not cut:
        tags = dict.fromkeys((*tags_of(front), *_of_the_other_side(item for one in front for item in items[one])))
        found: dict[UUID, None] = dict.fromkeys(_by_tags(actor, list(tags)))
        for one in front:
            known = cases[one]
            if any(shown.pictures for shown in known.seen.values()):
                pictures = pictures or Pictured(actor)
                found.update(dict.fromkeys(pictures.near(known.seen)))
            if any(shown.prints for shown in known.seen.values()):
                sounding = sounding or Sounding(actor)
                found.update(dict.fromkeys(sounding.near(known.seen)))
            for verdict in verdicts_of(known.opened):
                verdicts[verdict.mark] = verdict
                found.update(dict.fromkeys(verdict.between))
        front = []
        for opened in _opened(actor, [other for other in found if other not in cases]):
            if len(cases) >= MOST_CASES:
                cut = True
                break
            if agreed(opened):
                cases[opened.id] = _known(opened)
                items[opened.id] = items_in(cases[opened.id])
                front.append(opened.id)
    cut = cut or (sounding is not None and sounding.cut) or (pictures is not None and pictures.cut)
    all_items = tuple(item for many in items.values() for item in many)
    return Around(cases, all_items, tuple(sorted(verdicts.values(), key=lambda one: one.at)), cut)


def items_in(known: Known) -> tuple[Item, ...]:
    """The items of a case, under its id: two cases may carry one reference."""
    from longarm.law.load import load
    from longarm.matching.items import items_of
    from longarm.matching.official import official_numbers
    from longarm.signals.trace import trace_case

    file = msgspec.structs.replace(known.file, reference=str(known.opened.id))
    pictures: dict[str, list[Picture]] = {}
    for code, shown in known.seen.items():
        for met in shown.pictures:
            pictures.setdefault(place_of(code, met.number), []).append(met.picture)
    sounds = {
        f"{code}/s{at}": (Sound(digest, shown.prints.get(digest, b"")),)
        for code, shown in known.seen.items()
        for at, digest in enumerate(shown.sounds)
    }
    return items_of(
        file,
        trace_case(file, load()),
        texts={code: shown.texts for code, shown in known.seen.items()},
        images=pictures,
        voices=sounds,
        official=official_numbers(load()),
    )


def place_of(code: str, number: int | None) -> str:
    """Where a picture is: `E0002`, or the fourth file of the archive `E0001`, `E0001/3`: a threat beside it is another thing."""
    return code if number is None else f"{code}/{number}"


def tags_of(cases: Iterable[UUID]) -> Iterator[bytes]:
    those = list(cases)
    yield from (bytes(tag) for tag in Named.objects.filter(case_id__in=those).values_list("tag", flat=True))
    seen = SeenTag.objects.filter(seen__exhibit__case_id__in=those)
    yield from (bytes(tag) for tag in seen.values_list("tag", flat=True))


def _of_the_other_side(items: Iterable[Item]) -> Iterator[bytes]:
    """The number that this case knows in a suspect's hand, in another in the harmed side's, and the other way round: it then
    joins nothing, and that is to be seen."""
    for item in items:
        if kind := KINDS.get(item.facet, item.facet if "~" in item.facet else None):
            yield tag_of(kind, item.key, theirs=item.role not in THEIRS)


def _by_tags(actor: Actor, all_tags: list[bytes]) -> Iterator[UUID]:
    mine = {"keys__user_id": actor.user, "stage__in": LIVE}
    for first in range(0, len(all_tags), _AT_ONCE):
        tags = all_tags[first : first + _AT_ONCE]
        for table, case in ((Named, "case"), (SeenTag, "seen__exhibit__case")):
            rows: Any = table.objects.filter(tag__in=tags, **{f"{case}__{name}": value for name, value in mine.items()})
            crowded = rows.values("tag").annotate(number=Count(case, distinct=True)).filter(number__gt=MOST_SHARING)
            shared = [bytes(tag) for tag in crowded.values_list("tag", flat=True)]
            yield from (rows.exclude(tag__in=shared) if shared else rows).values_list(f"{case}_id", flat=True).distinct()


def _opened(actor: Actor, cases: list[UUID]) -> Iterator[OpenCase]:
    """Those whose key the actor holds, in a fixed order."""
    keys = CaseKey.objects.filter(user_id=actor.user, case_id__in=cases, case__stage__in=LIVE).select_related("case")
    for row in keys.order_by("case__made_at", "case_id"):
        yield open_with_key(row.case, case_keys.open_with(actor.private, str(row.case_id), row.sealed))


def _known(opened: OpenCase) -> Known:
    return Known(opened, case_at(opened).case, seen_in(opened))


class Pictured:
    """The pictures of all the actor's cases, in an exact index, for as long as one look takes."""

    def __init__(self, actor: Actor) -> None:
        from longarm.matching.image.index import ImageIndex

        rows = Seen.objects.filter(
            pictures__gt=0, exhibit__case__keys__user_id=actor.user, exhibit__case__stage__in=LIVE
        ).exclude(exhibit__state__in=NEVER_OPENED)
        newest = list(rows.order_by("-exhibit__received_at").select_related("exhibit", "sounds")[:MOST_PICTURED])
        opened = {one.id: one for one in _opened(actor, list({row.exhibit.case_id for row in newest}))}
        self._cases: list[UUID] = []
        hashes: list[bytes] = []
        for row in newest:
            if row.exhibit.case_id in opened:
                for met in shown_in(opened[row.exhibit.case_id], row).pictures:
                    self._cases.append(row.exhibit.case_id)
                    hashes.append(met.picture.pdq)
        self._index = ImageIndex(hashes, lean=True)
        self.cut = False

    def near(self, seen: dict[str, Shown]) -> Iterator[UUID]:
        """The cases that hold a picture near one of these, turned and mirrored ones included; after `MOST_PICTURE_WORK` in one
        look none, and `cut`."""
        for shown in seen.values():
            for met in shown.pictures:
                for form in (met.picture.pdq, *met.picture.variants):
                    if self._index.work > MOST_PICTURE_WORK:
                        self.cut = True
                        return
                    for numbers, _ in self._index.met(form):
                        yield from dict.fromkeys(self._cases[number] for number in numbers.tolist())


class Sounding:
    """The recordings of all the actor's cases, in an exact index, for as long as one look takes."""

    def __init__(self, actor: Actor) -> None:
        from longarm.matching.sound.index import SoundIndex

        rows = SeenSounds.objects.filter(
            seen__exhibit__case__keys__user_id=actor.user, seen__exhibit__case__stage__in=LIVE
        ).exclude(seen__exhibit__state__in=NEVER_OPENED)
        newest = list(rows.order_by("-seen__exhibit__received_at").select_related("seen__exhibit")[:MOST_SOUNDING])
        opened = {one.id: one for one in _opened(actor, list({row.seen.exhibit.case_id for row in newest}))}
        self._cases: list[UUID] = []
        prints: list[bytes] = []
        left = MOST_WORDS
        for row in newest:
            if left > 0 and (case := opened.get(row.seen.exhibit.case_id)):
                for print_ in prints_in(case, row).values():
                    self._cases.append(case.id)
                    prints.append(print_)
                    left -= len(print_) // 4
        self._index = SoundIndex(prints)
        self.cut = False

    def near(self, seen: dict[str, Shown]) -> Iterator[UUID]:
        """The cases that hold a recording near one of these; after `MOST_SOUND_WORK` in one look none, and `cut`."""
        for shown in seen.values():
            for print_ in shown.prints.values():
                if self._index.work > MOST_SOUND_WORK:
                    self.cut = True
                    return
                yield from (self._cases[hit.number] for hit in self._index.near(print_))
