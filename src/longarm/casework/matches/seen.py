"""What an exhibit shows that can be met again: threats in words, hashes of pictures and sound. Kept sealed, found by blind tags.

A threat gets a tag for each band of its MinHash signature, a recording one for its SHA-256: keyed hashes under the node's
secret. A picture gets none: its hash can be turned back into something like the picture, and a keyed hash of a part of it has
so few values that whoever holds the secret tries them all. So hashes of pictures lie under the case key alone, and are
compared only among the cases of who looks (docs/decisions/0017-pictures-without-tags.md). So do fingerprints of recordings, in
a row of their own: who takes the comparison back holds no key of the case, and the row goes all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from uuid import UUID

import msgspec

from longarm.casework.case_keys import OpenCase, field_of
from longarm.casework.matches.agreed import agreed
from longarm.casework.matches.named import tag_of
from longarm.casework.proof.exhibits import NEVER_OPENED, code_of
from longarm.casework.sandbox.looks import Met
from longarm.evidence.importers.contract import Message
from longarm.matching.item import Words
from longarm.store.models import Exhibit, Seen, SeenSounds, SeenTag

MOST_TEXTS: Final = 200  # threats of one exhibit: more is flooding, and says nothing more


class Shown(msgspec.Struct, frozen=True):
    """`sounds` are SHA-256. `unfit`: pictures that could not be decoded; `looked`: False where none could be looked at.
    `unheard`: recordings without a fingerprint, by why. `sounding`: how many had one; None where none was to be made. `prints`
    by SHA-256 are kept apart from the rest.
    """

    texts: tuple[Words, ...] = ()
    pictures: tuple[Met, ...] = ()
    sounds: tuple[str, ...] = ()
    unfit: int = 0
    looked: bool = True
    unheard: dict[str, int] = {}
    sounding: int | None = None
    prints: dict[str, bytes] = {}


class Threats:
    """Takes the threats out of messages as they pass, each wording once. Which side is whose, words tell."""

    def __init__(self) -> None:
        self._found: dict[str, Words] = {}

    def take(self, message: Message) -> None:
        """A text that breaks the comparison is left out: it is no less evidence."""
        from longarm.matching.text.masked import words_of
        from longarm.matching.text.threat import is_threat

        if not message.text or len(self._found) >= MOST_TEXTS:
            return
        try:
            words = words_of(message.text)
            if words and is_threat(words.normal):
                self._found.setdefault(words.normal, words)
        except Exception:
            return

    def result(self) -> tuple[Words, ...]:
        return tuple(self._found.values())


def keep_seen(opened: OpenCase, row: Exhibit, shown: Shown) -> None:
    """In the place of what an earlier reading kept; tags and fingerprints only where it was agreed to. Inside the transaction
    that stores the reading."""
    forget_seen(row)
    kept = Seen(exhibit=row, pictures=len(shown.pictures))
    bare = msgspec.structs.replace(shown, prints={})
    kept.seen_sealed = opened.seal(field_of(kept, "seen_sealed"), msgspec.msgpack.encode(bare))
    kept.save(force_insert=True)
    if agreed(opened):
        _tag(kept, shown)
        if shown.prints:
            sounds = SeenSounds(seen=kept)
            sounds.prints_sealed = opened.seal(field_of(sounds, "prints_sealed"), msgspec.msgpack.encode(shown.prints))
            sounds.save(force_insert=True)


def tag_again(opened: OpenCase) -> None:
    """The tags of all that its exhibits show, as it is agreed now: after cases were joined, or somebody allowed it again.
    Fingerprints that went are made again when the exhibit is read again."""
    SeenTag.objects.filter(seen__exhibit__case_id=opened.id).delete()
    if agreed(opened):
        for row in Seen.objects.filter(exhibit__case_id=opened.id).exclude(exhibit__state__in=NEVER_OPENED):
            _tag(row, shown_in(opened, row))
    else:
        SeenSounds.objects.filter(seen__exhibit__case_id=opened.id).delete()


def unheard_in(opened: OpenCase) -> tuple[UUID, ...]:
    """Exhibits of an opened case that hold recordings whose fingerprints were never allowed, or went with a withdrawal."""
    rows = Seen.objects.filter(exhibit__case_id=opened.id, sounds=None).exclude(exhibit__state__in=NEVER_OPENED)
    shown = ((row.exhibit_id, shown_in(opened, row)) for row in rows.order_by("exhibit__number"))
    return tuple(exhibit for exhibit, one in shown if one.sounds and one.sounding != 0)


def _tag(kept: Seen, shown: Shown) -> None:
    SeenTag.objects.bulk_create([SeenTag(seen=kept, tag=tag) for tag in dict.fromkeys(_tags(shown))], batch_size=500)


def forget_seen(row: Exhibit) -> None:
    """For an exhibit that is read again, or that must never be opened: nothing derived from it stays."""
    Seen.objects.filter(exhibit=row).delete()


def seen_in(opened: OpenCase) -> dict[str, Shown]:
    """What the exhibits of an opened case show, by code (E0001)."""
    rows = Seen.objects.filter(exhibit__case_id=opened.id).exclude(exhibit__state__in=NEVER_OPENED)
    rows = rows.select_related("exhibit", "sounds")
    return {code_of(row.exhibit.number): shown_in(opened, row) for row in rows.order_by("exhibit__number")}


def shown_in(opened: OpenCase, row: Seen) -> Shown:
    """Raises Unsound when the row was changed or moved."""
    shown = msgspec.msgpack.decode(opened.open(field_of(row, "seen_sealed"), row.seen_sealed), type=Shown)
    sounds = getattr(row, "sounds", None)
    return msgspec.structs.replace(shown, prints=prints_in(opened, sounds)) if sounds else shown


def prints_in(opened: OpenCase, row: SeenSounds) -> dict[str, bytes]:
    """Raises Unsound when the row was changed or moved."""
    return msgspec.msgpack.decode(opened.open(field_of(row, "prints_sealed"), row.prints_sealed), type=dict[str, bytes])


def _tags(shown: Shown) -> Iterator[bytes]:
    yield from (tag_of("voice", sound) for sound in shown.sounds)
    yield from (tag_of("text", band) for band in _bands(words.normal for words in shown.texts))


def _bands(texts: Iterable[str]) -> Iterator[str]:
    from longarm.matching.text.minhash import band_keys, signatures

    those = tuple(texts)
    if not those:
        return
    for number, keys in enumerate(band_keys(signatures(those))):
        yield from (f"{number}/{int(key)}" for key in keys)
