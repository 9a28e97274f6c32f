"""What the people of the hub do in the lab."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any


class Acts:
    def __init__(self, data: Path) -> None:
        from longarm.hub.start import bring_up, folder_of

        self._folder = folder_of(data)
        bring_up(self._folder, make=True)

    def card(self, organisation: str, address: str) -> str:
        from longarm.hub import card

        return card.make(self._folder, organisation, (), address, datetime.now(UTC)).decode()

    def members(self, cards: list[str]) -> None:
        """Nobody compares by voice in a lab: the fingerprint is the card's own."""
        from longarm.exchange.card import read_card
        from longarm.hub.members import add

        for data in map(str.encode, cards):
            add(data, read_card(data).fingerprint, datetime.now(UTC))

    def saw(self) -> dict[str, Any]:
        from longarm.hub.models import Hit, Registration

        return {"tokens": Registration.objects.count(), "hits": Hit.objects.count()}


acts = Acts
