"""The checksum that the capital letters of an Ethereum address carry (EIP-55)."""

from __future__ import annotations


def with_checksum(address: str) -> str:
    """`address` (`0x` and 40 hexadecimal digits, any case) with the capitals EIP-55 gives it."""
    from Crypto.Hash import keccak  # 0.1 s to load: only when an address was seen

    plain = address[2:].lower()
    digest = keccak.new(digest_bits=256, data=plain.encode("ascii")).hexdigest()
    return "0x" + "".join(a.upper() if int(d, 16) > 7 else a for a, d in zip(plain, digest, strict=False))
