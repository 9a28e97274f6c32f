"""Makes a backup of the running node: rows of one moment, new files of the vault, and at the end the line that makes it count."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from django.db import Error
from django.utils import timezone

from longarm import __version__
from longarm.casework.backup.deleted import add_deleted
from longarm.casework.backup.manifest import FORMAT, Manifest, Signed, VaultFile, from_bytes, newest, to_bytes
from longarm.casework.backup.marker import LastBackup, remember_backup
from longarm.casework.backup.noted import note_for_all
from longarm.casework.backup.prune import prune
from longarm.casework.backup.rows import Part, seal_rows
from longarm.casework.backup.shelf import Shelf
from longarm.casework.node import node
from longarm.errors import Unsound
from longarm.keys.backup import read_public
from longarm.store.tables_at import steps_waiting
from longarm.store.vault import path_of
from longarm.store.vault_files import Named, files

_MOMENTS: Final = 5  # how often the rows are read again because a file they name was replaced meanwhile


class Made(NamedTuple):
    """`missing`: files that rows name and the vault does not hold; the backup holds the rest."""

    number: int
    at: datetime
    files: int
    new_files: int
    new_bytes: int
    missing: int
    removed: int  # older backups
    unread: int  # older backups that are altered: while one is there, nothing is cleared away


def back_up(shelf: Shelf, keep: int | None = None) -> Made:
    """One backup into the folder, which the caller holds. `keep`: how many of the newest stay (None: all).

    Until its manifest stands in its place the backup does not exist; what a run that was cut off left is used again.
    Raises BadInput when the node has no backup key or the folder cannot be written, Unsound when the newest backup there
    was altered or the database cannot be read.
    """
    try:
        made, signed = _make(shelf, keep)
    except Error as fault:
        raise Unsound("backup-database-broken", why=str(fault)[:200]) from fault
    try:
        _remember(shelf, signed)
    except (Error, OSError) as fault:
        raise Unsound("backup-not-noted", number=made.number, why=str(fault)[:200]) from fault
    return made


def _make(shelf: Shelf, keep: int | None) -> tuple[Made, Signed]:
    here = node()
    public, key = read_public(here.folder.keys), here.signing_key
    before = newest(shelf)
    number = before.manifest.number + 1 if before else 1
    deleted = add_deleted(shelf, key)
    known = {file.name: file for file in before.manifest.files} if before else {}
    part = _rows_and_files(shelf, number, public, known, copied := _Copied())
    at = timezone.now()
    manifest = Manifest(
        format=FORMAT,
        number=number,
        at=at,
        longarm=__version__,
        previous=before.digest if before else None,
        rows=part.sealed,
        files=tuple(copied.files[name] for name in sorted(copied.files)),
        missing=copied.missing,
        record_length=part.record_length,
        record_head=part.record_head,
        deleted=deleted,
    )
    data = to_bytes(manifest, key)
    shelf.write(shelf.backup_path(number), data)
    signed = from_bytes(data, number)
    pruned = prune(shelf, keep)
    written = copied.bytes + part.sealed.size * part.new
    made = Made(number, at, len(copied.files), copied.new, written, len(copied.missing), pruned.removed, pruned.unread)
    return made, signed


class _Copied:
    def __init__(self) -> None:
        self.files: dict[str, VaultFile] = {}
        self.new = 0
        self.bytes = 0
        self.missing: tuple[str, ...] = ()
        self.tries = 0


class _Again(Exception):
    """A file that the rows name was replaced before it could be copied."""


def _rows_and_files(shelf: Shelf, number: int, public: bytes, known: dict[str, VaultFile], copied: _Copied) -> Part:
    """Most files first, while nobody waits; then the rows, and what they name that came meanwhile."""
    for path, size, _ in files(node().vault):
        _copy(shelf, path, size, known, copied)

    def fetch(rows: dict[str, Named]) -> None:
        wanted = {name for name, row in rows.items() if row.must_be_there}
        for name in wanted - copied.files.keys():
            path = path_of(node().vault, name)
            with suppress(FileNotFoundError):
                _copy(shelf, path, path.stat().st_size, known, copied)
        copied.missing = tuple(sorted(wanted - copied.files.keys()))
        copied.tries += 1
        if copied.missing and copied.tries < _MOMENTS:
            raise _Again

    while True:
        with suppress(_Again):
            return seal_rows(shelf, number, public, fetch)


def _copy(shelf: Shelf, path: Path, size: int, known: dict[str, VaultFile], copied: _Copied) -> None:
    """A file is written once under a random name: one that the backup before names, and holds, is not read again."""
    before = known.get(path.name)
    if before is not None and before.size == size and shelf.has(before.object, size):
        copied.files[path.name] = before
        return
    try:
        put = shelf.put_file(path)
    except FileNotFoundError:  # removed in between; whether a row misses it is asked afterwards
        return
    copied.files[path.name] = VaultFile(path.name, put.name, put.size)
    copied.new += put.new
    copied.bytes += put.size * put.new


def _remember(shelf: Shelf, signed: Signed) -> None:
    made = signed.manifest
    if not steps_waiting():  # before an update the record's table may have another shape
        note_for_all("backed-up", made)
    remember_backup(node().folder.data, shelf.id, LastBackup(at=made.at, number=made.number, manifest=signed.digest))
