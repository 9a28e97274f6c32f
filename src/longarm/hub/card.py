"""The hub's card: kept in its folder, given to whoever wants to use the hub."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from longarm.errors import BadInput
from longarm.exchange.card import Card, make_card, read_card
from longarm.hub.start import HubFolder, party_of
from longarm.keys.certificate import load_or_create

NAME: Final = "card.json"


def make(folder: HubFolder, organisation: str, states: tuple[str, ...], address: str, now: datetime) -> bytes:
    """Makes the card, and the certificate for its address, and keeps both. A new card is to be given to everybody again."""
    onion = urlsplit(address).scheme == "http"
    certificate = "" if onion else load_or_create(folder.keys, urlsplit(address).hostname or "", now).pem
    data = make_card(
        party_of(folder),
        role="hub",
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


def kept(folder: HubFolder) -> bytes:
    """Raises BadInput when none was made yet."""
    try:
        return (folder.data / NAME).read_bytes()
    except FileNotFoundError:
        raise BadInput("hub-no-card") from None


def card_of(folder: HubFolder) -> Card:
    return read_card(kept(folder))
