"""What stands at the hub instead of an identifier: a token that only the holders together can make, and a key that stays here.

Both come of the output of the oblivious function (64 bytes), by keyed BLAKE2b with two purposes: who has the token cannot work
out the key. The envelope beside a token opens for who named the same identifier, and for nobody else.
"""

from __future__ import annotations

import hashlib
from typing import Final, NamedTuple

from nacl.bindings import sodium_pad, sodium_unpad

from longarm.errors import Unsound
from longarm.exchange.oprf.voprf import OUTPUT_BYTES
from longarm.keys.content import OVERHEAD, Place, decrypt, encrypt
from longarm.keys.derive import subkey

NORMALISER: Final = "1"  # goes up with each change of a normal form: old and new tokens do not meet, by intent
PADDED: Final = 256
ENVELOPE_BYTES: Final = PADDED + OVERHEAD
_FIELD: Final = "exchange-envelope"


class Token(NamedTuple):
    """`token`: 32 bytes, registered at the hub; `envelope_key`: never leaves the node."""

    token: bytes
    envelope_key: bytes

    @classmethod
    def of(cls, output: bytes) -> Token:
        """From the output of the oblivious function. Raises ValueError for another length."""
        if len(output) != OUTPUT_BYTES:
            raise ValueError("an output has 64 bytes")
        return cls(subkey(output, "exchange-token"), subkey(output, "exchange-envelop"))

    def __repr__(self) -> str:
        return "Token(…)"


def input_of(kind: str, normal: str, version: str = NORMALISER) -> bytes:
    """What is blinded: kind, normal form and version of the normaliser, so that no two triples read the same.

    A normal form of more than 8 KiB is hashed first. Raises ValueError when a part is empty or holds a zero byte.
    """
    parts = (kind.encode(), normal.encode(), version.encode())
    if not all(parts) or any(b"\x00" in part for part in parts):
        raise ValueError("kind, normal form and version are texts without a zero byte")
    if len(parts[1]) > 8192:
        parts = (parts[0], b"sha256:" + hashlib.sha256(parts[1]).hexdigest().encode(), parts[2])
    return b"\x00".join(parts)


def seal(token: Token, member: str, content: bytes) -> bytes:
    """The envelope that the member with this fingerprint registers: always `ENVELOPE_BYTES` long.

    Bound to token and member: a hub cannot give it out as another's. Raises ValueError when `content` is over 255 bytes.
    """
    if len(content) >= PADDED:
        raise ValueError("an envelope holds at most 255 bytes")
    return encrypt(token.envelope_key, sodium_pad(content, PADDED), _place(token, member))


def open_envelope(token: Token, member: str, envelope: bytes) -> bytes:
    """What `member` wrote. Raises Unsound when it was changed, or comes from another member or for another token."""
    padded = decrypt(token.envelope_key, envelope, _place(token, member))
    try:
        return sodium_unpad(padded, PADDED)
    except (ValueError, RuntimeError):
        raise Unsound("keys-content-altered", field=_FIELD) from None


def _place(token: Token, member: str) -> Place:
    return Place(member, f"{_FIELD}-{token.token.hex()}")
