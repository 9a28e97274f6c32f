"""The organisation's recovery key: made at set-up, printed, kept offline. Every case key is sealed to its public half.

On paper it is 14 groups of four letters and digits (Crockford's base 32: no I, L, O, U), 24 bits of them a check sum.
Whoever holds the paper opens every case; whoever loses it and all passphrases has lost the cases.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import Final

from nacl.public import PrivateKey

from longarm.errors import BadInput
from longarm.keys.derive import KEY_BYTES, subkey

_CHECK_BYTES: Final = 3
_SYMBOLS: Final = 8 * (KEY_BYTES + _CHECK_BYTES) // 5
_RFC4648: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TO_PAPER: Final = str.maketrans(_RFC4648, _CROCKFORD)
_FROM_PAPER: Final = str.maketrans(_CROCKFORD + "OIL", _RFC4648 + "ABB")  # O is read as 0; I and L as 1


@dataclass(frozen=True, slots=True, repr=False)
class Recovery:
    """`public` is stored; `printed` is shown once and kept on paper."""

    public: bytes
    printed: str


def new_recovery() -> Recovery:
    private = PrivateKey.generate()
    return Recovery(bytes(private.public_key), _print(bytes(private)))


def read_printed(printed: str) -> PrivateKey:
    """The private half. Spaces, hyphens and case do not matter. Raises BadInput when a letter is wrong or missing."""
    letters = "".join(printed.split()).replace("-", "").upper()
    if len(letters) != _SYMBOLS or not set(letters) <= set(_CROCKFORD + "OIL"):
        raise BadInput("keys-recovery-wrong")
    try:
        raw = base64.b32decode(letters.translate(_FROM_PAPER))
    except (binascii.Error, ValueError):
        raise BadInput("keys-recovery-wrong") from None
    private, check = raw[:KEY_BYTES], raw[KEY_BYTES:]
    if _check(private) != check:
        raise BadInput("keys-recovery-wrong")
    return PrivateKey(private)


def _print(private: bytes) -> str:
    letters = base64.b32encode(private + _check(private)).decode().translate(_TO_PAPER)
    return "-".join(letters[i : i + 4] for i in range(0, _SYMBOLS, 4))


def _check(private: bytes) -> bytes:
    return subkey(private, "recovery-check")[:_CHECK_BYTES]
