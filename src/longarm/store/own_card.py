"""The card of a hub or a key holder: a file in its data folder, made again whole or not at all."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from longarm.exchange.card import Role, check_said, make_card
from longarm.keys.certificate import load_or_create
from longarm.keys.party import Party

NAME: Final = "card.json"


def make_own_card(
    data: Path, keys: Path, party: Party, *, role: Role, organisation: str, states: tuple[str, ...], address: str, now: datetime
) -> bytes:
    """Makes the card, and the certificate for an https address, and keeps both. A new card is to be given to everybody again.

    Raises BadInput when it would say what no card may say.
    """
    check_said(organisation, states, address)
    parts = urlsplit(address)
    certificate = load_or_create(keys, parts.hostname or "", now).pem if parts.scheme == "https" else ""
    card = make_card(
        party, role=role, organisation=organisation, states=states, address=address, certificate=certificate, made_at=now
    )
    beside = data / (NAME + ".new")
    beside.write_bytes(card)
    beside.replace(data / NAME)
    return card


def kept_card(data: Path) -> bytes | None:
    """The file; None when none was made yet."""
    try:
        return (data / NAME).read_bytes()
    except FileNotFoundError:
        return None
