"""Where a restore builds the node: a folder beside the one that was named, which it becomes at the very end or never."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from django.db import Error, connection

from longarm.errors import BadInput, system_reason
from longarm.store.folder import Folder, prepare
from longarm.store.start import start

_MARK: Final = ".restoring-"


@contextmanager
def target(folder: Folder) -> Iterator[Folder]:
    """A new, empty node beside `folder.data`, Django set up for it (one a process); at the end it gets its name.

    Raises BadInput when `folder.data` holds something or cannot be filled: nothing is in place then.
    """
    data = folder.data
    try:
        if data.exists() and (not data.is_dir() or any(data.iterdir())):
            raise BadInput("restore-not-empty", folder=str(data))
        data.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise BadInput("restore-unwritable", folder=str(data), why=system_reason(fault)) from None
    for left in data.parent.glob(f".{data.name}{_MARK}*"):  # of a restore that was killed
        shutil.rmtree(left, ignore_errors=True)
    beside = Folder(data.with_name(f".{data.name}{_MARK}{secrets.token_hex(8)}"), folder.keys)
    try:
        prepare(beside)
        start(beside)
        yield beside
        _settle(beside)
        beside.data.rename(data)
        _sync(data.parent)
    except (OSError, Error) as fault:
        why = system_reason(fault) if isinstance(fault, OSError) else str(fault)[:200]
        raise BadInput("restore-unwritable", folder=str(data), why=why) from None
    finally:
        shutil.rmtree(beside.data, ignore_errors=True)


def _settle(beside: Folder) -> None:
    """All of it on the disk before it gets its name."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    for path in (*beside.vault.glob("??"), beside.vault, beside.data):
        _sync(path)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
