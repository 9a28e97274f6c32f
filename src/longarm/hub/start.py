"""A hub in a folder, and bringing it up."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from longarm.keys.party import Party
from longarm.store.service_folder import ServiceFolder


class HubFolder(ServiceFolder):
    name: ClassVar[str] = "hub"
    text: ClassVar[str] = "hub"


def folder_of(data: Path | str | None = None) -> HubFolder:
    """The hub in `data`, else in LONGARM_HUB, else in ./hub; its keys in LONGARM_HUB_KEYS, else beside it (`….keys`)."""
    return HubFolder.at(data)


def bring_up(folder: HubFolder, *, make: bool = True) -> Party:
    """Folder, keys, Django, tables. Raises BadInput as `ServiceFolder.bring_up` and `whose.owner` do."""
    folder.bring_up(make=make)
    from longarm.hub.models import Owner
    from longarm.store.whose import owner

    owner(Owner.objects, folder.keys)
    return party_of(folder)


@lru_cache(maxsize=4)
def party_of(folder: HubFolder) -> Party:
    """Who this hub is: its keys, read once."""
    return Party.load_or_create(folder.keys)
