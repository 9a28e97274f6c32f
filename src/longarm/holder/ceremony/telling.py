"""What we said in a ceremony, for one of the others: as the answer to its letter, or to be carried in a file."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from longarm.exchange.card import Card
from longarm.exchange.holder.bodies import AskCeremony, Told
from longarm.exchange.letter import Letter, body, write
from longarm.exchange.refused import Refused
from longarm.holder.ceremony.keeping import cards_of, load
from longarm.holder.models import Ceremony
from longarm.holder.start import Ours

KEPT: Final = timedelta(days=30)  # after the ceremony the others may still fetch what they missed


def card_of(fingerprint: str) -> Card | None:
    """The card of who takes part in a ceremony that our people began."""
    for row in Ceremony.objects.order_by("-id")[:20]:
        if fingerprint in (cards := cards_of(row)):
            return cards[fingerprint]
    return None


def tell(ours: Ours, letter: Letter, now: datetime) -> bytes:
    """The answer to who asks. Raises Refused("unknown") when our people did not begin this one, or without the sender."""
    row = Ceremony.objects.filter(session=body(letter, AskCeremony).session).first()
    if row is None or letter.sender not in cards_of(row):
        raise Refused("unknown")
    return letter_to(ours, row, cards_of(row)[letter.sender], now, answers=letter.number)


def letter_to(ours: Ours, row: Ceremony, card: Card, now: datetime, answers: bytes = b"") -> bytes:
    messages = tuple(each.message for each in load(ours, row).said if each.to == card.fingerprint)
    return write(ours.party, card, "ceremony", Told(row.session, messages), now=now, sealed=True, answers=answers)
