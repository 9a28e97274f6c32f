"""RFC 9497 as one server would do it: key, blinding, output. Modes OPRF (0x00) and VOPRF (0x01); longarm uses the second."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha512
from itertools import chain
from typing import Final, NamedTuple

from longarm.exchange.oprf import group
from longarm.exchange.oprf.side_by_side import in_slices

OPRF: Final = b"OPRFV1-\x00-ristretto255-SHA512"  # contextString, section 3.1
VOPRF: Final = b"OPRFV1-\x01-ristretto255-SHA512"
OUTPUT_BYTES: Final = 64
LONGEST: Final = 2**16 - 1


class Key(NamedTuple):
    secret: bytes
    public: bytes


class Blinded(NamedTuple):
    """`blind` stays with the client, only `element` goes out: it says nothing about the input without `blind`."""

    blind: bytes
    element: bytes


def derive_key_pair(seed: bytes, info: bytes, context: bytes = VOPRF) -> Key:
    """Section 3.2.1. Raises ValueError for a wrong length."""
    if len(seed) != group.BYTES or len(info) > LONGEST:
        raise ValueError("a seed has 32 bytes, its info at most 65,535")
    derive = seed + len(info).to_bytes(2, "big") + info
    for counter in range(256):
        secret = group.hash_to_scalar(derive + bytes([counter]), context, b"DeriveKeyPair")
        if secret != group.IDENTITY:
            return Key(secret, group.base(secret))
    raise ValueError("no key comes of this seed")


def blind(given: bytes, random: group.Random, context: bytes = VOPRF) -> Blinded:
    """Section 3.3.1. Raises ValueError when the input is longer than 65,535 bytes."""
    return blind_with(given, group.random_scalar(random), context)


def blind_with(given: bytes, by: bytes, context: bytes = VOPRF) -> Blinded:
    """`blind` with a scalar that is known: for the test vectors."""
    if len(given) > LONGEST:
        raise ValueError("an input has at most 65,535 bytes")
    return Blinded(by, group.mul(by, group.hash_to_group(given, context)))


def blind_many(given: Sequence[bytes], random: group.Random) -> tuple[Blinded, ...]:
    """`blind` of each, in order, for the mode that longarm uses."""
    by = [group.random_scalar(random) for _ in given]
    parts = in_slices(lambda where: list(map(blind_with, given[where], by[where])), len(given))
    return tuple(chain.from_iterable(parts))


def finalize(given: bytes, by: bytes, evaluated: bytes) -> bytes:
    """Section 3.3.1: the 64-byte output. In verifiable mode the proof is checked before. Raises Unsound for no element."""
    return finalize_many((given,), (by,), (evaluated,))[0]


def finalize_many(given: Sequence[bytes], blinds: Sequence[bytes], evaluated: Sequence[bytes]) -> tuple[bytes, ...]:
    """Outputs of many inputs in order; the blinds are inverted together, which costs one inversion (Montgomery 1987)."""
    if not len(given) == len(blinds) == len(evaluated):
        raise ValueError("an input, a blind and an element belong together")
    inverses = _inverted(blinds)

    def part(where: slice) -> list[bytes]:
        return list(map(output, given[where], map(group.mul, inverses[where], evaluated[where])))

    return tuple(chain.from_iterable(in_slices(part, len(given))))


def output(given: bytes, unblinded: bytes) -> bytes:
    said = len(given).to_bytes(2, "big") + given + len(unblinded).to_bytes(2, "big") + unblinded
    return sha512(said + b"Finalize").digest()


def _inverted(blinds: Sequence[bytes]) -> list[bytes]:
    if not blinds:
        return []
    products = [blinds[0]]
    for one in blinds[1:]:
        products.append(group.scalar_mul(products[-1], one))
    left, found = group.invert(products[-1]), []
    for place in range(len(blinds) - 1, 0, -1):
        found.append(group.scalar_mul(left, products[place - 1]))
        left = group.scalar_mul(left, blinds[place])
    return [left, *reversed(found)]
