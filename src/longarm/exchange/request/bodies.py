"""What the letters of a request say, typed. Every one is sealed: nobody between the two nodes reads which request it is."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Final, Literal

import msgspec

from longarm.exchange.log.head import Head
from longarm.exchange.request.basis import Basis
from longarm.exchange.request.due import Plan
from longarm.exchange.request.states import Act
from longarm.exchange.request.words import Kind, LeftOut, Measure, Reason

KIND: Final = "request"  # the kinds of letter
PIECE: Final = "request-piece"
TAKEN: Final = "request-taken"
AGAIN: Final = "request-again"
KINDS: Final = (KIND, PIECE)
MOST_PIECE: Final = 1 << 20  # bytes of one piece
MOST_FILE: Final = 2 * 1024**3  # bytes of a bundle as it travels
MOST_FILES: Final = 20
LONGEST: Final = 8000  # characters of what a person writes

Id = Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
Key = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
Name = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]
Words = Annotated[str, msgspec.Meta(max_length=LONGEST)]
Short = Annotated[str, msgspec.Meta(max_length=300)]


class File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A bundle that goes along: encrypted under a key of its own before it leaves, sent as that in pieces.

    `name`: its random name, which its encryption is bound to. `size`: in the clear. `stored`: as it travels. `sha256`: of what
    travels; `bundle_sha256`: of the bundle. `exhibits`: as they are numbered there.
    """

    name: Name
    key: Key
    size: Annotated[int, msgspec.Meta(ge=1, le=MOST_FILE)]
    stored: Annotated[int, msgspec.Meta(ge=1, le=MOST_FILE)]
    sha256: Key
    bundle_sha256: Key
    exhibits: Annotated[tuple[Annotated[str, msgspec.Meta(max_length=20)], ...], msgspec.Meta(max_length=10_000)]


class Ask(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="ask"):
    """The first letter. `kind`: what the asking organisation says it is. `case`: the case as minimised (`case/1`, JSON).

    `perishing`: the day on which a trace may be gone. `meets`: after a hit, the reference in the receiver's own envelope, by
    which it finds its case.
    """

    measure: Measure
    kind: Kind
    authority: Short
    basis: Basis
    plan: Plan
    words: Words
    case: Annotated[bytes, msgspec.Meta(max_length=512 * 1024)]
    left_out: Annotated[dict[LeftOut, int], msgspec.Meta(max_length=20)]
    language: Literal["ar", "en", "fr"]
    urgent: bool = False
    perishing: date | None = None
    meets: Annotated[bytes, msgspec.Meta(max_length=16)] = b""


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="said"):
    """Every later one: an act of the table, with words. `reason`: of a refusal. `scans`: where an answer came on paper and was
    noted by hand, the exhibits of the own case that show it; they stay here.
    """

    act: Act
    words: Words = ""
    reason: Reason | None = None
    scans: Annotated[tuple[Id, ...], msgspec.Meta(max_length=20)] = ()


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a letter of kind `request` holds. `number` counts the sender's letters on this request from 1: an early one waits."""

    request: Id
    number: Annotated[int, msgspec.Meta(ge=1, le=10_000)]
    what: Ask | Said
    files: Annotated[tuple[File, ...], msgspec.Meta(max_length=MOST_FILES)] = ()


class Piece(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a file on its way, still under the file's own key."""

    request: Id
    name: Name
    at: Annotated[int, msgspec.Meta(ge=0, le=MOST_FILE)]
    data: Annotated[bytes, msgspec.Meta(min_length=1, max_length=MOST_PIECE)]


class Again(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Of a node that was restored from a backup: send me once more what reached me after `since`."""

    since: datetime


class Heard(msgspec.Struct, frozen=True, forbid_unknown_fields=True, array_like=True):
    """How many letters on a request the writer has of the reader: the reader's next one has a higher number."""

    request: Id
    letters: Annotated[int, msgspec.Meta(ge=0, le=10_000)]


class Taken(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The answer to every letter: it lies here. `file`, `have`: of a piece, how much of its file is here now.

    `hub`, `heads`: what the hub with this fingerprint showed who answers, so that one that shows two logs is caught. `heard`: to
    a letter that asks for everything again.
    """

    number: Id
    file: Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{32})?$")] = ""
    have: Annotated[int, msgspec.Meta(ge=0, le=MOST_FILE)] = 0
    hub: Annotated[str, msgspec.Meta(max_length=64)] = ""
    heads: Annotated[tuple[Head, ...], msgspec.Meta(max_length=2)] = ()
    heard: Annotated[tuple[Heard, ...], msgspec.Meta(max_length=5_000)] = ()
