"""A user's pair (X25519): the public half seals case keys to the user, the private half sleeps under the passphrase."""

from __future__ import annotations

from typing import Final

import msgspec
from msgspec.structs import replace
from nacl.public import PrivateKey

from longarm.errors import BadInput, Unsound
from longarm.keys.content import Place, Stored, decrypt, encrypt
from longarm.keys.passphrase import USUAL, Cost, Stretch, check_new, new_stretch

_FIELD: Final = "user.private"


class LockedPair(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is stored of a user: the public key, how the passphrase is stretched, the private key under the result.

    `handed_out`: the passphrase was chosen by somebody else, so another person knows it; its owner changes it first.
    """

    public: bytes
    stretch: Stretch
    locked: bytes
    handed_out: bool = False


def new_pair(
    user: str, passphrase: str, cost: Cost = USUAL, context: tuple[str, ...] = (), *, handed_out: bool = False
) -> tuple[LockedPair, PrivateKey]:
    """A pair for the user with id `user`. Raises BadInput when the passphrase is too weak, or made of names of `context`."""
    private = PrivateKey.generate()
    return replace(lock(user, private, passphrase, cost, context), handed_out=handed_out), private


def lock(user: str, private: PrivateKey, passphrase: str, cost: Cost = USUAL, context: tuple[str, ...] = ()) -> LockedPair:
    """The same pair under a new passphrase: case keys sealed to it stay good. Raises BadInput as `new_pair` does."""
    check_new(passphrase, context)
    stretch = new_stretch(cost)
    locked = encrypt(stretch.key(passphrase), bytes(private), Place(user, _FIELD))
    return LockedPair(bytes(private.public_key), stretch, locked)


def unlock(user: str, pair: LockedPair, passphrase: str) -> PrivateKey:
    """The private key. Raises BadInput (`keys-wrong-passphrase`): a wrong passphrase and a changed row look the same."""
    try:
        private = PrivateKey(decrypt(pair.stretch.key(passphrase), pair.locked, Place(user, _FIELD)))
    except Unsound:
        raise BadInput("keys-wrong-passphrase") from None
    if bytes(private.public_key) != pair.public:
        raise Unsound("keys-pair-altered")
    return private


def to_stored(pair: LockedPair) -> bytes:
    return msgspec.msgpack.encode(pair)


def from_stored(stored: Stored) -> LockedPair:
    """Raises Unsound when the row is not a pair."""
    try:
        return msgspec.msgpack.decode(bytes(stored), type=LockedPair)
    except msgspec.MsgspecError:
        raise Unsound("keys-pair-altered") from None
