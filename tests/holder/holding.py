"""Three key holders and two nodes, without a network: letters go in and come out as bytes."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from longarm.exchange.card import Card, Role, make_card, read_card
from longarm.exchange.holder.bodies import AskKeys, Evaluate, Evaluated, Key, Keys, Participant, joined, parted
from longarm.exchange.letter import body, read, write
from longarm.exchange.oprf import group, threshold, voprf
from longarm.exchange.token import Token, input_of
from longarm.holder.answering import answer
from longarm.holder.start import Ours
from longarm.keys.party import Party

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
TRIPOLI, CAIRO = Party.new(), Party.new()
PHONE = "+218910000017"
CONTEXT = voprf.VOPRF


def card_bytes(party: Party, organisation: str, role: Role = "node") -> bytes:
    return make_card(party, role=role, organisation=organisation, states=(), address="", certificate="", made_at=NOW)


def card_of(party: Party, organisation: str = "Holder", role: Role = "holder") -> Card:
    return read_card(card_bytes(party, organisation, role))


@dataclass(frozen=True)
class Dealt:
    """A key that the test knows, in shares: what no ceremony ever gives to anybody."""

    secret: bytes
    key: Key
    shares: tuple[threshold.Share, ...]


def deal(holders: tuple[Party, ...], epoch: str = "1-test", renewal: int = 0, secret: bytes | None = None) -> Dealt:
    """2 of n."""
    constant, slope = secret or group.random_scalar(os.urandom), group.random_scalar(os.urandom)
    commitments = threshold.Commitments((group.base(constant), group.base(slope)))
    shares = tuple(
        threshold.Share(index, group.scalar_add(constant, group.scalar_mul(group.small(index), slope)))
        for index in range(1, len(holders) + 1)
    )
    there = tuple(Participant(index, party.fingerprint) for index, party in enumerate(holders, 1))
    return Dealt(constant, Key(epoch, renewal, commitments, there, b"", None), shares)


def question(party: Party, holder: Card, key: Key, indices: tuple[int, ...], given: tuple[bytes, ...], **changed: Any) -> bytes:
    """`changed`: now, renewal, epoch, number."""
    asked = Evaluate(changed.pop("renewal", key.renewal), indices, joined(given))
    changed = {"now": NOW, "epoch": key.epoch, **changed}
    return write(party, holder, "evaluate", asked, sealed=True, **changed)


def heard(party: Party, holder: Card, data: bytes, now: datetime = NOW) -> threshold.Evaluated:
    letter = read(data, party, {holder.fingerprint: holder}.get, now=now, kinds=("evaluate",), sealed=True)
    said = body(letter, Evaluated)
    return threshold.Evaluated(parted(said.elements), said.proof)


def ask_keys(ours: Ours, holder: Card, party: Party) -> Keys:
    data = answer(ours, write(party, holder, "key", AskKeys(), now=NOW, sealed=True), NOW)
    return body(read(data, party, {holder.fingerprint: holder}.get, now=NOW, kinds=("key",), sealed=True), Keys)


def single_key_token(secret: bytes, phone: str = PHONE) -> Token:
    """What one party with the whole key would give."""
    given = input_of("phone", phone)
    return Token.of(voprf.output(given, group.mul(secret, group.hash_to_group(given, CONTEXT))))
