"""Opens a backup folder: to read it, or to write into it, one run at a time."""

from __future__ import annotations

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from longarm.casework.backup.shelf import PART, Shelf
from longarm.errors import BadInput, system_reason

LAYOUT: Final = "1"
_VERSION: Final = "LONGARM-BACKUP"


def open_shelf(root: Path) -> Shelf:
    """The backup folder at `root`. Raises BadInput when there is none, or a newer longarm wrote it."""
    try:
        found = (root / _VERSION).read_text("ascii", errors="replace").split()
    except OSError:
        raise BadInput("backup-no-shelf", folder=str(root)) from None
    if len(found) != 2 or found[0] != LAYOUT:
        raise BadInput("backup-newer-shelf", folder=str(root), found=(found or ["?"])[0][:20])
    return Shelf(root, found[1][:64])


@contextmanager
def held_shelf(root: Path) -> Iterator[Shelf]:
    """The folder, made if need be and locked for this run. Raises BadInput when it cannot be used or is in use."""
    try:
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not (root / _VERSION).exists():
            if any(path.name != ".lock" and not path.name.startswith(PART) for path in root.iterdir()):
                raise BadInput("backup-foreign-folder", folder=str(root))
            Shelf(root).write(root / _VERSION, f"{LAYOUT}\n{secrets.token_hex(16)}\n".encode())
        for name in ("objects", "backups"):
            (root / name).mkdir(mode=0o700, exist_ok=True)
        handle = os.open(root / ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as fault:
        raise BadInput("backup-unwritable", folder=str(root), why=system_reason(fault)) from None
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BadInput("backup-in-use", folder=str(root)) from None
        shelf = open_shelf(root)
        shelf.sweep_parts()
        yield shelf
    finally:
        os.close(handle)
