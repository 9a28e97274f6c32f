"""A key holder in a folder: its places, its keys, Django for its tables alone, and bringing it up."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from longarm.errors import BadInput
from longarm.keys.party import Party
from longarm.keys.secret import NAME as SECRET
from longarm.keys.secret import create_secret, read_secret
from longarm.store.database import databases

_MARK: Final = "HOLDER"
_LAYOUT: Final = "1"


@dataclass(frozen=True, slots=True)
class HolderFolder:
    """`data`: the database (unless DATABASE_URL names another), shares sealed in it. `keys`: who the holder is, and the
    secret its shares lie under: a copy of the data opens none."""

    data: Path
    keys: Path

    @property
    def database(self) -> Path:
        return self.data / "holder.sqlite3"


@dataclass(frozen=True, slots=True)
class Ours:
    """Who this holder is, and the secret of its folder."""

    party: Party
    secret: bytes = field(repr=False)


def folder_of(data: Path | str | None = None) -> HolderFolder:
    """The holder in `data`, else in LONGARM_HOLDER, else in ./holder; its keys in LONGARM_HOLDER_KEYS, else beside it."""
    path = Path(data or os.environ.get("LONGARM_HOLDER") or "holder").absolute()
    keys = os.environ.get("LONGARM_HOLDER_KEYS")
    return HolderFolder(path, Path(keys).absolute() if keys else path.with_name(path.name + ".keys"))


def settings_of(folder: HolderFolder) -> dict[str, Any]:
    """What the holder's tables need, for `settings.configure` or to begin a settings module with."""
    return {
        "INSTALLED_APPS": ["longarm.holder"],
        "DATABASES": databases(folder.database),
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "HOLDER_FOLDER": folder,
        "LOGGING_CONFIG": None,
    }


def bring_up(folder: HolderFolder, *, make: bool = True) -> Ours:
    """Folder, keys, Django, tables. `make`: a holder that is not there yet is made; else BadInput.

    Raises BadInput when the folders cannot be used, hold something else, or a newer longarm made them.
    """
    os.umask(0o077)
    if not make and not (folder.data / _MARK).is_file():
        raise BadInput("keyholder-none-here", folder=str(folder.data))
    new = _prepare(folder)
    import django
    from django.conf import settings

    if not settings.configured:
        settings.configure(**settings_of(folder))
    django.setup()
    from longarm.store.upgrade import migrate

    migrate()
    if new and not (folder.keys / SECRET).exists():  # never for a holder that has shares: a new secret would open none
        create_secret(folder.keys)
    return ours(folder)


@lru_cache(maxsize=4)
def ours(folder: HolderFolder) -> Ours:
    """The keys, read once. Raises BadInput when they are missing or not ours."""
    return Ours(Party.load_or_create(folder.keys), read_secret(folder.keys))


def _prepare(folder: HolderFolder) -> bool:
    """Makes the two folders (0700). True when they are new, or were never finished."""
    mark = folder.data / _MARK
    try:
        for path in (folder.data, folder.keys):
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not mark.exists():
            if any(folder.data.iterdir()):
                raise BadInput("store-foreign-folder", folder=str(folder.data))
            mark.write_text(_LAYOUT + "\n")
        found = mark.read_text().strip()
        new = not (folder.keys / SECRET).exists() and not folder.database.exists()
    except OSError as fault:
        raise BadInput("store-folder-unwritable", folder=str(folder.data), why=fault.strerror or str(fault)) from None
    if found != _LAYOUT:
        raise BadInput("keyholder-newer-folder", folder=str(folder.data))
    return new
