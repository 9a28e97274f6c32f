"""Inside the child: every picture of a file, or of the archive it is, hashed; every recording, its SHA-256."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Final

import msgspec

from longarm.evidence import archive
from longarm.evidence.looks_like import looks_like
from longarm.evidence.preview.picture import LARGEST, Unfit
from longarm.evidence.source import Source
from longarm.matching.image.pdq import pictures
from longarm.matching.item import Picture

MOST: Final = 300  # pictures of one exhibit, those of cut screenshots included; and as many recordings


class Met(msgspec.Struct, frozen=True):
    """A picture, and its place among the files of the archive (from 0; None: the exhibit itself)."""

    picture: Picture
    number: int | None = None


class Looks(msgspec.Struct, frozen=True):
    """`unfit`: pictures that could not be decoded."""

    pictures: tuple[Met, ...] = ()
    sounds: tuple[str, ...] = ()
    unfit: int = 0


def looks_of(source: Source) -> Looks:
    """What is damaged or too large is counted and left out. A picture that stands twice is kept once."""
    met: dict[bytes, Met] = {}
    sounds: dict[str, None] = {}
    unfit = 0
    for number, part in parts(source):
        kind = looks_like(part)["looks_like"]
        if not (kind == "image" and len(met) < MOST) and not (kind == "audio" and len(sounds) < MOST):
            continue
        try:
            data = whole(part)
            if kind == "audio":
                sounds[hashlib.sha256(data).hexdigest()] = None
            else:
                for one in pictures(data):
                    met.setdefault(one.pdq, Met(one, number))
        except Unfit:
            unfit += 1
    return Looks(tuple(met.values())[:MOST], tuple(sounds)[:MOST], unfit)


def parts(source: Source) -> Iterable[tuple[int | None, Source]]:
    if not archive.is_zip(source):
        return ((None, source),)
    try:
        members = list(enumerate(archive.members(source)))
    except archive.Refused:
        return ()
    return [(number, member) for number, member in members if not member.fault and member.whole()]


def whole(part: Source) -> bytes:
    if part.size > LARGEST:
        raise Unfit("large")
    with part.open() as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Unfit("large")
    return data
