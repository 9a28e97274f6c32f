"""Takes old backups away, and objects that none of those left names. Called with the folder held."""

from __future__ import annotations

from typing import NamedTuple

from longarm.casework.backup import manifest
from longarm.casework.backup.shelf import Shelf
from longarm.errors import BadInput, LongarmError, system_reason


class Pruned(NamedTuple):
    removed: int  # backups
    unread: int  # backups that are altered or cannot be read


def prune(shelf: Shelf, keep: int | None) -> Pruned:
    """Leaves the newest `keep` backups (None: all). Backups go first, then objects: killed in between, nothing is missing.

    While one of the backups cannot be read nobody knows which objects it needs, and nothing is taken away.
    Raises BadInput when the folder cannot be changed.
    """
    numbers = list(shelf.backups())
    old = numbers[:-keep] if keep else []
    needed: set[str] = set()
    unread = 0
    for number in numbers:
        try:
            found = manifest.read(shelf, number).manifest
        except LongarmError:
            unread += 1
            continue
        if number not in old:
            needed |= {found.rows.object, *(file.object for file in found.files)}
    if unread:
        return Pruned(0, unread)
    try:
        for number in old:
            shelf.backup_path(number).unlink()
        for path in shelf.objects():
            if path.name not in needed:
                path.unlink()
    except OSError as fault:
        raise BadInput("backup-unwritable", folder=str(shelf.root), why=system_reason(fault)) from None
    return Pruned(len(old), 0)
