"""Bech32 and Bech32m, the addresses of Segregated Witness (BIP-173, BIP-350), with their checksums.

Version 0 of a witness program needs Bech32, versions 1 to 16 (Taproot is 1) need Bech32m: an address with the other one's
checksum is no address.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

_LETTERS: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATORS: Final = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
BECH32: Final = 1
BECH32M: Final = 0x2BC830A3


class Decoded(NamedTuple):
    """The human-readable part, the data in groups of five bits without the checksum, and which checksum it was."""

    prefix: str
    data: tuple[int, ...]
    constant: int


def decode(text: str) -> Decoded | None:
    """The parts of a Bech32 or Bech32m text (8 to 90 characters, one case), or None when it is not one."""
    if not 8 <= len(text) <= 90 or (text != text.lower() and text != text.upper()):
        return None
    if not all(33 <= ord(letter) <= 126 for letter in text):
        return None
    prefix, separator, rest = text.lower().rpartition("1")
    if not separator or not prefix or len(rest) < 6:
        return None
    data = tuple(_LETTERS.find(letter) for letter in rest)
    if -1 in data:
        return None
    constant = _polymod((*_expanded(prefix), *data))
    return Decoded(prefix, data[:-6], constant) if constant in (BECH32, BECH32M) else None


def is_witness_address(text: str, prefix: str) -> bool:
    """Is `text` an address to a witness program, as BIP-350 decodes it, for the network `prefix` (`bc` is Bitcoin's)?"""
    decoded = decode(text)
    if decoded is None or decoded.prefix != prefix or not decoded.data:
        return False
    version, program = decoded.data[0], _to_bytes(decoded.data[1:])
    if program is None or version > 16 or not 2 <= len(program) <= 40:
        return False
    if version == 0 and len(program) not in (20, 32):
        return False
    return decoded.constant == (BECH32 if version == 0 else BECH32M)


def _expanded(prefix: str) -> Iterable[int]:
    return (*(ord(letter) >> 5 for letter in prefix), 0, *(ord(letter) & 31 for letter in prefix))


def _polymod(values: Iterable[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATORS):
            check ^= generator if top >> bit & 1 else 0
    return check


def _to_bytes(groups: Iterable[int]) -> bytes | None:
    """Groups of five bits as bytes; at most four bits of padding, all zero, may be left."""
    pending = bits = 0
    out = bytearray()
    for group in groups:
        pending, bits = pending << 5 | group, bits + 5
        if bits >= 8:
            bits -= 8
            out.append(pending >> bits)
            pending &= (1 << bits) - 1
    return None if bits >= 5 or pending else bytes(out)
