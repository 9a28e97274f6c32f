"""Holders make a key that nobody ever has; a fault ends it with a name; shares are given anew and the tokens stay."""

import itertools
import os
from collections.abc import Callable
from random import Random

import msgspec
import pytest

from longarm.errors import Unsound
from longarm.exchange.ceremony import knowledge, polynomial
from longarm.exchange.ceremony.begin import begin, reshare
from longarm.exchange.ceremony.messages import Answer, Commit, Complain, Confirm, Deal, Incoming, Message, Outgoing, Reveal
from longarm.exchange.ceremony.setup import KeyShare, Old, number_of
from longarm.exchange.ceremony.state import State
from longarm.exchange.ceremony.step import give_up, step
from longarm.exchange.oprf import group, threshold, voprf
from longarm.exchange.oprf.threshold import Commitments
from longarm.exchange.refused import Refused

TUNIS, AMMAN, ROME, OSLO = "Tunis", "Amman", "Rome", "Oslo"
THREE = {1: TUNIS, 2: AMMAN, 3: ROME}
PHONE = b"phone\x00+218910000017\x001"
SESSION = "session-0001"
TWO = group.small(2)

States = dict[str, State]
Post = list[tuple[str, Outgoing]]
Change = Callable[[str, Outgoing], Outgoing | None]


def stored(state: State) -> State:
    """Written to disk and read again, as a service does between two messages."""
    return msgspec.msgpack.decode(msgspec.msgpack.encode(state), type=State)


def deliver(states: States, post: Post, seed: int = 0, change: Change | None = None) -> States:
    """Carries all letters, in an order of `seed`, every fourth one twice; `change` is what an attacker does to them."""
    random, states, post = Random(seed), dict(states), list(post)
    while post:
        sender, letter = post.pop(random.randrange(len(post)))
        carried = change(sender, letter) if change else letter
        if carried is None:
            continue
        for _ in range(2 if random.random() < 0.25 else 1):
            states[carried.to], more = step(stored(states[carried.to]), Incoming(sender, carried.message))
            post += [(carried.to, each) for each in more]
    return states


def begun(needed: int = 2, who: dict[int, str] = THREE) -> tuple[States, Post]:
    started = {name: begin(SESSION, name, who, needed, os.urandom) for name in who.values()}
    return {name: state for name, (state, _) in started.items()}, [(n, each) for n, (_, out) in started.items() for each in out]


def made(needed: int = 2, who: dict[int, str] = THREE) -> dict[str, KeyShare]:
    return results(deliver(*begun(needed, who)))


def results(states: States) -> dict[str, KeyShare]:
    assert all(state.done for state in states.values()), {name: state.blame for name, state in states.items()}
    return {name: state.result for name, state in states.items() if state.result is not None}


def evaluated(some: list[KeyShare], given: bytes = PHONE) -> bytes:
    asked = voprf.blind(given, os.urandom)
    indices = [each.share.index for each in some]
    answers = [threshold.evaluate(each.share, indices, [asked.element]) for each in some]
    for each, answer in zip(some, answers, strict=True):
        threshold.check(answer, each.share.index, indices, some[0].commitments, [asked.element])
    return voprf.finalize(given, asked.blind, threshold.combine(answers)[0])


@pytest.mark.parametrize("seed", range(12))
def test_in_any_order_and_with_letters_that_come_twice_all_hold_shares_of_one_key(seed: int) -> None:
    shares = results(deliver(*begun(), seed=seed))
    assert set(shares) == {TUNIS, AMMAN, ROME}
    assert len({each.epoch for each in shares.values()}) == 1
    assert len({each.transcript for each in shares.values()}) == 1
    for each in shares.values():
        assert each.participants == THREE
        assert group.base(each.share.scalar) == each.commitments.public_of(each.share.index)
    outputs = {evaluated(list(some)) for some in itertools.combinations(shares.values(), 2)}
    assert len(outputs) == 1


def test_three_of_five() -> None:
    shares = made(3, {n: f"holder {n}" for n in range(1, 6)})
    assert len({evaluated(list(some)) for some in itertools.combinations(shares.values(), 3)}) == 1
    element = group.hash_to_group(PHONE, voprf.VOPRF)
    two = list(shares.values())[:2]
    answers = [threshold.evaluate(each.share, [one.share.index for one in two], [element], proof=False) for each in two]
    assert voprf.output(PHONE, threshold.combine(answers)[0]) != evaluated(list(shares.values())[:3])


def test_nothing_that_is_said_or_kept_by_one_party_is_the_key() -> None:
    """The key, worked out here from all parties' secrets together, is in no state and in no letter."""
    states, post = begun()
    key = bytes(32)
    for state in states.values():
        key = group.scalar_add(key, state.line[0])
    seen: list[bytes] = []

    def watch(_sender: str, letter: Outgoing) -> Outgoing:
        seen.append(msgspec.msgpack.encode(letter))
        return letter

    end = deliver(states, post, change=watch)
    shares = results(end)
    assert shares[TUNIS].commitments.public == group.base(key)
    for state in [*states.values(), *end.values()]:
        assert key not in msgspec.msgpack.encode(state)
    assert not any(key in each for each in seen)


def test_after_the_end_no_secret_of_the_ceremony_is_left_but_the_share() -> None:
    states, post = begun()
    secrets = {name: state.line for name, state in states.items()}
    for name, state in deliver(states, post).items():
        kept = msgspec.msgpack.encode(state)
        assert not any(one in kept for one in secrets[name])
        assert state.deals == {}


def test_one_holder_that_kept_everything_it_saw_cannot_tell_the_key_from_another() -> None:
    """What Tunis saw fits a ceremony with any other key: change Amman's polynomial by one that is zero at Tunis."""
    states, _post = begun()
    line, shift = states[AMMAN].line, group.random_scalar(os.urandom)
    other = (group.scalar_add(line[0], shift), group.scalar_sub(line[1], shift))  # f(x) + shift*(1 - x); Tunis is at 1
    assert polynomial.value(line, group.small(1)) == polynomial.value(other, group.small(1))
    assert line[0] != other[0]


def changing(who: str, kind: type, how: Callable[[Message], Message | None], to: str | None = None) -> Change:
    def change(sender: str, letter: Outgoing) -> Outgoing | None:
        if sender == who and isinstance(letter.message, kind) and to in (None, letter.to):
            other = how(letter.message)
            return None if other is None else Outgoing(letter.to, other)
        return letter

    return change


def blamed(states: States) -> dict[str, tuple[str, str] | None]:
    return {name: state.blame and (state.blame.who, state.blame.why) for name, state in states.items()}


def test_who_deals_a_wrong_value_is_named_by_all() -> None:
    wrong = changing(AMMAN, Deal, lambda deal: Deal(deal.session, group.random_scalar(os.urandom)), to=ROME)

    def change(sender: str, letter: Outgoing) -> Outgoing | None:
        if sender == AMMAN and isinstance(letter.message, Answer):  # it sticks to its lie
            return Outgoing(letter.to, Answer(letter.message.session, ROME, group.random_scalar(os.urandom)))
        return wrong(sender, letter)

    for seed in range(6):
        ends = deliver(*begun(), seed=seed, change=change)
        assert not any(state.result for state in ends.values())
        told = blamed(ends)
        assert told[ROME] == told[TUNIS] == (AMMAN, "bad-share")


def test_who_complains_of_a_right_value_is_named_by_all() -> None:
    for seed in range(6):
        false = changing(ROME, Confirm, lambda said: Complain(said.session, AMMAN))
        ends = deliver(*begun(), seed=seed, change=false)
        told = blamed(ends)
        assert told[TUNIS] == told[AMMAN] == (ROME, "false-complaint")
        assert not any(state.result for name, state in ends.items() if name != ROME)


def test_a_second_complaint_is_not_answered() -> None:
    states, post = begun()
    states = deliver(states, post, change=lambda _s, letter: None if isinstance(letter.message, Confirm) else letter)
    session = states[AMMAN].setup.id
    amman, first = step(states[AMMAN], Incoming(TUNIS, Complain(session, AMMAN)))
    assert {letter.to for letter in first} == {TUNIS, ROME}
    amman, second = step(amman, Incoming(ROME, Complain(session, AMMAN)))
    assert second == []
    assert amman.line == ()


def test_what_is_revealed_was_committed_to() -> None:
    """Rome waits for what the others reveal, then chooses: the digest no longer fits."""
    line = polynomial.drawn(2, os.urandom)

    def rogue(said: Message) -> Message:
        return Reveal(said.session, polynomial.committed(line), knowledge.prove(line[0], said.session, ROME, os.urandom))

    told = blamed(deliver(*begun(), change=changing(ROME, Reveal, rogue)))
    assert told[TUNIS] == told[AMMAN] == (ROME, "not-as-committed")


def test_a_part_that_cancels_the_others_cannot_be_proven() -> None:
    """The rogue key: Rome commits to X minus the others' parts, so that the whole key would be X. It knows no logarithm of it."""
    states, post = begun()
    mine = group.random_scalar(os.urandom)
    others = group.total(state.mine.commitments.public for name, state in states.items() if name != ROME and state.mine)
    constant = group.add(group.base(mine), group.mul(group.small(-1), others))
    session = states[ROME].setup.id
    slope = group.base(group.random_scalar(os.urandom))
    rogue = Reveal(session, Commitments((constant, slope)), knowledge.prove(mine, session, ROME, os.urandom))

    def change(sender: str, letter: Outgoing) -> Outgoing | None:
        if sender == ROME and isinstance(letter.message, Commit):
            return Outgoing(letter.to, Commit(session, rogue.digest(ROME)))
        if sender == ROME and isinstance(letter.message, Reveal):
            return Outgoing(letter.to, rogue)
        return letter

    told = blamed(deliver(states, post, change=change))
    assert told[TUNIS] == told[AMMAN] == (ROME, "bad-knowledge")


def test_a_proof_of_another_ceremony_or_of_another_party_does_not_hold() -> None:
    secret = group.random_scalar(os.urandom)
    proof = knowledge.prove(secret, b"s" * 32, ROME, os.urandom)
    public = group.base(secret)
    assert knowledge.holds(proof, public, b"s" * 32, ROME)
    assert not knowledge.holds(proof, public, b"t" * 32, ROME)
    assert not knowledge.holds(proof, public, b"s" * 32, AMMAN)
    assert not knowledge.holds(bytes(64), public, b"s" * 32, ROME)
    assert not knowledge.holds(proof[:32] + b"\xff" * 32, public, b"s" * 32, ROME)


@pytest.mark.parametrize(
    "elements",
    [
        (bytes(32), bytes(32)),
        (b"\xff" * 32, b"\xff" * 32),
        tuple(group.base(group.small(n)) for n in (1, 2, 3)),
        (group.base(group.ONE),),
    ],
    ids=["identity", "non-canonical", "degree too high", "degree too low"],
)
def test_commitments_that_are_none_end_it(elements: tuple[bytes, ...]) -> None:
    states, post = begun()
    session = states[ROME].setup.id
    rogue = Reveal(session, Commitments(elements), bytes(64))

    def change(sender: str, letter: Outgoing) -> Outgoing | None:
        if sender == ROME and isinstance(letter.message, Commit):
            return Outgoing(letter.to, Commit(session, rogue.digest(ROME)))
        return Outgoing(letter.to, rogue) if sender == ROME and isinstance(letter.message, Reveal) else letter

    told = blamed(deliver(states, post, change=change))
    assert told[TUNIS] == told[AMMAN] == (ROME, "bad-commitments")


def test_a_line_through_zero_at_a_holder_is_named_and_stops_nobody() -> None:
    """Rome's share would be zero, which no element stands for: Rome could not even say that it was dealt wrongly."""
    slope = group.random_scalar(os.urandom)
    constant = group.scalar_mul(group.small(-3), slope)  # zero at index 3
    states, post = begun()
    at = next(place for place, (sender, _) in enumerate(post) if sender == TUNIS)
    session = post[at][1].message.session
    line = (constant, slope)
    mine = Reveal(session, polynomial.committed(line), knowledge.prove(constant, session, TUNIS, os.urandom))
    said = Commit(session, mine.digest(TUNIS))
    states[TUNIS] = msgspec.structs.replace(states[TUNIS], line=line, mine=mine, commits={TUNIS: said})
    post = [(sender, Outgoing(each.to, said) if sender == TUNIS else each) for sender, each in post]

    def deals(sender: str, letter: Outgoing) -> Outgoing:
        if sender == TUNIS and isinstance(letter.message, Deal) and letter.to == ROME:
            return Outgoing(ROME, Deal(session, group.ONE))
        return letter

    ended = deliver(states, post, change=deals)
    assert {blamed(ended)[who] for who in (AMMAN, ROME)} == {(TUNIS, "bad-commitments")}


def test_who_tells_two_parties_different_things_is_caught_before_there_is_a_key() -> None:
    line = polynomial.drawn(2, os.urandom)

    def two_faced(sender: str, letter: Outgoing) -> Outgoing | None:
        if sender == ROME and letter.to == AMMAN and isinstance(letter.message, Commit | Reveal | Deal):
            session = letter.message.session
            other = Reveal(session, polynomial.committed(line), knowledge.prove(line[0], session, ROME, lambda n: b"\x07" * n))
            told = {Commit: Commit(session, other.digest(ROME)), Reveal: other, Deal: Deal(session, polynomial.value(line, TWO))}
            return Outgoing(AMMAN, told[type(letter.message)])
        return letter

    for seed in range(4):
        ends = deliver(*begun(), seed=seed, change=two_faced)
        assert not ends[TUNIS].result
        assert not ends[AMMAN].result
        assert {ends[TUNIS].blame.why, ends[AMMAN].blame.why} == {"other-transcript"}


def test_two_different_messages_in_one_place_name_the_sender() -> None:
    states, _ = begun()
    session = states[TUNIS].setup.id
    state, _ = step(states[TUNIS], Incoming(ROME, Commit(session, b"1" * 32)))
    state, _ = step(state, Incoming(ROME, Commit(session, b"2" * 32)))
    assert blamed({TUNIS: state})[TUNIS] == (ROME, "two-messages")
    assert state.line == ()


def test_strangers_and_other_ceremonies_are_refused_and_change_nothing() -> None:
    states, _ = begun()
    session = states[TUNIS].setup.id
    for sender, message, code in (
        (OSLO, Commit(session, bytes(32)), "not-allowed"),
        (TUNIS, Commit(session, bytes(32)), "not-allowed"),
        (ROME, Commit(b"x" * 32, bytes(32)), "unknown"),
        (ROME, Complain(session, OSLO), "not-allowed"),
    ):
        with pytest.raises(Refused) as refused:
            step(states[TUNIS], Incoming(sender, message))
        assert refused.value.code == code


def test_another_threshold_or_other_participants_are_another_ceremony() -> None:
    ids = {
        begin(session, TUNIS, who, needed, os.urandom, number=number)[0].setup.id
        for session, who, needed, number in (
            (SESSION, THREE, 2, 1),
            (SESSION, THREE, 3, 1),
            (SESSION, {**THREE, 3: OSLO}, 2, 1),
            (SESSION, {1: AMMAN, 2: TUNIS, 3: ROME}, 2, 1),
            (SESSION, THREE, 2, 2),
            ("session-0002", THREE, 2, 1),
        )
    }
    assert len(ids) == 6


def test_a_key_for_escrows_has_a_name_that_says_so_and_keeps_it_when_its_shares_are_given_anew() -> None:
    started = {name: begin(SESSION, name, THREE, 2, os.urandom, number=7, purpose="escrow") for name in THREE.values()}
    post = [(name, each) for name, (_, out) in started.items() for each in out]
    shares = results(deliver({name: state for name, (state, _) in started.items()}, post))
    assert shares[ROME].epoch.startswith("escrow-7-")
    again = results(renewed(shares, [TUNIS, ROME], THREE, 2))
    assert (again[AMMAN].epoch, again[AMMAN].purpose) == (shares[ROME].epoch, "escrow")
    for wrong in ("", "7", "escrow-7", "x-1"):
        with pytest.raises(ValueError, match="no name"):
            number_of(wrong)


def test_a_setup_that_cannot_be_is_refused() -> None:
    for who, needed in (({1: TUNIS}, 1), (THREE, 1), (THREE, 4), ({1: TUNIS, 2: TUNIS}, 2), ({0: TUNIS, 1: AMMAN}, 2)):
        with pytest.raises(ValueError, match="two holders or more"):
            begin(SESSION, TUNIS, who, needed, os.urandom)
    with pytest.raises(ValueError, match="takes part"):
        begin(SESSION, OSLO, THREE, 2, os.urandom)


def test_one_knows_whom_the_ceremony_waits_for_and_can_give_up() -> None:
    states, post = begun()
    ends = deliver(states, post, change=lambda sender, letter: None if sender == ROME else letter)
    assert ends[TUNIS].waits_for == {ROME}
    given_up = give_up(ends[TUNIS], ROME)
    assert blamed({TUNIS: given_up})[TUNIS] == (ROME, "silent")
    assert given_up.line == ()


def renewed(
    shares: dict[str, KeyShare], dealers: list[str], new: dict[int, str], needed: int, change: Change | None = None
) -> States:
    first = shares[dealers[0]]
    old = Old(first.epoch, first.renewal, first.commitments, {shares[name].share.index: name for name in dealers})
    started = {
        name: reshare(
            "session-0009", name, old, new, needed, random=os.urandom, share=shares[name].share if name in dealers else None
        )
        for name in {*dealers, *new.values()}
    }
    post = [(name, each) for name, (_, out) in started.items() for each in out]
    return deliver({name: state for name, (state, _) in started.items()}, post, seed=3, change=change)


def test_shares_are_refreshed_and_tokens_stay() -> None:
    before = made()
    after = results(renewed(before, [TUNIS, ROME], THREE, 2))
    assert {each.epoch for each in after.values()} == {before[TUNIS].epoch}
    assert {each.renewal for each in after.values()} == {1}
    token = evaluated([before[TUNIS], before[AMMAN]])
    for some in itertools.combinations(after.values(), 2):
        assert evaluated(list(some)) == token
    assert all(after[name].share != before[name].share for name in after)


def test_a_lost_holder_is_replaced_without_it() -> None:
    before = made()
    after = results(renewed(before, [TUNIS, AMMAN], {1: TUNIS, 2: AMMAN, 3: OSLO}, 2))
    assert evaluated([after[OSLO], after[AMMAN]]) == evaluated([before[ROME], before[TUNIS]])


def test_another_number_of_holders_and_another_threshold() -> None:
    before = made()
    five = {n: f"holder {n}" for n in range(1, 6)}
    after = results(renewed(before, [AMMAN, ROME], five, 3))  # the dealers hold nothing afterwards
    assert set(after) == set(five.values())
    assert evaluated(list(after.values())[1:4]) == evaluated([before[AMMAN], before[ROME]])


def test_old_and_new_shares_do_not_mix() -> None:
    before = made()
    after = results(renewed(before, [TUNIS, ROME], THREE, 2))
    element = group.hash_to_group(PHONE, voprf.VOPRF)
    mixed = [threshold.evaluate(share, (1, 2), [element]) for share in (before[TUNIS].share, after[AMMAN].share)]
    assert voprf.output(PHONE, threshold.combine(mixed)[0]) != evaluated([after[TUNIS], after[AMMAN]])
    with pytest.raises(Unsound, match="wrong proof"):
        threshold.check(mixed[0], 1, (1, 2), after[TUNIS].commitments, [element])


def test_who_deals_anew_what_it_never_held_is_named() -> None:
    before = made()
    line = polynomial.drawn(2, os.urandom)
    faked: list[Reveal] = []

    def change(sender: str, letter: Outgoing) -> Outgoing | None:
        if sender == ROME and isinstance(letter.message, Commit | Reveal):
            session = letter.message.session
            if not faked:
                faked.append(Reveal(session, polynomial.committed(line), knowledge.prove(line[0], session, ROME, os.urandom)))
            return Outgoing(letter.to, Commit(session, faked[0].digest(ROME)) if isinstance(letter.message, Commit) else faked[0])
        return letter

    told = blamed(renewed(before, [TUNIS, ROME], THREE, 2, change))
    assert told[TUNIS] == told[AMMAN] == (ROME, "other-key")


def test_too_few_old_holders_and_a_wrong_share_cannot_begin() -> None:
    before = made()
    with pytest.raises(ValueError, match="two holders or more"):
        renewed(before, [TUNIS], THREE, 2)
    stolen = {**before, ROME: msgspec.structs.replace(before[ROME], share=threshold.Share(3, group.random_scalar(os.urandom)))}
    with pytest.raises(ValueError, match="no share of that key"):
        renewed(stolen, [TUNIS, ROME], THREE, 2)


def test_a_state_shows_no_secret_in_a_log() -> None:
    states, _ = begun()
    shown = repr(states[TUNIS]) + repr(Deal(bytes(32), b"\x05" * 32))
    assert "line" not in shown
    assert "\\x05" not in shown
