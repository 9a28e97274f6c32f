"""Text fields at rest: XChaCha20-Poly1305, bound to the case, the field and the version they were written for.

A stored value is `0x01 | nonce (24) | ciphertext and tag`. The nonce is random: 192 bits do not repeat. What the value is
bound to (`Place`) is not stored with it: a value moved to another row, field or version does not open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_ABYTES as TAG_BYTES,
)
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt as _open,
)
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_encrypt as _seal,
)
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_NPUBBYTES as NONCE_BYTES,
)
from nacl.exceptions import CryptoError
from nacl.utils import random

from longarm.errors import Unsound

# A column of bytes: SQLite gives bytes, PostgreSQL a view of them.
Stored: TypeAlias = "bytes | memoryview"

_FORMAT: Final = b"\x01"
OVERHEAD: Final = len(_FORMAT) + NONCE_BYTES + TAG_BYTES


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value belongs: whose (`case`: the id of a case, an organisation, a user), which field, which version of it."""

    case: str
    field: str
    version: int = 1

    def bound(self) -> bytes:
        """Associated data: each part with its length before it, so that no two places read the same."""
        parts = (self.case.encode(), self.field.encode(), str(self.version).encode())
        return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def encrypt(key: bytes, value: bytes, place: Place) -> bytes:
    """`value` under the 256-bit `key`, for `place` only."""
    nonce = random(NONCE_BYTES)
    return _FORMAT + nonce + _seal(value, place.bound(), nonce, key)


def decrypt(key: bytes, stored: Stored, place: Place) -> bytes:
    """What `encrypt` was given. Raises Unsound when it was changed, moved to another place, or needs another key."""
    value = bytes(stored)
    if len(value) < OVERHEAD or value[:1] != _FORMAT:
        raise Unsound("keys-content-altered", field=place.field)
    nonce, sealed = value[1 : 1 + NONCE_BYTES], value[1 + NONCE_BYTES :]
    try:
        return _open(sealed, place.bound(), nonce, key)
    except CryptoError:
        raise Unsound("keys-content-altered", field=place.field) from None
