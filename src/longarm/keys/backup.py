"""The backup key: its public half stays with the node and seals each backup; its private half is on paper only.

It opens what a backup holds of the database, which is what the data folder shows too: no case. What opens cases is the
recovery key, another paper; the check sums tell the two apart.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from longarm.errors import BadInput, Unsound, system_reason
from longarm.keys.derive import KEY_BYTES
from longarm.keys.printed import from_paper, to_paper
from longarm.texts import Sentence

NAME: Final = "backup.public"  # in the keys folder
_PURPOSE: Final = "backup-check"
_FORMAT: Final = b"backup-key/1\x00"


@dataclass(frozen=True, slots=True, repr=False)
class NewBackupKey:
    """`public` is stored; `printed` is shown once and kept on paper."""

    public: bytes
    printed: str


def new_backup_key() -> NewBackupKey:
    private = PrivateKey.generate()
    return NewBackupKey(bytes(private.public_key), to_paper(bytes(private), _PURPOSE))


def read_backup_paper(printed: str) -> PrivateKey:
    """The private half. Raises BadInput when a letter is wrong or missing, or it is the paper of a recovery key."""
    private = from_paper(printed, _PURPOSE)
    if private is None:
        raise BadInput("keys-backup-wrong")
    return PrivateKey(private)


def short_name(public: bytes) -> str:
    """What tells one backup key from another on paper and in a manifest: eight hexadecimal digits of its SHA-256."""
    return hashlib.sha256(public).hexdigest()[:8]


def seal_key(public: bytes, key: bytes) -> bytes:
    """The key of one backup, for the holder of the paper."""
    return SealedBox(PublicKey(public)).encrypt(_FORMAT + key)


def open_key(private: PrivateKey, sealed: bytes) -> bytes:
    """Raises Unsound when it was sealed to another backup key, or changed."""
    try:
        opened = SealedBox(private).decrypt(sealed)
    except CryptoError:
        raise Unsound("keys-backup-not-this") from None
    if not opened.startswith(_FORMAT) or len(opened) != len(_FORMAT) + KEY_BYTES:
        raise Unsound("keys-backup-not-this")
    return opened[len(_FORMAT) :]


def read_public(folder: Path) -> bytes:
    """The public half in the keys folder. Raises BadInput when there is none, or it is none of ours."""
    path = folder / NAME
    try:
        public = bytes.fromhex(path.read_text("ascii").strip())
    except FileNotFoundError:
        raise BadInput("keys-backup-none") from None
    except (OSError, ValueError) as fault:
        why = system_reason(fault) if isinstance(fault, OSError) else Sentence("system-not-hexadecimal")
        raise BadInput("keys-secret-unreadable", file=str(path), why=why) from None
    if len(public) != KEY_BYTES:
        why = Sentence("system-wrong-size", size=len(public), wanted=KEY_BYTES)
        raise BadInput("keys-secret-unreadable", file=str(path), why=why)
    return public


def store_public(folder: Path, public: bytes) -> None:
    """Puts the public half in its place, instead of an earlier one: older backups stay under the older paper."""
    path = folder / NAME
    part = folder / f".{NAME}.part"
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as target:
            target.write(public.hex() + "\n")
            target.flush()
            os.fsync(target.fileno())
        part.rename(path)
    except OSError as fault:
        raise BadInput("keys-secret-unwritable", file=str(path), why=system_reason(fault)) from None
