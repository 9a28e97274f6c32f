"""A key on paper: 14 groups of four letters and digits (Crockford's base 32: no I, L, O, U), 24 bits of them a check sum.

The check sum is made for one purpose: a paper of another kind is told apart before anything is tried with it.
"""

from __future__ import annotations

import base64
import binascii
from typing import Final

from longarm.keys.derive import KEY_BYTES, subkey

_CHECK_BYTES: Final = 3
_SYMBOLS: Final = 8 * (KEY_BYTES + _CHECK_BYTES) // 5
_RFC4648: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TO_PAPER: Final = str.maketrans(_RFC4648, _CROCKFORD)
_FROM_PAPER: Final = str.maketrans(_CROCKFORD + "OIL", _RFC4648 + "ABB")  # O is read as 0; I and L as 1


def to_paper(key: bytes, purpose: str) -> str:
    """`key` (256 bits) as it is printed. `purpose`: what the check sum is made for (`derive.subkey`)."""
    letters = base64.b32encode(key + _check(key, purpose)).decode().translate(_TO_PAPER)
    return "-".join(letters[i : i + 4] for i in range(0, _SYMBOLS, 4))


def from_paper(printed: str, purpose: str) -> bytes | None:
    """The key; None when a letter is wrong or missing, or it is a paper of another purpose. Spaces, hyphens, case: ignored."""
    letters = "".join(printed.split()).replace("-", "").upper()
    if len(letters) != _SYMBOLS or not set(letters) <= set(_CROCKFORD + "OIL"):
        return None
    try:
        raw = base64.b32decode(letters.translate(_FROM_PAPER))
    except (binascii.Error, ValueError):
        return None
    key, check = raw[:KEY_BYTES], raw[KEY_BYTES:]
    return key if _check(key, purpose) == check else None


def _check(key: bytes, purpose: str) -> bytes:
    return subkey(key, purpose)[:_CHECK_BYTES]
