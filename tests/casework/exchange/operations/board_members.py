"""Other members of an operation, each a node held in memory: its keys, its list, what it was sent, what it sends."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import msgspec
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.exchange import members, parties
from longarm.casework.exchange.requests.receiving import take
from longarm.errors import Unsound
from longarm.exchange.card import Card, make_card, read_card
from longarm.exchange.letter import CARRIED, body, read, write
from longarm.exchange.operation import entry as acts
from longarm.exchange.operation.board import Board
from longarm.exchange.operation.entry import Entry, Stub
from longarm.exchange.operation.reading import board, next_entry, readers
from longarm.exchange.operation.turn import KIND, Turn, turn
from longarm.exchange.request.bodies import TAKEN, Taken
from longarm.keys.party import Party
from longarm.store.models import Outgoing


def now() -> datetime:
    return timezone.now()


def cairo_card(basma: Actor) -> Card:
    return read_card(parties.make_own_card(basma, "Unit of Cairo", ("EG",), "", now()))


class Other:
    """A node of `state`, known to Cairo, and to which Cairo is known."""

    def __init__(self, basma: Actor, name: str, state: str, party: Party | None = None) -> None:
        self.party = party or Party.new()
        self.data = make_card(
            self.party, role="node", organisation=name, states=(state,), address="https://127.0.0.1:9",
            certificate="-----BEGIN CERTIFICATE-----", made_at=now(),
        )  # fmt: skip
        self.card = read_card(self.data)
        members.add(basma, self.data, self.card.fingerprint)
        self.known = {card.fingerprint: card for card in (read_card(parties.own_card()), self.card)}
        self.held: list[Entry | Stub] = []
        self.seen: list[bytes] = []  # letters as they came
        self.off = False

    @property
    def us(self) -> str:
        return self.card.fingerprint

    def knows(self, *others: Other) -> None:
        for one in others:
            self.known[one.us] = one.card

    def board(self, operation: Any) -> Board:
        return board(operation.bytes, self.held)

    # what it receives
    def send(self, card: Card, data: bytes) -> bytes:
        """As `transport.letters.send` to this node."""
        if self.off or card.fingerprint != self.us:
            raise Unsound("exchange-unreachable", organisation=card.organisation, why="off")
        return self.takes(data)

    def takes(self, data: bytes) -> bytes:
        letter = read(data, self.party, self.known.get, now=now(), kinds=(KIND,), tolerance=CARRIED, sealed=True)
        said = body(letter, Turn)
        what = said.entry or said.stub
        assert what is not None
        assert what.author == letter.sender
        self.seen.append(msgspec.msgpack.encode(said))
        self.held.append(what)
        answer = Taken(letter.number)
        return write(self.party, self.known[letter.sender], TAKEN, answer, now=now(), sealed=True, answers=letter.number)

    # what it does
    def writes(self, operation: Any, act: acts.Act, to: tuple[str, ...] = ()) -> Entry:
        mine = [one for one in self.held if isinstance(one, Entry) and one.author == self.us]
        id_ = operation if isinstance(operation, bytes) else operation.bytes
        one = next_entry(board(id_, self.held), mine, self.us, act, at=now(), salt=secrets.token_bytes(16), to=to)
        self.held.append(one)
        return one

    def letter(self, what: Entry | Stub, to: Other | None = None, sent_at: datetime | None = None) -> bytes:
        card = to.card if to else read_card(parties.own_card())
        return write(self.party, card, KIND, turn(what), now=sent_at or now(), sealed=True)

    def does(self, operation: Any, act: acts.Act, *others: Other, to: tuple[str, ...] = ()) -> Entry:
        """Writes it and sends it at once: to Cairo, and to `others`; the stub to who may not see it."""
        one = self.writes(operation, act, to)
        seen_by = readers(board(one.operation, self.held), one)
        cairo = parties.party().fingerprint
        take(self.letter(one if cairo in seen_by else one.stub()), now())
        for other in others:
            other.takes(self.letter(one if other.us in seen_by else one.stub(), other))
        return one


def deliver(*others: Other) -> int:
    """What waits at Cairo goes to those who are there, whatever pause it has earned."""
    from longarm.casework.exchange.requests.courier import deliver as go

    where = {one.us: one for one in others}

    def send(card: Card, data: bytes) -> bytes:
        if card.fingerprint not in where:
            raise Unsound("exchange-unreachable", organisation=card.organisation, why="off")
        return where[card.fingerprint].send(card, data)

    Outgoing.objects.filter(delivered_at=None).update(next_at=now())
    return go(send).letters


def words_in(seen: Iterable[bytes]) -> bytes:
    return b"".join(seen)
