"""expand_message_xmd of RFC 9380, section 5.3.1, over SHA-512: as many uniform bytes as asked, from a message and a domain."""

from __future__ import annotations

from hashlib import sha512
from typing import Final

_OUTPUT: Final = 64  # b_in_bytes of SHA-512
_BLOCK: Final = 128  # s_in_bytes of SHA-512
_PAD: Final = bytes(_BLOCK)


def expand_message_xmd(message: bytes, domain: bytes, length: int) -> bytes:
    """`length`: 1 to 16,320 bytes; `domain`: 1 to 255 bytes. Raises ValueError beyond."""
    rounds = -(-length // _OUTPUT)
    if not 0 < rounds <= 255 or not 0 < len(domain) <= 255:
        raise ValueError("no such length of output or domain")
    ending = domain + bytes([len(domain)])
    first = sha512(_PAD + message + length.to_bytes(2, "big") + b"\x00" + ending).digest()
    block = sha512(first + b"\x01" + ending).digest()
    blocks = [block]
    for number in range(2, rounds + 1):
        mixed = (int.from_bytes(first, "big") ^ int.from_bytes(block, "big")).to_bytes(_OUTPUT, "big")
        block = sha512(mixed + bytes([number]) + ending).digest()
        blocks.append(block)
    return b"".join(blocks)[:length]
