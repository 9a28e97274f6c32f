"""Fills a new node from a backup, and checks all of it before anybody sees it (`target` puts it in place).
Long: one way from the backup to the node, in its order.
"""

from __future__ import annotations

import hashlib
import os
from datetime import datetime
from pathlib import Path
from typing import Final, Literal, NamedTuple

from django.db import connection
from django.utils import timezone
from nacl.public import PrivateKey

from longarm.casework.backup import manifest
from longarm.casework.backup.again import delete_again, destroy_again
from longarm.casework.backup.deleted import DeletedList, read_deleted
from longarm.casework.backup.manifest import Manifest, Signed, VaultFile
from longarm.casework.backup.marker import LastRestore, remember_restore
from longarm.casework.backup.noted import note_for_all
from longarm.casework.backup.rows import opened_rows
from longarm.casework.backup.shelf import Shelf
from longarm.casework.check.node_checks import NodeChecks, secret_fits
from longarm.errors import BadInput, Unsound
from longarm.keys.node import load as load_key
from longarm.keys.node import spoken
from longarm.keys.secret import read_secret
from longarm.store.folder import Folder
from longarm.store.frames import Head
from longarm.store.load import load
from longarm.store.tables_at import tables_at
from longarm.store.vault_files import files as vault_files

_BLOCK: Final = 1 << 20
Secret = Literal["fits", "other", "missing"]


class Restored(NamedTuple):
    """`secret`: is the node's secret in its folder, and does it open the names of this database?

    `signer`: the fingerprint of the node that signed the backup; `pinned`: it was compared with a key that was given.
    `deleted`: cases and exhibits that were in the backup and had been deleted since. `missing`: files the backup never had.
    """

    number: int
    at: datetime
    rows: int
    files: int
    deleted: int
    missing: int
    secret: Secret
    signer: str
    pinned: bool


def restore(shelf: Shelf, beside: Folder, private: PrivateKey, at: int | None = None, node_key: str | None = None) -> Restored:
    """Fills `beside` (from `target`), and the PostgreSQL of DATABASE_URL where there is one, from backup `at` (None: the newest).

    `node_key`: the fingerprint the backup must be signed with; else that of the signing key in the keys folder, if it is there.
    Raises BadInput when the database is not empty or there is no such backup, Unsound when something of it was altered or
    the paper is another's.
    """
    signed = _chosen(shelf, at)
    expected = node_key or _own_key(beside)
    if expected and signed.fingerprint != expected:
        raise Unsound("restore-other-node", number=signed.manifest.number, fingerprint=spoken(signed.fingerprint))
    deleted = _deleted(shelf, signed)
    made = signed.manifest
    _before_copying(shelf, made, private)
    for file in made.files:
        _put_back(shelf, file, beside.vault)
    with opened_rows(shelf, made, private) as frames:
        loaded = load(frames, frozenset(one.case for one in deleted.cases))
    for name in loaded.without:
        (beside.vault / name[:2] / name).unlink(missing_ok=True)
    again = delete_again(deleted.cases) + destroy_again(deleted.exhibits, beside.vault)
    _check(beside, missing=bool(made.missing))
    remember_restore(beside.data, LastRestore(at=timezone.now(), backup=made.at))
    return Restored(
        number=made.number,
        at=made.at,
        rows=loaded.rows,
        files=sum(1 for _ in vault_files(beside.vault)),
        deleted=again,
        missing=len(made.missing),
        secret=_secret(beside, made),
        signer=signed.fingerprint,
        pinned=bool(expected),
    )


def _chosen(shelf: Shelf, at: int | None) -> Signed:
    signed = manifest.newest(shelf) if at is None else manifest.read(shelf, at)
    if signed is None:
        raise BadInput("backup-none-yet", folder=str(shelf.root))
    return signed


def _own_key(folder: Folder) -> str | None:
    try:
        return load_key(folder.keys / "node.pem").fingerprint
    except BadInput:
        return None


def _deleted(shelf: Shelf, chosen: Signed) -> DeletedList:
    """What must not come back. A list that is missing or shorter than the backup says was tampered with."""
    found = read_deleted(shelf)
    if len(found.lines) < chosen.manifest.deleted or found.fingerprint not in (None, chosen.fingerprint):
        raise Unsound("backup-deleted-altered")
    return found


def _before_copying(shelf: Shelf, made: Manifest, private: PrivateKey) -> None:
    """Is it the right paper, can these rows be read here, is the database empty?"""
    with opened_rows(shelf, made, private) as frames:
        head = next(frames, None)
    if not isinstance(head, Head):
        raise Unsound("store-rows-unreadable")
    tables_at(head.steps)
    if connection.introspection.table_names():
        raise BadInput("store-not-empty")


def _put_back(shelf: Shelf, file: VaultFile, vault: Path) -> None:
    """Copies an object to its place in the vault. Raises Unsound when its bytes are not the ones that were backed up."""
    if len(file.name) != 32 or not set(file.name) <= set("0123456789abcdef"):
        raise Unsound("backup-object-missing", object=file.object)
    target = vault / file.name[:2] / file.name
    target.parent.mkdir(mode=0o700, exist_ok=True)
    found = hashlib.sha256()
    try:
        source = shelf.object_path(file.object).open("rb")
    except OSError:
        raise Unsound("backup-object-missing", object=file.object) from None
    with source, os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as writer:
        while block := source.read(_BLOCK):
            found.update(block)
            writer.write(block)
        writer.flush()
        os.fsync(writer.fileno())
    if found.hexdigest() != file.object:
        raise Unsound("check-object-altered", object=file.object)


def _check(beside: Folder, *, missing: bool) -> None:
    """What was put in holds together, as `longarm check` will find it. Files that the backup never had are not asked for."""
    for check in NodeChecks(beside).content():
        if check.state == "failed" and not (missing and check.name == "vault"):
            raise Unsound("restore-not-sound", check=check.number, why=check.because[0].text["en"])


def _secret(folder: Folder, made: Manifest) -> Secret:
    """With the secret at hand the restore stands in the audit record too."""
    try:
        read_secret(folder.keys)
    except BadInput:
        return "missing"
    if not secret_fits():
        return "other"
    note_for_all("restored", made)
    return "fits"
