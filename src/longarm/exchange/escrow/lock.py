"""The outer lock: encrypted to a key that is split among holders (TDH2, Shoup and Gennaro 2002, over ristretto255).

The proof beside it shows that whoever made the lock knows what it hides, and binds it to its label: a lock taken from one report
and put on another is refused before any holder touches it.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated, Final

import msgspec

from longarm.errors import Unsound
from longarm.exchange.oprf import group, proof
from longarm.exchange.oprf.threshold import Element
from longarm.keys.content import Place, decrypt, encrypt
from longarm.keys.derive import subkey

_CONTEXT: Final = b"longarm-escrow/1-"
# A second generator: nobody knows its logarithm to the first.
SECOND: Final = group.hash_to_group(b"second generator", _CONTEXT)


class Lock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`key`, `second`: the same secret times the two generators; `proof`: that it is the same, for this label and `sealed`."""

    key: Element
    second: Element
    proof: Annotated[bytes, msgspec.Meta(min_length=proof.PROOF_BYTES, max_length=proof.PROOF_BYTES)]
    sealed: Annotated[bytes, msgspec.Meta(max_length=4096)]


def lock(public: bytes, label: bytes, plain: bytes, random: group.Random) -> Lock:
    """`plain` under the holders' public key. Raises Unsound when that is no element."""
    secret = group.random_scalar(random)
    key, second = group.base(secret), group.mul(secret, SECOND)
    sealed = encrypt(_derived(group.mul(secret, public)), plain, _place(label, key))
    return Lock(key, second, proof.prove(secret, key, (SECOND,), (second,), random, context=_bound(label, sealed)), sealed)


def is_whole(given: Lock, label: bytes) -> bool:
    """Was it made for `label`, by somebody who knows what it hides? Every holder asks this first."""
    return proof.holds(given.proof, given.key, (SECOND,), (given.second,), context=_bound(label, given.sealed))


def unlock(given: Lock, label: bytes, multiplied: bytes) -> bytes:
    """What it hides. `multiplied`: its `key` times the holders' secret. Raises Unsound when that is not it, or it was changed."""
    if not is_whole(given, label):
        raise Unsound("escrow-lock")
    return decrypt(_derived(group.element(multiplied)), given.sealed, _place(label, given.key))


def _derived(shared: bytes) -> bytes:
    return subkey(shared, "escrow-outer")


def _bound(label: bytes, sealed: bytes) -> bytes:
    return _CONTEXT + sha256(sha256(label).digest() + sealed).digest()


def _place(label: bytes, key: bytes) -> Place:
    return Place(sha256(label + key).hexdigest(), "escrow-outer")
