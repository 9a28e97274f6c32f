"""The vectors of RFC 9497, and a second implementation that agrees (voprf, Rust)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import voprf.ristretto as second

from longarm.exchange.oprf import proof, threshold, voprf
from longarm.exchange.oprf.expand import expand_message_xmd

SUITES = json.loads((Path(__file__).parent / "rfc9497_a1.json").read_text())["suites"]
CONTEXTS = {0: voprf.OPRF, 1: voprf.VOPRF}
CASES = [(suite, vector) for suite in SUITES for vector in suite["vectors"]]


def many(text: str) -> tuple[bytes, ...]:
    return tuple(bytes.fromhex(part) for part in text.split(","))


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: f"mode {suite['mode']}")
def test_the_rfc_derives_the_same_keys(suite: dict) -> None:
    key = voprf.derive_key_pair(bytes.fromhex(suite["seed"]), bytes.fromhex(suite["keyInfo"]), CONTEXTS[suite["mode"]])
    assert key.secret.hex() == suite["skSm"]
    if suite["mode"]:
        assert key.public.hex() == suite["pkSm"]


@pytest.mark.parametrize(("suite", "vector"), CASES)
def test_every_vector_of_the_rfc_holds(suite: dict, vector: dict) -> None:
    context, secret = CONTEXTS[suite["mode"]], bytes.fromhex(suite["skSm"])
    inputs, blinds = many(vector["Input"]), many(vector["Blind"])
    blinded = tuple(voprf.blind_with(one, by, context).element for one, by in zip(inputs, blinds, strict=True))
    assert blinded == many(vector["BlindedElement"])

    # A holder alone (1 of 1) is the server of the RFC.
    evaluated = threshold.evaluate(threshold.Share(1, secret), (1,), blinded, proof=False).elements
    assert evaluated == many(vector["EvaluationElement"])
    assert voprf.finalize_many(inputs, blinds, evaluated) == many(vector["Output"])

    if suite["mode"]:
        public = bytes.fromhex(suite["pkSm"])
        said = proof.prove_with(secret, public, blinded, evaluated, bytes.fromhex(vector["Proof"]["r"]))
        assert said.hex() == vector["Proof"]["proof"]
        assert proof.holds(said, public, blinded, evaluated)


def test_the_hash_is_that_of_rfc_9380_beyond_one_block() -> None:
    # Lengths that the OPRF does not use: a prefix of the longer is not the shorter, for the length is hashed.
    short, longer = expand_message_xmd(b"abc", b"domain", 64), expand_message_xmd(b"abc", b"domain", 200)
    assert len(longer) == 200
    assert longer[:64] != short
    for wrong in (0, 64 * 255 + 1):
        with pytest.raises(ValueError, match="no such"):
            expand_message_xmd(b"abc", b"domain", wrong)


def test_a_second_implementation_takes_our_proofs_and_we_take_its() -> None:
    theirs = second.Evaluator.from_seed(bytes(range(32)), b"test")
    ours = voprf.derive_key_pair(bytes(range(32)), b"test")
    assert theirs.public_key.serialize() == ours.public

    inputs = (b"phone\x00+218910000017\x001", b"phone\x00+20100000017\x001")
    blinded = [voprf.blind(one, os.urandom) for one in inputs]
    answer = theirs.evaluate_batch([second.BlindedInput.deserialize(each.element) for each in blinded]).serialize()
    elements, said = _taken_apart(answer)
    assert proof.holds(said, ours.public, [each.element for each in blinded], elements)
    outputs = voprf.finalize_many(inputs, [each.blind for each in blinded], elements)
    assert outputs == tuple(theirs.evaluate_known_input(one) for one in inputs)

    client, question = second.Client.blind(inputs[0])
    evaluated = threshold.evaluate(threshold.Share(1, ours.secret), (1,), (question.serialize(),))
    back = second.VerifiableOutput.deserialize(evaluated.proof + evaluated.elements[0])
    assert client.finalize(back, theirs.public_key) == outputs[0]


def _taken_apart(answer: bytes) -> tuple[tuple[bytes, ...], bytes]:
    """voprf writes a proof before the elements it speaks of."""
    said, body = answer[:64], answer[64:]
    return tuple(body[at : at + 32] for at in range(0, len(body), 32)), said


def test_the_library_leaves_no_file_behind(tmp_path: Path) -> None:
    """rbcl unpacks itself into the folder for temporary files: a command run each minute would fill a disk."""
    command = [sys.executable, "-c", "from longarm.exchange.oprf import group; print(len(group.base(group.ONE)))"]
    where = {**os.environ, "TMPDIR": str(tmp_path)}
    done = subprocess.run(command, env=where, capture_output=True, text=True, check=True, timeout=60)
    assert (done.stdout, list(tmp_path.iterdir())) == ("32\n", [])
