"""The holder's card: kept in its folder, given to nodes that ask it and to the other holders of a ceremony."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from longarm.errors import BadInput
from longarm.exchange.card import Card, make_card, read_card
from longarm.holder.start import HolderFolder, ours
from longarm.keys.certificate import load_or_create

NAME: Final = "card.json"


def make(folder: HolderFolder, organisation: str, states: tuple[str, ...], address: str, now: datetime) -> bytes:
    """Makes the card, and the certificate for an https address, and keeps both. A new card is to be given to everybody again."""
    parts = urlsplit(address)
    certificate = load_or_create(folder.keys, parts.hostname or "", now).pem if parts.scheme == "https" else ""
    data = make_card(
        ours(folder).party,
        role="holder",
        organisation=organisation,
        states=states,
        address=address,
        certificate=certificate,
        made_at=now,
    )
    beside = folder.data / (NAME + ".new")
    beside.write_bytes(data)
    beside.replace(folder.data / NAME)
    return data


def kept(folder: HolderFolder) -> bytes:
    """Raises BadInput when none was made yet."""
    try:
        return (folder.data / NAME).read_bytes()
    except FileNotFoundError:
        raise BadInput("keyholder-no-card") from None


def card_of(folder: HolderFolder) -> Card:
    return read_card(kept(folder))
