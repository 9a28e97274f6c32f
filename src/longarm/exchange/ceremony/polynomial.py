"""A secret polynomial: drawn, evaluated, committed to. Coefficients are scalars, the constant one first."""

from __future__ import annotations

from collections.abc import Sequence

from longarm.exchange.oprf import group
from longarm.exchange.oprf.threshold import Commitments


def drawn(terms: int, random: group.Random, constant: bytes | None = None) -> tuple[bytes, ...]:
    """A random polynomial of `terms` coefficients, with `constant` at 0 where it is given."""
    first = group.random_scalar(random) if constant is None else constant
    return (first, *(group.random_scalar(random) for _ in range(terms - 1)))


def value(line: Sequence[bytes], at: bytes) -> bytes:
    """The polynomial at the scalar `at` (Horner)."""
    found = line[-1]
    for coefficient in reversed(line[:-1]):
        found = group.scalar_add(group.scalar_mul(found, at), coefficient)
    return found


def committed(line: Sequence[bytes]) -> Commitments:
    return Commitments(tuple(group.base(coefficient) for coefficient in line))


def is_value(found: bytes, commitments: Commitments, index: int) -> bool:
    """Feldman's check: is `found` the committed polynomial at `index`?"""
    return 0 < int.from_bytes(found, "little") < group.ORDER and group.base(found) == commitments.public_of(index)
