"""The holder's card: kept in its folder, given to nodes that ask it and to the other holders of a ceremony."""

from __future__ import annotations

from datetime import datetime

from longarm.errors import BadInput
from longarm.exchange.card import Card, read_card
from longarm.holder.start import HolderFolder, ours
from longarm.store.own_card import kept_card, make_own_card


def make(folder: HolderFolder, organisation: str, states: tuple[str, ...], address: str, now: datetime) -> bytes:
    """Makes and keeps it; a new one is to be given to everybody again. Raises BadInput as `make_own_card` does."""
    return make_own_card(
        folder.data,
        folder.keys,
        ours(folder).party,
        role="holder",
        organisation=organisation,
        states=states,
        address=address,
        now=now,
    )


def kept(folder: HolderFolder) -> bytes:
    """Raises BadInput when none was made yet."""
    data = kept_card(folder.data)
    if data is None:
        raise BadInput("keyholder-no-card")
    return data


def card_of(folder: HolderFolder) -> Card:
    return read_card(kept(folder))
