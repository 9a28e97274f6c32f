"""The hub's card: kept in its folder, given to whoever wants to use the hub."""

from __future__ import annotations

from datetime import datetime

from longarm.errors import BadInput
from longarm.exchange.card import Card, read_card
from longarm.hub.start import HubFolder, party_of
from longarm.store.own_card import kept_card, make_own_card


def make(folder: HubFolder, organisation: str, states: tuple[str, ...], address: str, now: datetime) -> bytes:
    """Makes and keeps it; a new one is to be given to everybody again. Raises BadInput as `make_own_card` does."""
    return make_own_card(
        folder.data, folder.keys, party_of(folder), role="hub", organisation=organisation, states=states, address=address, now=now
    )


def kept(folder: HubFolder) -> bytes:
    """Raises BadInput when none was made yet."""
    data = kept_card(folder.data)
    if data is None:
        raise BadInput("hub-no-card")
    return data


def card_of(folder: HubFolder) -> Card:
    return read_card(kept(folder))
