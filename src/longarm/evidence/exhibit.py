"""`exhibit.json`: what an exhibit is, beside its bytes. The only place where its real name stands."""

from __future__ import annotations

import base64
import os
import re
from pathlib import PurePosixPath
from typing import Final

import msgspec

from longarm.evidence.hashing import Digests
from longarm.evidence.received import Received, as_text

BESIDE: Final = "data/beside/"  # payload that is no exhibit
_EXTENSION: Final = re.compile(r"\.([A-Za-z0-9]{1,8})")


class How(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How it came: free words, as the person who received it wrote them."""

    from_: str | None = msgspec.field(default=None, name="from")
    at: str | None = None
    how: str | None = None
    device: str | None = None


class Derived(msgspec.Struct, frozen=True, kw_only=True):
    """A file made from the exhibit: with what, how, and from which bytes. The same input gives the same output."""

    file: str
    tool: str
    command: str
    input: str
    sha256: str


class Exhibit(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    tag_field="longarm",
    tag="exhibit/1",
):
    """One exhibit. `file` is its path in the bundle; `name` and `folder` are as received, in any script.

    `name_bytes` (base64) is there where the name was not UTF-8 and `name` is only its likeness. `read` names the formats
    it was read as; `missing` what the export itself says it leaves out.
    """

    id: str
    name: str
    name_bytes: str | None = None
    folder: str = ""
    file: str
    size: int
    sha256: str
    sha512: str
    received: How = How()
    case_exhibit: str | None = None
    read: tuple[str, ...] = ()
    messages: int = 0
    missing: tuple[str, ...] = ()
    derived: tuple[Derived, ...] = ()
    restrictions: tuple[str, ...] = ()


def exhibit_id(number: int) -> str:
    """`E0001` for the first."""
    return f"E{number:04d}"


def original_path(exhibit: str, name: str) -> str:
    """Where the bytes stand in the bundle: of the real name only a plain extension remains."""
    match = _EXTENSION.fullmatch(PurePosixPath(name).suffix)
    return f"data/exhibits/{exhibit}/original/0001.{match[1].lower() if match else 'bin'}"


def describe(exhibit: str, path: str, received: Received, found: Digests) -> Exhibit:
    """The description of an exhibit that was just copied to `path`."""
    name = received.source.name
    shown = as_text(name)
    return Exhibit(
        id=exhibit, name=shown, name_bytes=None if shown == name else base64.b64encode(os.fsencode(name)).decode(),
        folder=received.folder, file=path, size=found.size, sha256=found.sha256, sha512=found.sha512,
        received=How(
            from_=received.received_from, at=received.received_at, how=received.received_how, device=received.device
        ),
        restrictions=received.restrictions,
    )  # fmt: skip


def to_json(exhibit: Exhibit) -> bytes:
    """The file, indented by two."""
    return msgspec.json.format(msgspec.json.encode(exhibit), indent=2) + b"\n"
