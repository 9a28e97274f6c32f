"""What of an exhibit can be matched: threats of the other side, pictures, recordings. Bytes and messages in, values out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import Final

import msgspec

from longarm.evidence import archive
from longarm.evidence.importers.contract import Message
from longarm.evidence.looks_like import looks_like
from longarm.evidence.preview.picture import LARGEST, Unfit
from longarm.evidence.read import read_source
from longarm.evidence.source import Source
from longarm.matching.image.pdq import pictures
from longarm.matching.item import Picture, Sound, Words
from longarm.matching.text.masked import words_of
from longarm.matching.text.threat import is_threat

_MOST_TEXTS: Final = 2000  # threats of one exhibit: more is flooding, and says nothing more
_MOST_PICTURES: Final = 500
Warn = Callable[[str, str], None]  # the name of a file, the code of `preview-refused-…`
Listen = Callable[[Source], Mapping[str, bytes]]


class Seen(msgspec.Struct, frozen=True):
    """Threats, pictures and recordings of one exhibit."""

    texts: tuple[Words, ...] = ()
    images: tuple[Picture, ...] = ()
    voices: tuple[Sound, ...] = ()


def seen_in(source: Source, warn: Warn, listen: Listen | None = None) -> Seen:
    """Reads a file or export. What cannot be decoded is told to `warn` and left out; nothing is unpacked to disk. `listen` gives
    the fingerprints of its recordings, by SHA-256; without it they are compared byte for byte alone.

    Which side of a conversation the suspect is, an export does not say: threats are told by their words (`threats.yaml`).
    """
    texts: dict[str, Words] = {}
    for item in read_source(source):
        if isinstance(item, Message) and item.text and len(texts) < _MOST_TEXTS:
            words = words_of(item.text)
            if words and is_threat(words.normal):
                texts.setdefault(words.normal, words)
    images: dict[bytes, Picture] = {}
    voices: dict[str, None] = {}
    for part in _parts(source):
        kind = looks_like(part)["looks_like"]
        if kind == "image" and len(images) < _MOST_PICTURES:
            images.update(_pictures(part, warn))
        elif kind == "audio" and part.size <= LARGEST:
            with part.open() as file:
                voices[hashlib.sha256(file.read(LARGEST + 1)).hexdigest()] = None
    prints = listen(source) if listen and voices else {}
    return Seen(tuple(texts.values()), tuple(images.values()), tuple(Sound(digest, prints.get(digest, b"")) for digest in voices))


def _parts(source: Source) -> Iterable[Source]:
    """The file, or the sound members of an archive."""
    if not archive.is_zip(source):
        return (source,)
    try:
        return [member for member in archive.members(source) if not member.fault and member.whole()]
    except archive.Refused:
        return ()


def _pictures(part: Source, warn: Warn) -> dict[bytes, Picture]:
    try:
        if part.size > LARGEST:
            raise Unfit("large")
        with part.open() as file:
            return {one.pdq: one for one in pictures(file.read(LARGEST + 1))}
    except Unfit as unfit:
        warn(part.name, unfit.code)
        return {}
