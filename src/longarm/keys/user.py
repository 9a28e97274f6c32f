"""A user's pair (X25519): the public half seals case keys to the user, the private half sleeps under the passphrase."""

from __future__ import annotations

from typing import Final

import msgspec
from nacl.public import PrivateKey

from longarm.errors import BadInput, Unsound
from longarm.keys.content import Place, Stored, decrypt, encrypt
from longarm.keys.passphrase import USUAL, Cost, Stretch, check_new, new_stretch

_FIELD: Final = "user.private"


class LockedPair(msgspec.Struct, frozen=True):
    """What is stored of a user: the public key, how the passphrase is stretched, the private key under the result."""

    public: bytes
    stretch: Stretch
    locked: bytes


def new_pair(user: str, passphrase: str, cost: Cost = USUAL) -> tuple[LockedPair, PrivateKey]:
    """A pair for the user with id `user`. Raises BadInput when the passphrase is too weak."""
    private = PrivateKey.generate()
    return lock(user, private, passphrase, cost), private


def lock(user: str, private: PrivateKey, passphrase: str, cost: Cost = USUAL) -> LockedPair:
    """The same pair under a new passphrase: case keys sealed to it stay good."""
    check_new(passphrase)
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
