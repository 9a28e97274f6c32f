"""One letter to one party, and its answer: sealed both ways, the answer bound to the letter."""

from __future__ import annotations

import os
import secrets
from typing import Final, Generic, NamedTuple, TypeVar

import msgspec
from django.utils import timezone

from longarm.casework.exchange.parties import party
from longarm.errors import LongarmError, Unsound
from longarm.exchange.card import Card
from longarm.exchange.letter import body, read, write
from longarm.texts import Sentence
from longarm.transport.letters import send

SOCKS: Final = "LONGARM_SOCKS"  # where Tor's SOCKS proxy is, for parties at onion addresses
Body = TypeVar("Body", bound=msgspec.Struct)


class Answer(NamedTuple, Generic[Body]):
    """`sent`: the bytes of our letter, which a hub's log stands for."""

    said: Body
    sent: bytes


def ask(card: Card, kind: str, said: msgspec.Struct, expected: type[Body], *, epoch: str = "") -> Answer[Body]:
    """Raises Refused when the other side takes it not, Unsound when it cannot be reached or answers something else."""
    us, number = party(), secrets.token_bytes(16)
    sent = write(us, card, kind, said, now=timezone.now(), sealed=True, epoch=epoch, number=number)
    answered = send(card, sent, proxy=os.environ.get(SOCKS) or None)
    letter = read(answered, us, {card.fingerprint: card}.get, now=timezone.now(), kinds=(kind,), sealed=True)
    if letter.answers != number:
        raise Unsound("exchange-answers-another", organisation=card.organisation)
    return Answer(body(letter, expected), sent)


def said_by(card: Card, fault: LongarmError) -> Sentence:
    """Who did not answer, and why, as a fact of the sentence about all that were asked."""
    return Sentence("exchange-says", organisation=card.organisation, why=Sentence(fault.message, **fault.facts))
