"""CRC-16 with polynomial 0x1021 and start 0 (XMODEM): the checksum of TON and Stellar addresses."""

from __future__ import annotations

import binascii


def crc16(data: bytes) -> int:
    """The check value of `data`, 0 to 0xFFFF."""
    return binascii.crc_hqx(data, 0)
