"""The backup key from its paper: typed without being shown, or read from a file."""

from __future__ import annotations

import sys
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from longarm.cli import for_terminal
from longarm.errors import BadInput, system_reason
from longarm.texts import Language, say

if TYPE_CHECKING:
    from nacl.public import PrivateKey

_LONGEST: Final = 4096


def read_paper(file: Path | None, language: Language) -> PrivateKey:
    """Raises BadInput when the file cannot be read, or what it holds (or was typed) is no backup key."""
    from longarm.keys.backup import read_backup_paper

    if file is not None:
        try:
            with file.open(encoding="utf-8", errors="replace") as source:
                return read_backup_paper(source.read(_LONGEST))
        except OSError as fault:
            raise BadInput("keys-secret-unreadable", file=str(file), why=system_reason(fault)) from None
    if sys.stdin.isatty():
        return read_backup_paper(getpass(for_terminal(say("restore-type-key", language), language) + " "))
    return read_backup_paper(sys.stdin.readline(_LONGEST))
