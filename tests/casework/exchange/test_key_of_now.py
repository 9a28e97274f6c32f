"""Which key a node takes, and from whom: one holder that lies neither chooses the key nor stops the others."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from hashlib import sha512
from typing import Any, get_args

import pytest
from nodes import case_of

import people
from longarm.casework.case_keys import open_for
from longarm.casework.cases import open_case
from longarm.casework.exchange import blinding, epochs, members, tokens
from longarm.casework.exchange.asking import Answer
from longarm.casework.exchange.permitted import choose
from longarm.errors import BadInput
from longarm.exchange.card import Card, make_card
from longarm.exchange.ceremony.polynomial import committed, drawn, value
from longarm.exchange.ceremony.setup import Purpose, epoch_of
from longarm.exchange.holder.bodies import Evaluated, Key, Keys, Participant, joined, parted
from longarm.exchange.oprf import group, threshold
from longarm.exchange.oprf.threshold import Share
from longarm.exchange.refused import Refused
from longarm.keys.party import Party
from longarm.store.models import Epoch

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


def test_a_newer_key_is_heard_of_within_a_day_and_what_was_made_with_the_old_one_is_made_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Else reports would lie at the hub under a key that nobody answers with any more, and nobody would know."""
    old, new = ({purpose: key_of(2, HOLDERS, purpose)[0] for purpose in get_args(Purpose)} for _ in range(2))
    there = dict(old)
    asked = list[str]()

    def ask(card: Card, *_: object) -> Answer[Keys]:
        asked.append(card.fingerprint)
        return Answer(Keys(tuple(there.values())), b"")

    monkeypatch.setattr(epochs, "ask", ask)
    for purpose in get_args(Purpose):
        epochs.look(purpose)  # nobody is asked before there is a first
        assert asked == []
    for purpose, key in old.items():
        assert epochs.take(purpose) == key
    asked.clear()
    there = dict(new)
    for purpose in get_args(Purpose):
        epochs.look(purpose)
        assert epochs.current(purpose) == old[purpose]
    assert asked == []
    Epoch.objects.update(taken_at=datetime.now(UTC) - timedelta(days=2))
    for purpose in get_args(Purpose):
        epochs.look(purpose)
        epochs.look(purpose)
        assert epochs.current(purpose) == new[purpose]
    assert len(asked) == 2 * len(HOLDERS)
    Epoch.objects.update(taken_at=datetime.now(UTC) - timedelta(days=2))
    there = {}
    epochs.look("escrow")  # away, or none: the one that was taken stays


def test_a_case_is_made_anew_for_a_new_key_when_its_team_looks_at_it(monkeypatch: pytest.MonkeyPatch) -> None:
    basma = people.everybody().basma
    monkeypatch.setattr(tokens, "outputs_now", lambda given: (epochs.current(), tuple(sha512(one).digest() for one in given)))
    epochs._keep(key_of(2, HOLDERS)[0])
    case = open_case(basma, case_of("one", "+218910000017")).id
    choose(basma, case, True, "They asked us to.")
    opened = open_for(basma, case)
    assert tokens.wanting(opened)
    tokens.make_opened(opened, basma.user)
    assert not tokens.wanting(opened)
    epochs._keep(key_of(2, HOLDERS)[0])
    assert tokens.wanting(opened)


def test_the_sentence_says_which_holder_did_not_answer_and_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(*_: object) -> Answer[Keys]:
        raise Refused("unknown-member")

    monkeypatch.setattr(epochs, "ask", ask)
    with pytest.raises(BadInput) as refused:
        epochs.take()
    assert "not on the receiver’s list" in str(refused.value), "the holder does not know us: nothing is gained by waiting"
    assert any(card.organisation in str(refused.value) for card in members.holders().values())
