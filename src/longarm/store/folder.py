"""The data folder of a node: where the database, the vault and the version of their layout lie; made readable to us only."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from longarm.errors import BadInput

LAYOUT: Final = 1
_VERSION_FILE: Final = "LAYOUT"
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


def beside(data: Path) -> Path:
    return data.with_name(data.name + ".keys")


def folder_of(data: Path | str | None = None) -> Folder:
    """The node in `data`, else in `LONGARM_DATA`, else in ./data; its keys in `LONGARM_KEYS`, else beside it."""
    path = Path(data or os.environ.get("LONGARM_DATA") or "data").absolute()
    keys = os.environ.get("LONGARM_KEYS")
    return Folder(path, Path(keys).absolute() if keys else beside(path))


def prepare(folder: Folder) -> bool:
    """Makes the folder (0700) if it is not there. True when it is new.

    Raises BadInput when it cannot be written, or a newer longarm has written it.
    """
    try:
        folder.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        version = folder.data / _VERSION_FILE
        is_new = not version.exists()
        if is_new:
            if any(folder.data.iterdir()):
                raise BadInput("store-foreign-folder", folder=str(folder.data))
            folder.data.chmod(0o700)
            version.write_text(f"{LAYOUT}\n")
        found = version.read_text().strip()
        folder.vault.mkdir(mode=0o700, exist_ok=True)
        (folder.data / _PROBE).touch()
        (folder.data / _PROBE).unlink()
    except OSError as fault:
        raise BadInput("store-folder-unwritable", folder=str(folder.data), why=fault.strerror or str(fault)) from None
    if not found.isdecimal() or int(found) > LAYOUT:
        raise BadInput("store-newer-folder", folder=str(folder.data), found=found[:20], known=LAYOUT)
    return is_new
