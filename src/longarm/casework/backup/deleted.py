"""The list of what was deleted, in a backup folder: cases, and exhibits that had to be destroyed. What was deleted after a
backup was made holds for whoever restores that backup.

Each run adds what the node has deleted since; nothing is ever taken off. One line each, and at the end the signature of
the node that wrote the list last: nobody without its key can have a case deleted by way of a backup folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec

from longarm.casework.backup.manifest import Signature
from longarm.casework.backup.shelf import Shelf
from longarm.errors import BadInput, Unsound, system_reason
from longarm.keys.node import NodeKey, PublicKey
from longarm.store.models import Deletion, Withheld
from longarm.store.tables_at import steps_done, tables_at

NAME: Final = "deleted.jsonl"


class Deleted(msgspec.Struct, frozen=True, kw_only=True, tag="case"):
    """A deletion as the node holds it (`store.models.Deletion`); the certificate says nothing of the case."""

    case: UUID
    organisation: UUID
    at: datetime
    certificate: bytes
    signature: bytes


class Destroyed(msgspec.Struct, frozen=True, kw_only=True, tag="exhibit"):
    """An exhibit whose bytes an authority had destroyed (`store.models.Withheld`)."""

    exhibit: UUID
    at: datetime


Line = Deleted | Destroyed


class DeletedList(msgspec.Struct, frozen=True, kw_only=True):
    """The list as read, and the fingerprint of the key that signed it (None: there is no list yet)."""

    lines: tuple[Line, ...] = ()
    fingerprint: str | None = None

    @property
    def cases(self) -> tuple[Deleted, ...]:
        return tuple(line for line in self.lines if isinstance(line, Deleted))

    @property
    def exhibits(self) -> tuple[Destroyed, ...]:
        return tuple(line for line in self.lines if isinstance(line, Destroyed))


def read_deleted(shelf: Shelf) -> DeletedList:
    """Raises Unsound when the list was changed, BadInput when it cannot be read."""
    try:
        data = (shelf.root / NAME).read_bytes()
    except FileNotFoundError:
        return DeletedList()
    except OSError as fault:
        raise BadInput("backup-unreadable", folder=str(shelf.root), why=system_reason(fault)) from None
    body, _, last = data.rstrip(b"\n").rpartition(b"\n")
    try:
        signature = msgspec.json.decode(last, type=Signature)
        key = PublicKey.parse(signature.key.encode())
        lines = tuple(msgspec.json.decode(line, type=Line) for line in body.split(b"\n") if line)
    except (msgspec.MsgspecError, ValueError):
        raise Unsound("backup-deleted-altered") from None
    if not key.holds(signature.signature, body):
        raise Unsound("backup-deleted-altered")
    return DeletedList(lines=lines, fingerprint=key.fingerprint)


def add_deleted(shelf: Shelf, key: NodeKey) -> int:
    """Brings the list up to what the node has deleted. Returns its length. Raises as `read_deleted` does."""
    before = read_deleted(shelf)
    known = {_what(line): line for line in before.lines}
    for line in _of_node():
        known.setdefault(_what(line), line)
    if len(known) != len(before.lines) or (known and before.fingerprint != key.fingerprint):
        body = b"\n".join(msgspec.json.encode(line) for line in known.values())
        signature = Signature(signature=key.sign(body), key=key.public.pem.decode())
        shelf.write(shelf.root / NAME, body + b"\n" + msgspec.json.encode(signature) + b"\n")
    return len(known)


def _what(line: Line) -> UUID:
    return line.case if isinstance(line, Deleted) else line.exhibit


def _of_node() -> Iterator[Line]:
    """Nothing where the database is older than these tables: a backup is taken before an update too."""
    there = {model._meta.model_name for model in tables_at(steps_done())}
    if "deletion" in there:
        for row in Deletion.objects.order_by("at", "case"):
            texts = {"certificate": bytes(row.certificate), "signature": bytes(row.signature)}
            yield Deleted(case=row.case, organisation=row.organisation_id, at=row.at, **texts)
    if "withheld" in there:
        for withheld in Withheld.objects.exclude(destroyed_at=None).order_by("destroyed_at", "exhibit"):
            if withheld.destroyed_at is not None:
                yield Destroyed(exhibit=withheld.exhibit_id, at=withheld.destroyed_at)
