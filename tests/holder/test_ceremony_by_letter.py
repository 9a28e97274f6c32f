"""A ceremony at one holder: kept on disk, by file or by letter, ended with a name when somebody lies, confirmed by voice."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pytest
from holding import NOW, card_bytes, card_of

from longarm.errors import BadInput
from longarm.exchange.ceremony import begin as beginning
from longarm.exchange.ceremony import step as stepping
from longarm.exchange.ceremony.messages import Deal, Incoming, Message, Outgoing
from longarm.exchange.ceremony.state import State
from longarm.exchange.holder.bodies import AskCeremony, Key, Told
from longarm.exchange.letter import body, read, write
from longarm.exchange.oprf import group
from longarm.exchange.refused import Refused
from longarm.holder import members, shares
from longarm.holder.answering import answer
from longarm.holder.ceremony import acts
from longarm.holder.ceremony.keeping import load
from longarm.holder.ceremony.plan import Plan
from longarm.holder.ceremony.rounds import exchange_files
from longarm.holder.lines import lines
from longarm.holder.models import Ceremony, KeyShare
from longarm.holder.start import Ours
from longarm.keys.party import Party

pytestmark = pytest.mark.django_db
ONE, BEIRUT, CAIRO = Party.new(), Party.new(), Party.new()
OURS, HOLDER = Ours(ONE, os.urandom(32)), card_of(ONE)
NAMES = {BEIRUT: "Beirut", CAIRO: "Cairo"}
CARDS = [card_bytes(party, name, "holder") for party, name in NAMES.items()]
PLAN = Plan(tuple(party.fingerprint for party in (ONE, BEIRUT, CAIRO)), 2, 1)


@dataclass
class Other:
    """Another holder, in memory."""

    party: Party
    state: State = field(init=False)
    said: list[Outgoing] = field(default_factory=list)

    def begin(self, plan: Plan = PLAN) -> Other:
        self.state, self.said = beginning.begin(plan.session, self.party.fingerprint, plan.receivers, plan.threshold, os.urandom)
        return self

    def hear(self, sender: str, message: Message) -> None:
        self.state, out = stepping.step(self.state, Incoming(sender, message))
        self.said += out

    def for_us(self) -> list[Message]:
        return [each.message for each in self.said if each.to == ONE.fingerprint]


def pair() -> tuple[Other, Other]:
    return Other(BEIRUT).begin(), Other(CAIRO).begin()


def ask(party: Party, session: str = PLAN.session) -> tuple[Message, ...]:
    data = answer(OURS, write(party, HOLDER, "ceremony", AskCeremony(session), now=NOW, sealed=True), NOW)
    letter = read(data, party, {HOLDER.fingerprint: HOLDER}.get, now=NOW, kinds=("ceremony",), sealed=True)
    return body(letter, Told).messages


def go_round(others: tuple[Other, Other], spoil=lambda _, message: message) -> acts.View:  # type: ignore[no-untyped-def]
    """Everybody hears everybody once; `spoil` changes what the others say to us."""
    view = acts.look(OURS)
    for other in others:
        view = acts.hear(OURS, PLAN.session, other.party.fingerprint, [spoil(other.party, said) for said in other.for_us()], NOW)
    for other in others:
        for message in ask(other.party):
            other.hear(ONE.fingerprint, message)
        for third in others:
            for each in [each for each in third.said if each.to == other.party.fingerprint]:
                other.hear(third.party.fingerprint, each.message)
    return view


def go_on(others: tuple[Other, Other]) -> acts.View:
    for _ in range(5):
        view = go_round(others)
    return view


def test_a_ceremony_is_done_confirmed_by_voice_and_leaves_no_value_behind() -> None:
    acts.begin(OURS, PLAN, CARDS, NOW)
    others = pair()
    with pytest.raises(BadInput) as early:
        acts.confirm(OURS, PLAN.session, "0" * 64, NOW)
    assert early.value.message == "keyholder-not-done"
    view = go_on(others)
    assert view.done
    assert view.transcript == others[0].state.transcript.hex()
    assert not shares.keys(NOW).keys, "nothing is in use before people compared"

    with pytest.raises(BadInput) as misheard:
        acts.confirm(OURS, PLAN.session, "0" * 64, NOW)
    assert misheard.value.message == "keyholder-other-transcript"
    spoken = " ".join(view.transcript[place : place + 4] for place in range(0, 64, 4)).upper()
    for _ in range(2):
        acts.confirm(OURS, PLAN.session, spoken, NOW)
    (key,) = shares.keys(NOW).keys
    assert key.epoch == others[1].state.result.epoch  # type: ignore[union-attr]
    share = shares.held(OURS, key.epoch, 0, NOW).share
    assert group.base(share.scalar) == key.commitments.public_of(share.index)
    kept = load(OURS, Ceremony.objects.get())
    assert kept.state.result is None
    assert not [each for each in kept.said if isinstance(each.message, Deal)]
    assert share.scalar not in msgspec.msgpack.encode(kept)


def test_who_deals_a_wrong_value_is_named_and_there_is_no_key() -> None:
    acts.begin(OURS, PLAN, CARDS, NOW)
    others = pair()

    def spoil(who: Party, message: Message) -> Message:
        wrong = isinstance(message, Deal) and who is CAIRO
        return msgspec.structs.replace(message, value=group.random_scalar(os.urandom)) if wrong else message

    for _ in range(5):
        go_round(others, spoil)
    # Cairo shows the value it says it dealt; it is another than the one that came here, and it fits: ours is the complaint.
    view = acts.look(OURS)
    assert view.blame is not None
    assert not view.done
    assert others[0].state.blame is not None
    assert not shares.keys(NOW).keys
    assert any(line.what == f"ceremony-{view.blame.why}" for line in lines())


def test_two_different_words_in_one_place_end_it_with_a_name() -> None:
    acts.begin(OURS, PLAN, CARDS, NOW)
    first, second = Other(BEIRUT).begin(), Other(BEIRUT).begin()
    acts.hear(OURS, PLAN.session, BEIRUT.fingerprint, first.for_us(), NOW)
    view = acts.hear(OURS, PLAN.session, BEIRUT.fingerprint, second.for_us(), NOW)
    assert (view.blame.who, view.blame.why) == (BEIRUT.fingerprint, "two-messages")  # type: ignore[union-attr]


def test_nobody_is_drawn_in_or_told_unasked() -> None:
    stranger, node = Party.new(), Party.new()
    with pytest.raises(Refused) as nobody:
        ask(BEIRUT)
    assert nobody.value.code == "unknown-member", "before our people began"
    acts.begin(OURS, PLAN, CARDS, NOW)
    assert ask(BEIRUT)
    members.add(card_bytes(node, "A node"), node.fingerprint, NOW)
    refusals = ((stranger, PLAN.session, "unknown-member"), (BEIRUT, "0" * 64, "unknown"), (node, PLAN.session, "unknown"))
    for party, session, code in refusals:
        with pytest.raises(Refused) as found:
            ask(party, session)
        assert found.value.code == code
    other_threshold = Plan(PLAN.everybody, 3, 1)
    with pytest.raises(Refused) as other:
        acts.hear(OURS, PLAN.session, BEIRUT.fingerprint, Other(BEIRUT).begin(other_threshold).for_us(), NOW)
    assert other.value.code == "unknown", "who agreed on something else is in another ceremony"
    assert acts.give_up(OURS, PLAN.session, CAIRO.fingerprint, NOW).blame.why == "silent"  # type: ignore[union-attr]


def test_a_ceremony_by_stick(tmp_path: Path) -> None:
    acts.begin(OURS, PLAN, CARDS, NOW)
    others = pair()
    known = {HOLDER.fingerprint: HOLDER}
    for _ in range(5):
        for other in others:
            (ours_to_it,) = [*tmp_path.glob(f"*-{ONE.fingerprint[:12]}-{other.party.fingerprint[:12]}.letter")] or [None]
            if ours_to_it is not None:
                letter = read(ours_to_it.read_bytes(), other.party, known.get, now=NOW, kinds=("ceremony",), sealed=True)
                for message in body(letter, Told).messages:
                    other.hear(ONE.fingerprint, message)
            for third in others:
                for each in [each for each in third.said if each.to == other.party.fingerprint]:
                    other.hear(third.party.fingerprint, each.message)
            said = Told(PLAN.session, tuple(other.for_us()))
            name = f"{PLAN.session[:12]}-{other.party.fingerprint[:12]}-{ONE.fingerprint[:12]}.letter"
            (tmp_path / name).write_bytes(write(other.party, HOLDER, "ceremony", said, now=NOW, sealed=True))
        view = exchange_files(OURS, PLAN.session, tmp_path, NOW).view
    assert view.done
    assert view.transcript == others[0].state.transcript.hex()


def test_a_plan_that_cannot_be_is_said_before_anything_begins() -> None:
    us = ONE.fingerprint
    for plan, told in (
        (Plan(PLAN.everybody, 4, 1), "keyholder-threshold"),
        (Plan(PLAN.everybody, 1, 1), "keyholder-threshold"),
        (Plan((us, BEIRUT.fingerprint), 2, 1), "keyholder-holders-once"),
    ):
        with pytest.raises(BadInput) as fault:
            acts.begin(OURS, plan, CARDS, NOW)
        assert fault.value.message == told
    with pytest.raises(BadInput) as fault:
        acts.begin(OURS, PLAN, [CARDS[0], card_bytes(CAIRO, "Cairo", "node")], NOW)
    assert fault.value.message == "keyholder-not-a-holder"
    assert not Ceremony.objects.exists()


def test_the_key_of_the_escrows_evaluates_no_tokens_and_a_new_key_ends_only_its_kind() -> None:
    from holding import TRIPOLI, deal, question

    from longarm.holder import members

    members.add(card_bytes(TRIPOLI, "Tripoli"), TRIPOLI.fingerprint, NOW)
    tokens, escrow = deal((ONE, BEIRUT), "1-aaaaaaaa"), deal((ONE, BEIRUT), "escrow-1-aaaaaaaa")
    shares.keep(OURS, tokens.key, tokens.shares[0], NOW)
    for_escrow: Key = msgspec.structs.replace(escrow.key, purpose="escrow")
    shares.keep(OURS, for_escrow, escrow.shares[0], NOW)
    assert not KeyShare.objects.exclude(until=None).exists()
    with pytest.raises(Refused) as found:
        answer(OURS, question(TRIPOLI, HOLDER, for_escrow, (1, 2), (group.base(group.ONE),)), NOW)
    assert found.value.code == "not-allowed"
