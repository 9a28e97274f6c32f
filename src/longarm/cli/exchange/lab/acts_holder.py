"""What the people of a key holder do in the lab."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from longarm.exchange.ceremony.setup import Purpose


class Acts:
    def __init__(self, data: Path) -> None:
        from longarm.holder.start import bring_up, folder_of

        self._folder = folder_of(data)
        self._ours = bring_up(self._folder, make=True)
        self._session = ""

    def card(self, organisation: str, address: str) -> str:
        from longarm.holder import card

        return card.make(self._folder, organisation, (), address, datetime.now(UTC)).decode()

    def members(self, cards: list[str]) -> None:
        """Nobody compares by voice in a lab: the fingerprint is the card's own."""
        from longarm.exchange.card import read_card
        from longarm.holder import hubs, members

        for data in map(str.encode, cards):
            card = read_card(data)
            (hubs if card.role == "hub" else members).add(data, card.fingerprint, datetime.now(UTC))

    def begin(self, cards: list[str], threshold: int, purpose: Purpose = "tokens") -> None:
        from longarm.exchange.card import read_card
        from longarm.holder.ceremony import acts as ceremony
        from longarm.holder.ceremony.plan import Plan

        others = [data.encode() for data in cards]
        everybody = (self._ours.party.fingerprint, *(read_card(data).fingerprint for data in others))
        plan = Plan(everybody=everybody, threshold=threshold, number=1, attempt=1, key=None, leaving=(), purpose=purpose)
        self._session = ceremony.begin(self._ours, plan, others, datetime.now(UTC)).session

    def fetch(self) -> str:
        """One round of the ceremony. Returns the hash of all that was said once it is done, else nothing."""
        from longarm.holder.ceremony.rounds import fetch

        view, _ = fetch(self._ours, self._session, datetime.now(UTC))
        return view.transcript if view.done else ""

    def confirm(self, transcript: str) -> str:
        """Returns the epoch."""
        from longarm.holder.ceremony import acts as ceremony

        return ceremony.confirm(self._ours, self._session, transcript, datetime.now(UTC)).epoch

    def saw(self) -> dict[str, Any]:
        """How many elements were asked of it today, by all nodes."""
        from longarm.holder.members import everybody

        return {"elements": sum(view.spent for view in everybody(datetime.now(UTC)))}


acts = Acts
