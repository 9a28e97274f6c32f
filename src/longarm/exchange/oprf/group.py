"""The group ristretto255 (RFC 9496) and its scalars, by libsodium through rbcl. Nothing is computed here that libsodium does.

Elements and scalars are 32 bytes, as they go over the wire. rbcl adds what is no element and takes the identity for one, and its
libsodium overlooks the highest bit, which RFC 9496 wants zero: every element that another party sent goes through `element` (or
`mul`, which refuses the same), every scalar through `scalar`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

import rbcl  # type: ignore[import-untyped]
from rbcl._sodium import lib_path as _written  # type: ignore[import-untyped]

from longarm.errors import Unsound
from longarm.exchange.oprf.expand import expand_message_xmd

# rbcl writes its libsodium to a temporary file (2.8 MB) in each process, loads it and leaves it there: once loaded it can go.
Path(_written).unlink(missing_ok=True)

BYTES: Final = 32
ORDER: Final = 2**252 + 27742317777372353535851937790883648493  # RFC 9496, section 4
IDENTITY: Final = bytes(BYTES)
ONE: Final = (1).to_bytes(BYTES, "little")
_TOP: Final = 0x80
Random = Callable[[int], bytes]  # as many bytes as asked


def element(given: bytes) -> bytes:
    """`given`, when it is the canonical form of an element other than the identity. Raises Unsound otherwise."""
    if len(given) != BYTES or given[31] & _TOP or given == IDENTITY or not rbcl.crypto_core_ristretto255_is_valid_point(given):
        raise Unsound("oprf-element")
    return given


def scalar(given: bytes) -> bytes:
    """`given`, when it is a scalar from 1 to the order less one, least significant byte first. Raises Unsound otherwise."""
    if len(given) != BYTES or not 0 < int.from_bytes(given, "little") < ORDER:
        raise Unsound("oprf-scalar")
    return given


def random_scalar(random: Random) -> bytes:
    """Uniform, never zero: 64 bytes reduced."""
    while True:
        found = reduced(random(64))
        if found != IDENTITY:
            return found


def reduced(wide: bytes) -> bytes:
    """64 bytes modulo the order."""
    return bytes(rbcl.crypto_core_ristretto255_scalar_reduce(wide))


def small(number: int) -> bytes:
    """A public number, of either sign, as a scalar."""
    return (number % ORDER).to_bytes(BYTES, "little")


def mul(by: bytes, of: bytes) -> bytes:
    """`by` times the element `of`. Raises Unsound when `of` is no canonical element, is the identity, or the product is."""
    if len(of) != BYTES or of[31] & _TOP:
        raise Unsound("oprf-element")
    try:
        return bytes(rbcl.crypto_scalarmult_ristretto255(by, of))
    except RuntimeError:
        raise Unsound("oprf-element") from None


def base(by: bytes) -> bytes:
    """`by` times the generator; `by` is not zero."""
    return bytes(rbcl.crypto_scalarmult_ristretto255_base(by))


def add(one: bytes, other: bytes) -> bytes:
    """The sum of two elements that were checked before. It may be the identity."""
    return bytes(rbcl.crypto_core_ristretto255_add(one, other))


def total(elements: Iterable[bytes]) -> bytes:
    """The sum of elements that were checked before; of none, the identity."""
    found = IDENTITY
    for one in elements:
        found = one if found == IDENTITY else add(found, one)
    return found


def summed(elements: Sequence[bytes]) -> bytes:
    """The sum of elements that another party sent, at least one: the addition itself finds what is no element.

    Raises Unsound when one is no canonical element or is the identity, or a sum on the way is: of honest answers none is.
    """
    found, *others = elements
    if not others:
        return element(found)
    for one in elements:
        if len(one) != BYTES or one[31] & _TOP or one == IDENTITY:
            raise Unsound("oprf-element")
    for one in others:
        found = add(found, one)
        if found == IDENTITY:
            raise Unsound("oprf-element")
    return found


def scalar_add(one: bytes, other: bytes) -> bytes:
    return bytes(rbcl.crypto_core_ristretto255_scalar_add(one, other))


def scalar_sub(one: bytes, other: bytes) -> bytes:
    return bytes(rbcl.crypto_core_ristretto255_scalar_sub(one, other))


def scalar_mul(one: bytes, other: bytes) -> bytes:
    return bytes(rbcl.crypto_core_ristretto255_scalar_mul(one, other))


def invert(one: bytes) -> bytes:
    """One divided by `one`, which is not zero."""
    return bytes(rbcl.crypto_core_ristretto255_scalar_invert(one))


def hash_to_group(message: bytes, context: bytes) -> bytes:
    """RFC 9497, section 4.1: nobody knows the discrete logarithm. Raises Unsound for the identity, which nobody will find."""
    found = bytes(rbcl.crypto_core_ristretto255_from_hash(expand_message_xmd(message, b"HashToGroup-" + context, 64)))
    if found == IDENTITY:
        raise Unsound("oprf-element")
    return found


def hash_to_scalar(message: bytes, context: bytes, purpose: bytes = b"HashToScalar-") -> bytes:
    """RFC 9497, section 4.1: uniform to within 2**-250. It may be zero."""
    return reduced(expand_message_xmd(message, purpose + context, 64))
