"""One proof for many elements that all were multiplied by the same secret scalar: batched DLEQ of RFC 9497, section 2.2.

`key` times `base` is `public`, and `key` times each of `given` is the one of `done` at its place; the proof shows no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha512
from typing import Final

from longarm.errors import Unsound
from longarm.exchange.oprf import group
from longarm.exchange.oprf.side_by_side import in_slices
from longarm.exchange.oprf.voprf import VOPRF

PROOF_BYTES: Final = 2 * group.BYTES
MOST: Final = 2**16 - 1
BASE: Final = group.base(group.ONE)


def prove(
    key: bytes, public: bytes, given: Sequence[bytes], done: Sequence[bytes], random: group.Random, *,
    base: bytes = BASE, context: bytes = VOPRF,
) -> bytes:  # fmt: skip
    """64 bytes: challenge, response. `random` is asked once; a number used twice would give the key away."""
    return prove_with(key, public, given, done, group.random_scalar(random), base=base, context=context)


def prove_with(
    key: bytes,
    public: bytes,
    given: Sequence[bytes],
    done: Sequence[bytes],
    nonce: bytes,
    *,
    base: bytes = BASE,
    context: bytes = VOPRF,
) -> bytes:
    """`prove` with a nonce that is known: for the test vectors."""
    (one,) = _composites(public, given, done, context, of=(given,))
    other = group.mul(key, one)
    challenge = _challenge((public, one, other, group.mul(nonce, base), group.mul(nonce, one)), context)
    return challenge + group.scalar_sub(nonce, group.scalar_mul(challenge, key))


def holds(
    proof: bytes, public: bytes, given: Sequence[bytes], done: Sequence[bytes], *, base: bytes = BASE, context: bytes = VOPRF
) -> bool:
    """Does `proof` show it? No for anything malformed too: identity, non-canonical, another number of elements."""
    if len(proof) != PROOF_BYTES or not 0 < len(given) == len(done) <= MOST:
        return False
    try:
        challenge, response = group.scalar(proof[: group.BYTES]), group.scalar(proof[group.BYTES :])
        group.element(public)
        one, other = _composites(public, given, done, context, of=(given, done))
        first = group.add(group.mul(response, base), group.mul(challenge, public))
        second = group.add(group.mul(response, one), group.mul(challenge, other))
    except Unsound:
        return False
    return challenge == _challenge((public, one, other, first, second), context)


def _composites(
    public: bytes, given: Sequence[bytes], done: Sequence[bytes], context: bytes, *, of: tuple[Sequence[bytes], ...]
) -> tuple[bytes, ...]:
    """Each sequence of `of`, weighted and summed (ComputeComposites): one equation of many.

    Nobody can choose elements to fit the weights. These are public, and multiplying by them is half of what a proof costs.
    """
    if len(given) != len(done):
        raise ValueError("each element has one answer")
    domain = b"Seed-" + context
    start = _long(sha512(_long(public) + _long(domain)).digest())

    def part(where: slice) -> list[bytes]:
        pairs = enumerate(zip(given[where], done[where], strict=True), where.start)
        weights = [
            group.hash_to_scalar(start + place.to_bytes(2, "big") + _long(one) + _long(other) + b"Composite", context)
            for place, (one, other) in pairs
        ]
        return [group.total(map(group.mul, weights, each[where])) for each in of]

    parts = in_slices(part, len(given))
    return tuple(group.total(part[place] for part in parts) for place in range(len(of)))


def _challenge(parts: tuple[bytes, ...], context: bytes) -> bytes:
    return group.hash_to_scalar(b"".join(map(_long, parts)) + b"Challenge", context)


def _long(part: bytes) -> bytes:
    return len(part).to_bytes(2, "big") + part
