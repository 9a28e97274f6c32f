"""Cards at the terminal: reading a file, and the fingerprint as it is said and heard."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from longarm.cli import for_terminal
from longarm.cli.language import spoken
from longarm.errors import BadInput, system_reason
from longarm.texts import Language, say

if TYPE_CHECKING:
    from longarm.exchange.card import Card


def read_file(path: Path) -> bytes:
    """The bytes of a card's file. Raises BadInput when it cannot be read."""
    try:
        with path.open("rb") as source:
            return source.read(1 << 16)
    except OSError as fault:
        raise BadInput("hub-file-unreadable", file=str(path), why=system_reason(fault)) from None


def tell_fingerprint(card: Card, language: Language | None) -> None:
    """On standard error, so that standard output stays the card."""
    from longarm.keys.node import spoken as grouped

    chosen = language or spoken()
    said = say("hub-fingerprint", chosen, organisation=card.organisation, fingerprint=grouped(card.fingerprint))
    sys.stderr.write(for_terminal(said, chosen) + "\n")
