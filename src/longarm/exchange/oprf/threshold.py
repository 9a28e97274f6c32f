"""The key split t of n (Shamir 1979): each holder multiplies by its share, the client checks and adds; no one has the key.

The secret is the value at 0 of a polynomial of degree t-1 whose coefficients are published times the generator (Feldman 1987):
from these anybody computes the public key of each holder. That t shares evaluate in the exponent what one key would is the
threshold form of 2HashDH (Jarecki, Kiayias, Krawczyk, Xu: TOPPSS, ACNS 2017); the proofs are those of RFC 9497.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Annotated, Final

import msgspec

from longarm.errors import Unsound
from longarm.exchange.oprf import group, proof
from longarm.exchange.oprf.side_by_side import in_slices

MOST_HOLDERS: Final = 64
Index = Annotated[int, msgspec.Meta(ge=1, le=MOST_HOLDERS)]
Element = Annotated[bytes, msgspec.Meta(min_length=group.BYTES, max_length=group.BYTES)]


class Share(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The polynomial at `index`. Whoever has t of these has the key."""

    index: Index
    scalar: Element

    def __repr__(self) -> str:
        return f"Share(index={self.index})"


class Commitments(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The polynomial's coefficients times the generator, the constant one first: public."""

    elements: Annotated[tuple[Element, ...], msgspec.Meta(min_length=1, max_length=MOST_HOLDERS)]

    @property
    def threshold(self) -> int:
        return len(self.elements)

    @property
    def public(self) -> bytes:
        """Y: the whole key times the generator."""
        return self.elements[0]

    def public_of(self, index: int) -> bytes:
        """Y_i: the share of holder `index` times the generator. Raises Unsound when the commitments are no elements."""
        return _public_of(self.elements, index)


class Evaluated(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one holder answers: each element times its share and weight, and one proof for all (empty where none was asked)."""

    elements: tuple[Element, ...]
    proof: Annotated[bytes, msgspec.Meta(max_length=proof.PROOF_BYTES)] = b""


def weight(index: int, indices: Sequence[int]) -> bytes:
    """The Lagrange coefficient at 0 of holder `index` among `indices`. Raises ValueError for indices that cannot be."""
    return _weight(index, tuple(indices))


def evaluate(
    share: Share, indices: Sequence[int], elements: Sequence[bytes], *, proof: bool = True, random: group.Random = os.urandom
) -> Evaluated:
    """What holder `share.index` answers to blinded `elements`; `indices`: the holders that will be combined.

    Raises Unsound when an element is the identity, not canonical or none at all; ValueError when `indices` cannot be.
    """
    key = group.scalar_mul(weight(share.index, indices), share.scalar)
    done = _multiplied(key, elements)
    return Evaluated(done, _proof(key, elements, done, random) if proof else b"")


def check(evaluated: Evaluated, index: int, indices: Sequence[int], commitments: Commitments, elements: Sequence[bytes]) -> None:
    """Did holder `index` multiply `elements` by its own share? Raises Unsound naming the holder whose answer does not hold.

    And when `indices` are fewer than the key needs: what they give together would be something, but no output.
    """
    if len(indices) < commitments.threshold:
        raise Unsound("oprf-too-few", needed=commitments.threshold)
    public = group.mul(weight(index, indices), commitments.public_of(index))
    if not proof.holds(evaluated.proof, public, elements, evaluated.elements):
        raise Unsound("oprf-proof", holder=index)


def combine(answers: Sequence[Evaluated]) -> tuple[bytes, ...]:
    """What the whole key would have answered, from the checked answers of all holders that were named.

    Raises Unsound when an answer is no element, or the answers have different lengths.
    """
    if len({len(each.elements) for each in answers}) != 1:
        raise Unsound("oprf-lengths")
    columns = list(zip(*(each.elements for each in answers), strict=True))
    parts = in_slices(lambda where: [group.summed(column) for column in columns[where]], len(columns))
    return tuple(chain.from_iterable(parts))


def _multiplied(key: bytes, elements: Sequence[bytes]) -> tuple[bytes, ...]:
    parts = in_slices(lambda where: [group.mul(key, one) for one in elements[where]], len(elements))
    return tuple(chain.from_iterable(parts))


def _proof(key: bytes, elements: Sequence[bytes], done: Sequence[bytes], random: group.Random) -> bytes:
    return proof.prove(key, group.base(key), elements, done, random)


@lru_cache(maxsize=4096)
def _weight(index: int, indices: tuple[int, ...]) -> bytes:
    if len(set(indices)) != len(indices) or index not in indices or not all(0 < each <= MOST_HOLDERS for each in indices):
        raise ValueError("holders are named once each, the one that answers among them")
    above, below = 1, 1
    for other in indices:
        if other != index:
            above, below = above * other % group.ORDER, below * (other - index) % group.ORDER
    return group.small(above * pow(below, -1, group.ORDER))


@lru_cache(maxsize=1024)
def _public_of(elements: tuple[bytes, ...], index: int) -> bytes:
    found = group.element(elements[-1])
    for one in reversed(elements[:-1]):  # Horner: index*(index*(…)+C1)+C0
        found = group.add(group.mul(group.small(index), found), group.element(one))
    return group.element(found)
