"""Files of the vault beside the rows that name them: what is missing, what is not as it was stored, what nobody names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Final

from django.utils import timezone

from longarm.errors import LongarmError
from longarm.evidence.report import Reason
from longarm.keys.stream import MAGIC, plain_size
from longarm.store.vault_files import VaultFile, files, named

_STRAY_AFTER: Final = timedelta(days=1)  # a file is in the vault before its row: what is younger may still get one


def vault_faults(vault: Path) -> list[Reason]:
    """Files that are missing or not as they were stored. Seen twice: a file may have been replaced between two looks."""
    return list(_faults(vault)) and list(_faults(vault))


def strays(vault: Path) -> Iterator[Path]:
    """Files no row names, and uploads that never ended, older than a day."""
    before = (timezone.now() - _STRAY_AFTER).timestamp()
    old = [file.path for file in files(vault) if file.changed_at < before]
    known = named() if old else {}
    yield from (path for path in old if path.name not in known)
    yield from (part for part in sorted(vault.glob(".part-*")) if part.stat().st_mtime < before)


def remove_strays(vault: Path) -> int:
    """Returns how many."""
    found = list(strays(vault))
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)


def _faults(vault: Path) -> Iterator[Reason]:
    there = {file.path.name: file for file in files(vault)}
    for name, row in named().items():
        file = there.get(name)
        if file is None:
            if row.must_be_there:
                yield Reason.of("check-vault-missing", {"file": name})
        elif row.stored_size not in (None, file.size) or (row.must_be_there and not _is_ours(file)):
            yield Reason.of("check-vault-altered", {"file": name})


def _is_ours(file: VaultFile) -> bool:
    """Begins and ends as a file of the vault does. Its bytes are checked whenever it is opened; that needs the case's key."""
    try:
        plain_size(file.size)
        with file.path.open("rb") as source:
            return source.read(len(MAGIC)) == MAGIC
    except (LongarmError, OSError):
        return False
