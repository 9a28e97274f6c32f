"""Base58Check: addresses whose last four bytes are a checksum (Bitcoin, Litecoin, Dogecoin, TRON, and Ripple's alphabet)."""

from __future__ import annotations

from hashlib import sha256
from typing import Final

BITCOIN: Final = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
RIPPLE: Final = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
_MAX: Final = 64  # no address is longer; decoding is quadratic


def decode(text: str, alphabet: str = BITCOIN) -> bytes | None:
    """The payload with its version byte, or None when a letter or the checksum is wrong."""
    if not text or len(text) > _MAX:
        return None
    number = 0
    for letter in text:
        digit = alphabet.find(letter)
        if digit < 0:
            return None
        number = number * 58 + digit
    zeros = len(text) - len(text.lstrip(alphabet[0]))
    data = bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")
    payload, check = data[:-4], data[-4:]
    if not payload or sha256(sha256(payload).digest()).digest()[:4] != check:
        return None
    return payload
