"""The custody record: what happened to the exhibits, one signed line an event, each chained to the one before.

A line is canonical JSON (RFC 8785); `prev` is the SHA-256 of the whole line before it, without its line end; `sig` is
Ed25519 over the line without `sig`. A chain shows edits and gaps. It does not show a tail that was cut off: for that
there is the `checkpoint`, and a last line `sealed` that states its own count. Personal data stay out: `actor` and
`object` are opaque ids.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final, Literal

import msgspec

from longarm.evidence.canonical import Canonical, canonical
from longarm.keys.node import NodeKey, PublicKey

Action = Literal[
    "received", "hashed", "viewed", "parsed", "derived", "exported", "sealed", "time-stamped", "transferred", "restored",
    "redacted", "withheld", "destroyed", "key-added", "key-revoked",
]  # fmt: skip
MAX_LINE: Final = 16 * 1024


class Event(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something that happened. `at` is UTC to the second; `clock` says what that clock is worth; `digest` is `sha256:…`.

    `count` stands in the line `sealed` only: how many lines the record has, that one included.
    """

    at: str
    clock: str
    actor: str
    action: Action
    object: str
    digest: str | None = None
    tool: str
    purpose: str | None = None
    count: int | None = None


class Line(Event, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One line of the record: an event, its number (from 1), its link, its signature."""

    v: Literal[1]
    seq: int
    prev: str | None
    key: str
    sig: str


class Checkpoint(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How long the record was, and what its last line hashed to. A shorter record, or another line there, is a fault."""

    v: Literal[1] = 1
    length: int
    head: str
    at: str
    key: str
    sig: str


class CustodyRecord:
    """A record in memory that grows by `append`. A node that keeps its lines elsewhere gives only the last one."""

    def __init__(self, lines: Iterable[bytes] = ()) -> None:
        self.lines = list(lines)

    def append(self, event: Event, key: NodeKey) -> bytes:
        """The new last line, without its line end."""
        line = next_line(self.lines[-1] if self.lines else None, event, key)
        self.lines.append(line)
        return line

    @property
    def length(self) -> int:
        return len(self.lines)

    @property
    def head(self) -> str:
        """The hash of the last line. Raises IndexError when there is none."""
        return link(self.lines[-1])

    def checkpoint(self, at: datetime, key: NodeKey) -> bytes:
        """A signed checkpoint of the record as it stands, with its line end."""
        return _signed({"v": 1, "length": self.length, "head": self.head, "at": utc(at), "key": key.fingerprint}, key) + b"\n"

    def file(self) -> bytes:
        """`custody.jsonl`."""
        return b"".join(line + b"\n" for line in self.lines)


def next_line(last: bytes | None, event: Event, key: NodeKey) -> bytes:
    """The line that follows `last` (None: the first), without its line end."""
    seq = 1 if last is None else msgspec.json.decode(last, type=Line).seq + 1
    body: dict[str, Canonical] = msgspec.to_builtins(event)
    return _signed({**body, "v": 1, "seq": seq, "prev": link(last) if last is not None else None, "key": key.fingerprint}, key)


def link(line: bytes) -> str:
    """What the next line says of this one."""
    return "sha256:" + hashlib.sha256(line).hexdigest()


def utc(at: datetime) -> str:
    """The moment `at` (which knows its zone) as the record writes it."""
    if at.tzinfo is None:
        raise ValueError("a moment without a zone")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def signature_holds(line: bytes, signed: Line | Checkpoint, key: PublicKey) -> bool:
    """Whether `line` is the canonical spelling of `signed`, signed by `key`."""
    body: dict[str, Canonical] = msgspec.to_builtins(signed)
    whole = canonical(body)
    signature = str(body.pop("sig"))
    return whole == line and signed.key == key.fingerprint and key.holds(signature, canonical(body))


def _signed(body: dict[str, Canonical], key: NodeKey) -> bytes:
    return canonical({**body, "sig": key.sign(canonical(body))})
