"""What the node remembers of its last backup, restore, check and chores: small files in the data folder, without any content."""

from __future__ import annotations

import os
import secrets
from datetime import datetime
from pathlib import Path
from typing import Final, TypeVar

import msgspec

_BACKUP: Final = "last-backup.json"
_RESTORE: Final = "last-restore.json"
_CHECK: Final = "last-check.json"
_CHORES: Final = "last-chores.json"
_Kind = TypeVar("_Kind", bound=msgspec.Struct)


class LastBackup(msgspec.Struct, frozen=True, kw_only=True):
    """When, which number of its folder, and the SHA-256 of its manifest: a folder that lacks it was cut short."""

    at: datetime
    number: int
    manifest: str


class _Backups(msgspec.Struct, frozen=True):
    folders: dict[str, LastBackup] = {}  # by the random name of the folder: a node may use several


class LastRestore(msgspec.Struct, frozen=True, kw_only=True):
    """When, and of when the backup was: what was done between them this node does not know."""

    at: datetime
    backup: datetime


class LastCheck(msgspec.Struct, frozen=True, kw_only=True):
    """When, how long the audit record was, and the numbers of the checks that failed."""

    at: datetime
    record_length: int
    failed: tuple[int, ...]


class LastChores(msgspec.Struct, frozen=True, kw_only=True):
    """When, and the names of those that could not be done. `doubted`: rounds for which the clock is not believed yet."""

    at: datetime
    failed: tuple[str, ...]
    doubted: int = 0


def last_backup(data: Path) -> LastBackup | None:
    """The newest, whatever folder it went to."""
    return max(_backups(data).folders.values(), key=lambda backup: backup.at, default=None)


def last_backup_in(data: Path, folder: str) -> LastBackup | None:
    return _backups(data).folders.get(folder)


def last_restore(data: Path) -> LastRestore | None:
    """None for a node that was never restored."""
    return _read(data / _RESTORE, LastRestore)


def last_check(data: Path) -> LastCheck | None:
    return _read(data / _CHECK, LastCheck)


def last_chores(data: Path) -> LastChores | None:
    return _read(data / _CHORES, LastChores)


def remember_backup(data: Path, folder: str, backup: LastBackup) -> None:
    _write(data / _BACKUP, _Backups({**_backups(data).folders, folder: backup}))


def remember_restore(data: Path, restored: LastRestore) -> None:
    _write(data / _RESTORE, restored)


def remember_check(data: Path, check: LastCheck) -> None:
    _write(data / _CHECK, check)


def remember_chores(data: Path, done: LastChores) -> None:
    _write(data / _CHORES, done)


def _backups(data: Path) -> _Backups:
    return _read(data / _BACKUP, _Backups) or _Backups()


def _read(path: Path, kind: type[_Kind]) -> _Kind | None:
    """None when there is none, or it cannot be read: it is a help to memory, nothing rests on it."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.MsgspecError):
        return None


def _write(path: Path, value: msgspec.Struct) -> None:
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(msgspec.json.encode(value) + b"\n")
    part.rename(path)
