"""A hub in a folder: its places, Django for its tables alone, and bringing it up."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from longarm.errors import BadInput
from longarm.keys.party import Party
from longarm.store.database import databases

_MARK: Final = "HUB"
_LAYOUT: Final = "1"


@dataclass(frozen=True, slots=True)
class HubFolder:
    """`data`: the database (unless DATABASE_URL names another). `keys`: who the hub is; a copy of the data does not hold it."""

    data: Path
    keys: Path

    @property
    def database(self) -> Path:
        return self.data / "hub.sqlite3"


def folder_of(data: Path | str | None = None) -> HubFolder:
    """The hub in `data`, else in LONGARM_HUB, else in ./hub; its keys in LONGARM_HUB_KEYS, else beside it (`….keys`)."""
    path = Path(data or os.environ.get("LONGARM_HUB") or "hub").absolute()
    keys = os.environ.get("LONGARM_HUB_KEYS")
    return HubFolder(path, Path(keys).absolute() if keys else path.with_name(path.name + ".keys"))


def settings_of(folder: HubFolder) -> dict[str, Any]:
    """What the hub's tables need, for `settings.configure` or to begin a settings module with."""
    return {
        "INSTALLED_APPS": ["longarm.hub"],
        "DATABASES": databases(folder.database),
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "HUB_FOLDER": folder,
        "LOGGING_CONFIG": None,
    }


def prepare(folder: HubFolder) -> None:
    """Makes the two folders (0700). Raises BadInput when they cannot be used, hold something else, or a newer hub made them."""
    mark = folder.data / _MARK
    try:
        for path in (folder.data, folder.keys):
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not mark.exists():
            if any(folder.data.iterdir()):
                raise BadInput("store-foreign-folder", folder=str(folder.data))
            mark.write_text(_LAYOUT + "\n")
        found = mark.read_text().strip()
    except OSError as fault:
        raise BadInput("store-folder-unwritable", folder=str(folder.data), why=fault.strerror or str(fault)) from None
    if found != _LAYOUT:
        raise BadInput("hub-newer-folder", folder=str(folder.data))


def bring_up(folder: HubFolder, *, make: bool = True) -> Party:
    """Folder, keys, Django, tables. `make`: a hub that is not there yet is made; else BadInput."""
    os.umask(0o077)
    if not make and not (folder.data / _MARK).is_file():
        raise BadInput("hub-no-hub", folder=str(folder.data))
    prepare(folder)
    import django
    from django.conf import settings

    if not settings.configured:
        settings.configure(**settings_of(folder))
    django.setup()
    from longarm.store.upgrade import migrate

    migrate()
    return party_of(folder)


@lru_cache(maxsize=4)
def party_of(folder: HubFolder) -> Party:
    """Who this hub is: its keys, read once."""
    return Party.load_or_create(folder.keys)
