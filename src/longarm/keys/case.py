"""A case's key: 256 random bits, sealed (libsodium sealed box) to each member of its team and to the recovery key."""

from __future__ import annotations

from typing import Final

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.utils import random

from longarm.errors import Unsound
from longarm.keys.content import Stored
from longarm.keys.derive import KEY_BYTES

_FORMAT: Final = b"case-key/1\x00"


def new_key() -> bytes:
    return random(KEY_BYTES)


def seal_to(public: bytes, case: str, key: bytes) -> bytes:
    """`key` for the holder of `public`, and for the case with id `case` only."""
    return SealedBox(PublicKey(public)).encrypt(_FORMAT + case.encode() + b"\x00" + key)


def open_with(private: PrivateKey, case: str, sealed: Stored) -> bytes:
    """The case key. Raises Unsound when it was sealed to somebody else, for another case, or changed."""
    try:
        opened = SealedBox(private).decrypt(bytes(sealed))
    except CryptoError:
        raise Unsound("keys-case-key-altered") from None
    head = _FORMAT + case.encode() + b"\x00"
    if not opened.startswith(head) or len(opened) != len(head) + KEY_BYTES:
        raise Unsound("keys-case-key-altered")
    return opened[len(head) :]


def seal_again(old: PrivateKey | None, public: bytes, case: str, sealed: Stored) -> bytes:
    """What was sealed to `old`, for the holder of `public`. Empty when there is no `old` at hand, or nothing was sealed.

    Raises Unsound as `open_with` does.
    """
    if old is None or not sealed:
        return b""
    return seal_to(public, case, open_with(old, case, sealed))
