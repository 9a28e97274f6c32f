"""A key holder in a folder, its keys, and bringing it up."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from longarm.keys.party import Party
from longarm.keys.secret import NAME as SECRET
from longarm.keys.secret import create_secret, read_secret
from longarm.store.service_folder import ServiceFolder


class HolderFolder(ServiceFolder):
    """Shares lie sealed in the database, under a secret among the keys: a copy of the data opens none."""

    name: ClassVar[str] = "holder"
    text: ClassVar[str] = "keyholder"


@dataclass(frozen=True, slots=True)
class Ours:
    """Who this holder is, and the secret of its folder."""

    party: Party
    secret: bytes = field(repr=False)


def folder_of(data: Path | str | None = None) -> HolderFolder:
    """The holder in `data`, else in LONGARM_HOLDER, else in ./holder; its keys in LONGARM_HOLDER_KEYS, else beside it."""
    return HolderFolder.at(data)


def bring_up(folder: HolderFolder, *, make: bool = True) -> Ours:
    """Folder, keys, Django, tables. Raises BadInput as `ServiceFolder.bring_up` and `whose.owner` do."""
    folder.bring_up(make=make)
    from longarm.holder.models import KeyShare, Owner
    from longarm.store.whose import owner

    new = not Owner.objects.exists() and not KeyShare.objects.exists()
    owner(Owner.objects, folder.keys)
    if new and not (folder.keys / SECRET).exists():  # never for a holder that has shares: a new secret would open none
        create_secret(folder.keys)
    return ours(folder)


@lru_cache(maxsize=4)
def ours(folder: HolderFolder) -> Ours:
    """The keys, read once. Raises BadInput when they are missing or not ours."""
    return Ours(Party.load_or_create(folder.keys), read_secret(folder.keys))
