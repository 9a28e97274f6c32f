"""Many elements are shared out among threads: the same answers in the same order, and one bad element of many is found."""

import os
import threading
from collections.abc import Iterator

import pytest
import voprf.ristretto as second

from longarm.errors import Unsound
from longarm.exchange.oprf import group, proof, threshold, voprf
from longarm.exchange.oprf.side_by_side import SLICE, in_slices
from longarm.exchange.oprf.threshold import Commitments, Evaluated, Share

MANY = 2 * SLICE + 7  # three slices, the last one short
INPUTS = [b"phone\x00+21891%07d\x001" % n for n in range(MANY)]


@pytest.fixture(scope="module")
def key() -> voprf.Key:
    return voprf.derive_key_pair(bytes(range(32)), b"test")


@pytest.fixture(scope="module")
def asked() -> tuple[voprf.Blinded, ...]:
    return voprf.blind_many(INPUTS, os.urandom)


@pytest.fixture(scope="module")
def answer(key: voprf.Key, asked: tuple[voprf.Blinded, ...]) -> Evaluated:
    return threshold.evaluate(Share(1, key.secret), (1,), [each.element for each in asked])


@pytest.fixture
def one_core() -> Iterator[set[int]]:
    """This thread may use one core; those that it might before."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    yield before
    os.sched_setaffinity(0, before)


def test_each_is_blinded_for_itself_and_answered_in_its_place(
    key: voprf.Key, asked: tuple[voprf.Blinded, ...], answer: Evaluated
) -> None:
    assert [voprf.blind_with(one, each.blind) for one, each in zip(INPUTS, asked, strict=True)] == list(asked)
    assert len({each.element for each in asked}) == MANY
    assert answer.elements == tuple(group.mul(key.secret, each.element) for each in asked)

    theirs = second.Evaluator.from_seed(bytes(range(32)), b"test")
    outputs = voprf.finalize_many(INPUTS, [each.blind for each in asked], threshold.combine([answer]))
    assert outputs == tuple(theirs.evaluate_known_input(one) for one in INPUTS)


def test_a_second_implementation_takes_the_proof_over_many_slices_and_we_take_its(
    key: voprf.Key, asked: tuple[voprf.Blinded, ...]
) -> None:
    theirs = second.Evaluator.from_seed(bytes(range(32)), b"test")
    elements = [each.element for each in asked]
    said = theirs.evaluate_batch([second.BlindedInput.deserialize(each) for each in elements]).serialize()
    done = tuple(said[at : at + 32] for at in range(64, len(said), 32))
    assert proof.holds(said[:64], key.public, elements, done)

    clients, questions = zip(*(second.Client.blind(one) for one in INPUTS), strict=True)
    ours = threshold.evaluate(Share(1, key.secret), (1,), [each.serialize() for each in questions])
    back = second.VerifiableBatchOutput.deserialize(ours.proof + b"".join(ours.elements))
    outputs = second.Client.finalize_batch(list(clients), back, theirs.public_key)
    assert list(outputs) == [theirs.evaluate_known_input(one) for one in INPUTS]


def test_one_core_or_more_give_the_same_proof(
    key: voprf.Key, asked: tuple[voprf.Blinded, ...], answer: Evaluated, one_core: set[int]
) -> None:
    seen = set()
    in_slices(lambda _: seen.add(threading.get_ident()), MANY)
    assert seen == {threading.get_ident()}

    elements, nonce = [each.element for each in asked], group.small(7)
    alone = proof.prove_with(key.secret, key.public, elements, answer.elements, nonce)
    os.sched_setaffinity(0, one_core)
    assert proof.prove_with(key.secret, key.public, elements, answer.elements, nonce) == alone


def test_no_thread_is_left_behind(asked: tuple[voprf.Blinded, ...]) -> None:
    before = threading.active_count()
    with pytest.raises(Unsound, match="no element"):
        threshold.evaluate(Share(1, group.ONE), (1,), [*(each.element for each in asked), bytes(32)])
    assert threading.active_count() == before


@pytest.mark.parametrize("place", [0, SLICE - 1, SLICE, MANY - 1])
def test_one_wrong_answer_of_many_is_found_wherever_it_stands(
    key: voprf.Key, asked: tuple[voprf.Blinded, ...], answer: Evaluated, place: int
) -> None:
    elements, commitments = [each.element for each in asked], Commitments((key.public,))
    threshold.check(answer, 1, (1,), commitments, elements)
    for wrong in (group.add(answer.elements[place], proof.BASE), bytes(32), b"\xff" * 32):
        changed = (*answer.elements[:place], wrong, *answer.elements[place + 1 :])
        with pytest.raises(Unsound, match="wrong proof"):
            threshold.check(Evaluated(changed, answer.proof), 1, (1,), commitments, elements)
        if wrong != group.add(answer.elements[place], proof.BASE):
            for both in ([answer, Evaluated(changed)], [Evaluated(changed), answer]):
                with pytest.raises(Unsound, match="no element"):
                    threshold.combine(both)


def test_answers_that_cancel_each_other_are_not_an_output(answer: Evaluated) -> None:
    opposite = tuple(group.mul(group.small(-1), one) for one in answer.elements)
    with pytest.raises(Unsound, match="no element"):
        threshold.combine([answer, Evaluated(opposite)])


def test_what_belongs_together_has_one_length(asked: tuple[voprf.Blinded, ...]) -> None:
    with pytest.raises(ValueError, match="belong together"):
        voprf.finalize_many(INPUTS, [each.blind for each in asked], [each.element for each in asked[:-1]])
    for done in ([proof.BASE] * 2, []):
        with pytest.raises(ValueError, match="one answer"):
            proof.prove(group.ONE, proof.BASE, [proof.BASE], done, os.urandom)
    assert voprf.finalize_many((), (), ()) == voprf.blind_many((), os.urandom) == ()
