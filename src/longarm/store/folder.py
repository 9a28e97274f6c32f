"""The data folder of a node: where the database, the vault and the version of their layout lie; made readable to us only."""

from __future__ import annotations

import fcntl
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from longarm.errors import BadInput, system_reason

LAYOUT: Final = 1
_VERSION_FILE: Final = "LAYOUT"
_BEGUN: Final = ".LAYOUT-"  # of a start that is at it too, or was killed there
_LOCK: Final = ".lock"
_PROBE: Final = ".writable"


@dataclass(frozen=True, slots=True)
class Folder:
    """A node's places. `keys` lies outside `data`: a copy of the data folder opens nothing."""

    data: Path
    keys: Path

    @property
    def database(self) -> Path:
        return self.data / "longarm.sqlite3"

    @property
    def vault(self) -> Path:
        return self.data / "vault"

    @property
    def own_keys(self) -> bool:
        """Do the keys lie beside the data, on the same disk, because nobody named another place?"""
        return self.keys == beside(self.data)


def hold(folder: Folder) -> int:
    """Locks the folder for this process until it ends: one node, one server. Raises BadInput when another holds it."""
    handle = os.open(folder.data / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        raise BadInput("store-folder-in-use", folder=str(folder.data)) from None
    return handle


def beside(data: Path) -> Path:
    return data.with_name(data.name + ".keys")


def folder_of(data: Path | str | None = None) -> Folder:
    """The node in `data`, else in `LONGARM_DATA`, else in ./data; its keys in `LONGARM_KEYS`, else beside it."""
    path = Path(data or os.environ.get("LONGARM_DATA") or "data").absolute()
    keys = os.environ.get("LONGARM_KEYS")
    return Folder(path, Path(keys).absolute() if keys else beside(path))


def is_node(folder: Folder) -> bool:
    """Has a node been made here? Its database may still be another's (PostgreSQL)."""
    try:
        return (folder.data / _VERSION_FILE).is_file() and (bool(os.environ.get("DATABASE_URL")) or folder.database.is_file())
    except OSError:
        return False


def prepare(folder: Folder) -> bool:
    """Makes the folder (0700) if it is not there. True when it is new. Several may do so at the same moment.

    Raises BadInput when it cannot be written, or a newer longarm has written it.
    """
    try:
        folder.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        version = folder.data / _VERSION_FILE
        is_new = not version.exists()
        if is_new:
            others = any(not path.name.startswith(_BEGUN) for path in folder.data.iterdir())
            if others and not version.exists():  # it may have come meanwhile
                raise BadInput("store-foreign-folder", folder=str(folder.data))
            folder.data.chmod(0o700)
            written = folder.data / f"{_BEGUN}{os.getpid()}"
            written.write_text(f"{LAYOUT}\n")
            written.replace(version)  # there whole, or not at all
        found = version.read_text().strip()
        folder.vault.mkdir(mode=0o700, exist_ok=True)
        (folder.data / _PROBE).touch()
        (folder.data / _PROBE).unlink(missing_ok=True)
    except OSError as fault:
        raise BadInput("store-folder-unwritable", folder=str(folder.data), why=system_reason(fault)) from None
    if not found.isdecimal() or int(found) > LAYOUT:
        raise BadInput("store-newer-folder", folder=str(folder.data), found=found[:20], known=LAYOUT)
    return is_new
