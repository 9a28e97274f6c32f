"""Inside the child: every recording of a file, or of the archive it is, as its fingerprint."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Literal

import msgspec

from longarm.casework.sandbox.looks import MOST, parts, whole
from longarm.evidence.looks_like import looks_like
from longarm.evidence.preview.picture import Unfit
from longarm.evidence.source import Source
from longarm.matching.sound.decoder import Decoder
from longarm.matching.sound.heard import Unheard, heard


class Heard(msgspec.Struct, frozen=True):
    """A recording by its SHA-256. `print`: see `longarm.matching.sound.heard`, empty where there is none; then `why`."""

    digest: str
    print: bytes = b""
    why: Literal["", "format", "short", "flat", "large"] = ""


def each_heard(source: Source, skipped: int, decoder: Decoder) -> Iterator[Heard]:
    """In the order of the archive, without the first `skipped`, 300 at most."""
    number = 0
    for _, part in parts(source):
        if looks_like(part)["looks_like"] != "audio":
            continue
        number += 1
        if number > MOST:
            return
        if number <= skipped:
            continue
        try:
            data = whole(part)
        except Unfit:
            yield Heard("", why="large")
            continue
        digest = hashlib.sha256(data).hexdigest()
        try:
            yield Heard(digest, heard(data, decoder))
        except Unheard as unheard:
            yield Heard(digest, why=unheard.why)
