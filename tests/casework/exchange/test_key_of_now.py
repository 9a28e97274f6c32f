"""Which key a node takes, and from whom: one holder that lies neither chooses the key nor stops the others."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import Any

import pytest

from longarm.casework.exchange import blinding, epochs, members
from longarm.casework.exchange.asking import Answer
from longarm.errors import BadInput
from longarm.exchange.card import Card, make_card
from longarm.exchange.ceremony.polynomial import committed, drawn, value
from longarm.exchange.ceremony.setup import Purpose, epoch_of
from longarm.exchange.holder.bodies import Evaluated, Key, Keys, Participant, joined, parted
from longarm.exchange.oprf import group, threshold
from longarm.exchange.oprf.threshold import Share
from longarm.exchange.refused import Refused
from longarm.keys.party import Party

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
HOLDERS = [Party.new() for _ in range(3)]
LIAR = HOLDERS[0]


def key_of(needed: int, parties: list[Party], purpose: Purpose = "tokens") -> tuple[Key, dict[str, Share]]:
    line = drawn(needed, os.urandom)
    shares = {party.fingerprint: Share(place, value(line, group.small(place))) for place, party in enumerate(parties, 1)}
    there = tuple(Participant(place, party.fingerprint) for place, party in enumerate(parties, 1))
    epoch = epoch_of(1, committed(line).public, purpose)
    return Key(epoch, 0, committed(line), there, bytes(32), None, purpose), shares


@pytest.fixture(autouse=True)
def _holders() -> None:
    for party in HOLDERS:
        card = make_card(party, role="holder", organisation="holder", states=(), address="", certificate="", made_at=NOW)
        members.add(None, card, party.fingerprint)


def saying(monkeypatch: pytest.MonkeyPatch, keys: dict[str, tuple[Key, ...]]) -> None:
    monkeypatch.setattr(epochs, "ask", lambda card, *_: Answer(Keys(keys[card.fingerprint]), b""))


@pytest.mark.parametrize("needed", [1, 2])
def test_one_holder_alone_does_not_choose_the_key(needed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says that its own key takes one holder, itself; with that it could read every token at the hub."""
    (right, _), (wrong, _) = key_of(2, HOLDERS), key_of(needed, [LIAR] * needed)
    for liar in HOLDERS:
        wrong = Key(wrong.epoch, 0, wrong.commitments, (Participant(1, liar.fingerprint),), bytes(32), None)
        saying(monkeypatch, {who.fingerprint: (wrong, right) if who is liar else (right,) for who in HOLDERS})
        assert epochs.take() == right
    saying(monkeypatch, {who.fingerprint: (wrong,) if who is LIAR else () for who in HOLDERS})
    with pytest.raises(BadInput):
        epochs.take()


def test_two_of_five_that_say_two_are_enough_do_not_choose_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    more = [Party.new() for _ in range(2)]
    for party in more:
        card = make_card(party, role="holder", organisation="holder", states=(), address="", certificate="", made_at=NOW)
        members.add(None, card, party.fingerprint)
    everybody = [*HOLDERS, *more]
    (right, _), (wrong, _) = key_of(3, everybody), key_of(2, HOLDERS[:2])
    saying(monkeypatch, {who.fingerprint: (wrong,) if who in HOLDERS[:2] else (right,) for who in everybody})
    assert epochs.take() == right


def test_a_newer_key_for_escrows_is_not_taken_for_tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    (right, _), (escrow, _) = key_of(2, HOLDERS), key_of(2, HOLDERS, "escrow")
    saying(monkeypatch, {who.fingerprint: (escrow, right) for who in HOLDERS})
    assert epochs.take() == right


def test_one_holder_that_says_the_key_is_another_stops_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    key, shares = key_of(2, HOLDERS)

    def ask(card: Card, _: str, said: Any, *__: object, epoch: str) -> Answer[Evaluated]:
        if card.fingerprint == LIAR.fingerprint:
            raise Refused("wrong-epoch")
        done = threshold.evaluate(shares[card.fingerprint], said.indices, parted(said.elements))
        return Answer(Evaluated(joined(done.elements), done.proof), b"")

    monkeypatch.setattr(blinding, "ask", ask)
    for _ in range(5):
        assert len(blinding.outputs(key, [b"phone"])[0]) == 64

    def all_say(*_: object, **__: object) -> Answer[Evaluated]:
        raise Refused("wrong-epoch")

    monkeypatch.setattr(blinding, "ask", all_say)
    with pytest.raises(Refused, match="key"):
        blinding.outputs(key, [b"phone"])
