"""A signed-in visit: the private key under a key that only the browser's cookie holds.

The cookie's 256 random bits give two values: a look-up tag that the database stores, and the key that the private key lies
under. From a copy of the database neither the cookie nor the key can be had.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import Final

from nacl.public import PrivateKey
from nacl.utils import random

from longarm.keys.content import Place, Stored, decrypt, encrypt
from longarm.keys.derive import KEY_BYTES, subkey

_FIELD: Final = "session.private"


@dataclass(frozen=True, slots=True, repr=False)
class Opened:
    """A new session: `cookie` goes to the browser and nowhere else; `tag` and `wrapped` are stored."""

    cookie: str
    tag: bytes
    wrapped: bytes


def open_session(user: str, private: PrivateKey) -> Opened:
    secret = random(KEY_BYTES)
    wrapped = encrypt(subkey(secret, "session-wrap"), bytes(private), Place(user, _FIELD))
    return Opened(base64.urlsafe_b64encode(secret).rstrip(b"=").decode(), subkey(secret, "session-tag"), wrapped)


def tag_of(cookie: str) -> bytes | None:
    """The stored tag of the session that `cookie` opens; None when it is no cookie of ours."""
    secret = _secret(cookie)
    return None if secret is None else subkey(secret, "session-tag")


def private_key(cookie: str, user: str, wrapped: Stored) -> PrivateKey:
    """Raises Unsound when the stored value was changed or belongs to another user or cookie."""
    secret = _secret(cookie) or bytes(KEY_BYTES)
    return PrivateKey(decrypt(subkey(secret, "session-wrap"), wrapped, Place(user, _FIELD)))


def _secret(cookie: str) -> bytes | None:
    if len(cookie) != 43:
        return None
    try:
        return base64.b64decode(cookie + "=", altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
