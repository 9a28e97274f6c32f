"""The other nodes this one speaks with, as rows that requests point to and as cards that letters are sealed to."""

from __future__ import annotations

from longarm.casework.exchange import members
from longarm.casework.exchange.parties import card_in
from longarm.errors import BadInput
from longarm.exchange.card import Card
from longarm.exchange.refused import Refused
from longarm.store.models import Member


def card_of(fingerprint: str) -> Card | None:
    """The card of a node that letters are taken from and sent to; None for a stranger, for one cut off, and for no node."""
    card = members.card_of(fingerprint)
    return card if card is not None and card.role == "node" else None


def member_of(fingerprint: str) -> Member:
    """The row of a node that is spoken with. Raises BadInput when it is no member, or not any more."""
    row = members.row_of(fingerprint)
    if row is None or row.role != Member.Role.NODE or row.cut_off_at is not None:
        raise BadInput("request-no-such-node")
    return row


def sender_of(fingerprint: str) -> Member:
    """The same for a letter that came. Raises Refused."""
    try:
        return member_of(fingerprint)
    except BadInput:
        raise Refused("unknown-member") from None


def card_to(row: Member | None) -> Card:
    """The card to write to now. Raises BadInput when the node was cut off."""
    if row is None or row.cut_off_at is not None:
        raise BadInput("request-no-such-node")
    return card_in(row)


def nodes(state: str = "") -> tuple[Card, ...]:
    """The nodes that can be asked, of `state` only where one is given; a body of no one state is among them always."""
    found = (card for card in members.cards() if card.role == "node")
    return tuple(card for card in found if not state or not card.states or state in card.states)
