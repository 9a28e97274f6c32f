"""Three holders, any two of whom answer as one key would; and what is tried against them."""

import itertools
import os
from random import Random

import pytest
import voprf.ristretto as second
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.errors import Unsound
from longarm.exchange.oprf import group, proof, threshold, voprf
from longarm.exchange.oprf.threshold import Commitments, Evaluated, Share

PHONE = b"phone\x00+218910000017\x001"


def split(secret: bytes, needed: int, holders: int, random: group.Random = os.urandom) -> tuple[list[Share], Commitments]:
    """What a dealer would do: in tests only. longarm has none; its keys come of a ceremony."""
    line = [secret, *(group.random_scalar(random) for _ in range(needed - 1))]
    return [Share(i, at(line, i)) for i in range(1, holders + 1)], Commitments(tuple(group.base(each) for each in line))


def at(line: list[bytes], place: int) -> bytes:
    found = bytes(32)
    for each in reversed(line):
        found = group.scalar_add(group.scalar_mul(found, group.small(place)), each)
    return found


@pytest.fixture(scope="module")
def key() -> voprf.Key:
    return voprf.derive_key_pair(bytes(range(32)), b"test")


@pytest.fixture(scope="module")
def holders(key: voprf.Key) -> tuple[list[Share], Commitments]:
    return split(key.secret, 2, 3)


def test_every_two_of_three_give_what_the_whole_key_gives(holders: tuple[list[Share], Commitments]) -> None:
    shares, commitments = holders
    alone = second.Evaluator.from_seed(bytes(range(32)), b"test").evaluate_known_input(PHONE)
    asked = voprf.blind(PHONE, os.urandom)
    for some in itertools.permutations(shares, 2):
        indices = [share.index for share in some]
        answers = [threshold.evaluate(share, indices, [asked.element]) for share in some]
        for share, answer in zip(some, answers, strict=True):
            threshold.check(answer, share.index, indices, commitments, [asked.element])
        assert voprf.finalize(PHONE, asked.blind, threshold.combine(answers)[0]) == alone


def test_all_three_together_give_it_too(holders: tuple[list[Share], Commitments], key: voprf.Key) -> None:
    shares, _ = holders
    asked = voprf.blind(PHONE, os.urandom)
    answers = [threshold.evaluate(share, (3, 1, 2), [asked.element], proof=False) for share in shares]
    assert threshold.combine(answers)[0] == group.mul(key.secret, asked.element)


@settings(max_examples=15, deadline=None)
@given(
    seed=st.integers(0, 2**32),
    needed=st.integers(1, 4),
    more=st.integers(0, 2),
    inputs=st.lists(st.binary(max_size=40), min_size=1, max_size=3),
)
def test_any_split_and_any_choice_of_holders_gives_the_single_output(
    seed: int, needed: int, more: int, inputs: list[bytes]
) -> None:
    random = Random(seed)
    secret = group.random_scalar(random.randbytes)
    shares, commitments = split(secret, needed, needed + more, random.randbytes)
    some = random.sample(shares, needed)
    indices = tuple(share.index for share in some)
    asked = [voprf.blind(one, random.randbytes) for one in inputs]
    elements = [each.element for each in asked]
    answers = [threshold.evaluate(share, indices, elements, random=random.randbytes) for share in some]
    for share, answer in zip(some, answers, strict=True):
        threshold.check(answer, share.index, indices, commitments, elements)
    outputs = voprf.finalize_many(inputs, [each.blind for each in asked], threshold.combine(answers))
    alone = [voprf.output(one, group.mul(secret, group.hash_to_group(one, voprf.VOPRF))) for one in inputs]
    assert list(outputs) == alone


# What is no element. A coset of small order has no encoding in ristretto255: what would be one is not canonical.
BAD_ELEMENTS = {
    "identity": bytes(32),
    "one": (1).to_bytes(32, "little"),
    "minus one": (2**255 - 20).to_bytes(32, "little"),
    "field prime, zero not canonical": (2**255 - 19).to_bytes(32, "little"),
    "two, negative or no square": (2**255 - 19 + 2).to_bytes(32, "little"),
    "all bits": b"\xff" * 32,
    "base with its top bit set": bytes([*proof.BASE[:31], proof.BASE[31] | 0x80]),
    "base, negated field element": ((2**255 - 19) - int.from_bytes(proof.BASE, "little")).to_bytes(32, "little"),
    "order-8 point of edwards25519": bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
    "too short": proof.BASE[:31],
    "too long": proof.BASE + b"\x00",
    "empty": b"",
}


@pytest.mark.parametrize("bad", BAD_ELEMENTS.values(), ids=BAD_ELEMENTS)
def test_a_holder_multiplies_nothing_that_is_no_element(holders: tuple[list[Share], Commitments], bad: bytes) -> None:
    good = voprf.blind(PHONE, os.urandom).element
    with pytest.raises(Unsound, match="no element"):
        threshold.evaluate(holders[0][0], (1, 2), [good, bad])
    with pytest.raises(Unsound, match="no element"):
        group.element(bad)
    with pytest.raises(Unsound, match="no element"):
        threshold.combine([Evaluated((good,)), Evaluated((bad,))])


@settings(max_examples=50, deadline=None)
@given(st.binary(min_size=32, max_size=32))
def test_garbage_is_an_element_or_refused_and_never_something_else(garbage: bytes) -> None:
    try:
        taken = group.element(garbage)
    except Unsound:
        with pytest.raises(Unsound):
            group.mul(group.ONE, garbage)
    else:
        assert group.mul(group.ONE, taken) == garbage


@pytest.fixture
def asked(holders: tuple[list[Share], Commitments]) -> tuple[list[bytes], Evaluated]:
    elements = [voprf.blind(bytes([n]), os.urandom).element for n in range(3)]
    return elements, threshold.evaluate(holders[0][0], (1, 2), elements)


def test_a_lying_holder_is_named(holders: tuple[list[Share], Commitments], asked: tuple[list[bytes], Evaluated]) -> None:
    _shares, commitments = holders
    elements, _ = asked
    liar = Share(2, group.random_scalar(os.urandom))
    answer = threshold.evaluate(liar, (1, 2), elements)  # a whole proof, of another secret
    with pytest.raises(Unsound) as told:
        threshold.check(answer, 2, (1, 2), commitments, elements)
    assert told.value.facts == {"holder": 2}


def test_a_proof_holds_for_these_elements_in_this_order_only(
    holders: tuple[list[Share], Commitments], asked: tuple[list[bytes], Evaluated]
) -> None:
    _shares, commitments = holders
    elements, answer = asked
    threshold.check(answer, 1, (1, 2), commitments, elements)
    done, said = answer.elements, answer.proof
    tampered = {
        "swapped answers": Evaluated((done[1], done[0], done[2]), said),
        "one answer of another": Evaluated((done[0], done[1], group.add(done[2], proof.BASE)), said),
        "sum kept, two changed": Evaluated((group.add(done[0], proof.BASE), _less(done[1]), done[2]), said),
        "an answer missing": Evaluated(done[:2], said),
        "an answer too many": Evaluated((*done, done[0]), said),
        "identity": Evaluated((done[0], done[1], bytes(32)), said),
        "no proof": Evaluated(done, b""),
        "a bit of the challenge": Evaluated(done, bytes([said[0] ^ 1, *said[1:]])),
        "a bit of the response": Evaluated(done, bytes([*said[:32], said[32] ^ 1, *said[33:]])),
        "zero proof": Evaluated(done, bytes(64)),
        "response not canonical": Evaluated(done, said[:32] + _beyond(said[32:])),
    }
    for each in tampered.values():
        with pytest.raises(Unsound, match="wrong proof"):
            threshold.check(each, 1, (1, 2), commitments, elements)
    with pytest.raises(Unsound, match="wrong proof"):  # the same proof for questions in another order
        threshold.check(answer, 1, (1, 2), commitments, [elements[1], elements[0], elements[2]])
    with pytest.raises(Unsound, match="wrong proof"):  # made for another set of holders
        threshold.check(answer, 1, (1, 3), commitments, elements)


def test_a_proof_of_another_epoch_does_not_hold(asked: tuple[list[bytes], Evaluated]) -> None:
    elements, answer = asked
    _others, commitments = split(group.random_scalar(os.urandom), 2, 3)
    with pytest.raises(Unsound, match="wrong proof"):
        threshold.check(answer, 1, (1, 2), commitments, elements)


def test_one_holder_alone_knows_nothing_of_the_key() -> None:
    """t-1 shares fit every key: for each key there is exactly one polynomial through them, and it looks like any other."""
    secret = group.random_scalar(os.urandom)
    (mine, *_), _ = split(secret, 2, 3)
    for guess in [secret, *(group.random_scalar(os.urandom) for _ in range(5))]:
        slope = group.scalar_mul(group.scalar_sub(mine.scalar, guess), group.invert(group.small(mine.index)))
        assert at([guess, slope], mine.index) == mine.scalar


def test_two_holders_of_three_of_five_get_no_output_with_what_they_have() -> None:
    secret = group.random_scalar(os.urandom)
    shares, _ = split(secret, 3, 5)
    element = group.hash_to_group(PHONE, voprf.VOPRF)
    right = group.mul(secret, element)
    for some in itertools.combinations(shares, 2):
        indices = tuple(share.index for share in some)
        assert threshold.combine([threshold.evaluate(each, indices, [element], proof=False) for each in some])[0] != right


def test_a_client_that_asked_too_few_holders_is_told(holders: tuple[list[Share], Commitments]) -> None:
    shares, commitments = holders
    answer = threshold.evaluate(shares[0], (1,), [proof.BASE])
    with pytest.raises(Unsound, match="Fewer key holders"):
        threshold.check(answer, 1, (1,), commitments, [proof.BASE])


def test_holders_are_named_once_each(holders: tuple[list[Share], Commitments]) -> None:
    for wrong in ((1, 1), (2, 3), (0, 1), (1, 65), ()):
        with pytest.raises(ValueError, match="named once"):
            threshold.evaluate(holders[0][0], wrong, [proof.BASE])


def test_answers_of_different_lengths_are_not_combined() -> None:
    with pytest.raises(Unsound, match="different numbers"):
        threshold.combine([Evaluated((proof.BASE, proof.BASE)), Evaluated((proof.BASE,))])


def test_two_blindings_of_one_number_look_unrelated_and_end_the_same(holders: tuple[list[Share], Commitments]) -> None:
    shares, _ = holders
    first, again = voprf.blind(PHONE, os.urandom), voprf.blind(PHONE, os.urandom)
    assert first.element != again.element
    outputs = set()
    for asked in (first, again):
        answers = [threshold.evaluate(share, (1, 2), [asked.element], proof=False) for share in shares[:2]]
        outputs.add(voprf.finalize(PHONE, asked.blind, threshold.combine(answers)[0]))
    assert len(outputs) == 1


def test_a_share_is_not_shown_in_a_log(holders: tuple[list[Share], Commitments]) -> None:
    share = holders[0][0]
    assert share.scalar.hex() not in repr(share)
    assert repr(share.scalar) not in repr(share)


def _less(one: bytes) -> bytes:
    return group.add(one, group.mul(group.small(-1), proof.BASE))


def _beyond(one: bytes) -> bytes:
    return (int.from_bytes(one, "little") + group.ORDER).to_bytes(32, "little")
