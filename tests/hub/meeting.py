"""A hub and three members of three states, in this process: letters go in and come out as bytes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

import msgspec

from longarm.exchange.card import Card, make_card, read_card
from longarm.exchange.hub.bodies import AskHead, AskProof, Entry, FetchHits, Hits, Logged, Proof, Register, Withdraw
from longarm.exchange.letter import body, read, write
from longarm.exchange.log.head import Head
from longarm.exchange.refused import Refused
from longarm.hub.answering import answer
from longarm.hub.lines import note_refused
from longarm.hub.members import add
from longarm.keys.party import Party

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
HUB, TRIPOLI, CAIRO, TUNIS = Party.new(), Party.new(), Party.new(), Party.new()
Body = TypeVar("Body", bound=msgspec.Struct)


def card_of(party: Party, organisation: str, role: str = "node", states: tuple[str, ...] = ()) -> bytes:
    return make_card(
        party,
        role=role,  # type: ignore[arg-type]
        organisation=organisation,
        states=states,
        address="",
        certificate="",
        made_at=NOW,
    )


CARDS = {
    TRIPOLI: card_of(TRIPOLI, "Tripoli", states=("LY",)),
    CAIRO: card_of(CAIRO, "Cairo", states=("EG",)),
    TUNIS: card_of(TUNIS, "Tunis", states=("TN",)),
}
HUB_CARD: Card = read_card(card_of(HUB, "The hub", "hub"))


def join(*parties: Party, now: datetime = NOW) -> None:
    for party in parties:
        add(CARDS.get(party) or card_of(party, "Another"), party.fingerprint, now)


def letter(party: Party, kind: str, said: msgspec.Struct, now: datetime = NOW) -> bytes:
    return write(party, HUB_CARD, kind, said, now=now, sealed=True)


def sent(party: Party, data: bytes, now: datetime = NOW) -> bytes:
    try:
        return answer(HUB, data, now)
    except Refused as fault:
        note_refused(fault, now)
        raise


def heard(party: Party, data: bytes, kind: type[Body], now: datetime = NOW) -> Body:
    cards = {HUB_CARD.fingerprint: HUB_CARD}
    return body(
        read(data, party, cards.get, now=now, kinds=("register", "withdraw", "hits", "head", "proof", "members", "apart")), kind
    )


def ask(party: Party, kind: str, said: msgspec.Struct, expected: type[Body], now: datetime = NOW) -> Body:
    return heard(party, sent(party, letter(party, kind, said, now), now), expected, now)


def entry(token: bytes, envelope: bytes = b"envelope", until: date | None = None) -> Entry:
    return Entry(token.ljust(32, b"."), envelope, until or (NOW + timedelta(days=30)).date())


def registers(party: Party, *tokens: bytes, now: datetime = NOW) -> Logged:
    envelope = f"to {party.fingerprint[:8]}".encode()
    return ask(party, "register", Register(tuple(entry(token, envelope) for token in tokens)), Logged, now)


def withdraws(party: Party, *tokens: bytes, now: datetime = NOW) -> Logged:
    return ask(party, "withdraw", Withdraw(tuple(token.ljust(32, b".") for token in tokens)), Logged, now)


def hits_of(party: Party, *seen: bytes, now: datetime = NOW) -> Hits:
    return ask(party, "hits", FetchHits(seen), Hits, now)


def others(party: Party, now: datetime = NOW) -> list[tuple[bytes, str]]:
    """Tokens and with whom, of the hits that wait."""
    return [(hit.token.rstrip(b"."), hit.other) for hit in hits_of(party, now=now).hits]


def head_of(party: Party) -> Head:
    return ask(party, "head", AskHead(), Head)


def proof_of(party: Party, old: int, new: int) -> Proof:
    return ask(party, "proof", AskProof(old, new), Proof)
