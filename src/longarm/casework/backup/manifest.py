"""What one backup consists of: a signed line that names its objects, the backup before it, and how far the record had come.

The file has two lines of JSON: the manifest, and the signature over that first line with the key that signed it. A manifest
is chained to the one before by that one's SHA-256; the first of a folder, or the oldest that was kept, stands alone.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Final

import msgspec

from longarm.casework.backup.shelf import Shelf
from longarm.errors import BadInput, Unsound, system_reason
from longarm.keys.node import NodeKey, PublicKey

FORMAT: Final = "longarm-backup/1"


class VaultFile(msgspec.Struct, frozen=True, array_like=True):
    """A file of the vault: its random name there, the object that holds its bytes, their number."""

    name: str
    object: str
    size: int


class Sealed(msgspec.Struct, frozen=True, kw_only=True):
    """The rows of the database: the object, its size, its key sealed to the backup key of that short name."""

    object: str
    size: int
    key_sealed: bytes
    sealed_to: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`missing`: files that rows name and the vault did not have. `record_head`: of the audit record, hexadecimal.

    `deleted`: how many cases the list of deleted cases held, so that a shorter one is noticed.
    """

    format: str
    number: int
    at: datetime
    longarm: str
    previous: str | None
    rows: Sealed
    files: tuple[VaultFile, ...]
    missing: tuple[str, ...]
    record_length: int
    record_head: str
    deleted: int


class Signature(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    signature: str
    key: str  # SubjectPublicKeyInfo in PEM


class Signed(msgspec.Struct, frozen=True, kw_only=True):
    """A manifest as read: who signed it, and its own SHA-256, which the next one names."""

    manifest: Manifest
    fingerprint: str
    digest: str


def to_bytes(manifest: Manifest, key: NodeKey) -> bytes:
    line = msgspec.json.encode(manifest)
    signature = Signature(signature=key.sign(line), key=key.public.pem.decode())
    return line + b"\n" + msgspec.json.encode(signature) + b"\n"


def from_bytes(data: bytes, number: int) -> Signed:
    """Raises Unsound when it is no manifest, not that of backup `number`, or not signed by the key it names."""
    lines = data.split(b"\n")
    try:
        if len(lines) != 3 or lines[2]:
            raise ValueError("not two lines")
        signature = msgspec.json.decode(lines[1], type=Signature)
        key = PublicKey.parse(signature.key.encode())
        holds = key.holds(signature.signature, lines[0])
        manifest = msgspec.json.decode(lines[0], type=Manifest)
    except (msgspec.MsgspecError, ValueError):
        raise Unsound("backup-manifest-altered", number=number) from None
    if not holds or manifest.format != FORMAT or manifest.number != number:
        raise Unsound("backup-manifest-altered", number=number)
    return Signed(manifest=manifest, fingerprint=key.fingerprint, digest=hashlib.sha256(data).hexdigest())


def read(shelf: Shelf, number: int) -> Signed:
    """Raises BadInput when there is no such backup or it cannot be read, Unsound as `from_bytes` does."""
    try:
        data = shelf.backup_path(number).read_bytes()
    except FileNotFoundError:
        raise BadInput("backup-no-such", number=number, folder=str(shelf.root)) from None
    except OSError as fault:
        raise BadInput("backup-unreadable", folder=str(shelf.root), why=system_reason(fault)) from None
    return from_bytes(data, number)


def newest(shelf: Shelf) -> Signed | None:
    """The newest backup of the folder; None when it has none. Raises as `read` does."""
    numbers = list(shelf.backups())
    return read(shelf, numbers[-1]) if numbers else None
