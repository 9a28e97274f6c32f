"""Addresses of crypto money: `chain:address`, only with a good checksum.

Proves: that the address was written without a mistake and on which chain it lives. Does not prove who holds it: an address
of an exchange is shared by many customers, told apart by a memo (`?memo=` in the normal form), and may be reassigned. An
Ethereum address in small letters carries no checksum: medium. Solana's have none at all and are not looked for. The address
is the same on all chains of Ethereum's kind (BNB, Polygon), and is written `ethereum:` for all.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from longarm.signals import base58check, bech32
from longarm.signals.crc16 import crc16
from longarm.signals.digits import plain
from longarm.signals.eip55 import with_checksum
from longarm.signals.likeness import Likeness, Weaker, compared

EXAMPLES: Final = {
    "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa": "bitcoin:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",  # the genesis block's
    "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4": "bitcoin:bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",  # BIP-173
    "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed": "ethereum:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",  # EIP-55
    "T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb": "tron:T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb",  # twenty zero bytes
}
# The version byte in front of an address in Base58Check.
_VERSIONS: Final = {0x00: "bitcoin", 0x05: "bitcoin", 0x1E: "dogecoin", 0x30: "litecoin", 0x32: "litecoin", 0x41: "tron"}
_PREFIXES: Final = {"bc": "bitcoin", "ltc": "litecoin"}
_LONG: Final = re.compile(r"[A-Za-z0-9_+/-]{14,}")  # no address is shorter
_MEMO_KEYS: Final = ("memo", "tag", "dt", "text")  # of a request to pay: `ton://transfer/UQ…?text=17`, `r…?dt=17`
WITH_MEMO: Final = ("ton", "ripple", "stellar")
_SHAPE: Final = re.compile(
    r"(?<![A-Za-z0-9])(?:0x[0-9a-fA-F]{40}"
    r"|(?:[bB][cC]|[lL][tT][cC])1[A-Za-z0-9]{11,87}"
    r"|[EU][Qf][A-Za-z0-9_+/-]{46}"
    r"|G[A-Z2-7]{55}"
    r"|[13LMDTr][1-9A-HJ-NP-Za-km-z]{24,34})(?![A-Za-z0-9])"
)
_MEMO: Final = re.compile(
    r"[\s,;،(]{0,3}(?:with\s{1,3})?(?:memo|tag|destination tag|comment|ميمو|مذكرة|تاغ)"
    r"\s{0,2}[:=#]?\s{0,2}([A-Za-z0-9]{1,32})",
    re.IGNORECASE,
)


class Wallet(NamedTuple):
    """An address in a text: its span, its normal form, and whether a checksum was there to be checked."""

    start: int
    end: int
    normal: str
    checked: bool


def clean(value: str) -> str | None:
    """The normal form of one address, also out of a request to pay (`chain:address?amount=…&memo=…`), or None when its checksum
    fails. TON's raw form (`0:` and 64 hexadecimal digits) has none."""
    address, _, asked = plain(value).partition("?")
    written = (address, address.rpartition(":")[2], re.split(r"[:/]", address)[-1].partition("@")[0])
    named = next((named for one in written if (named := _read(one))), None)
    if named is None:
        return None
    pairs = [one.partition("=") for one in asked.split("&")]
    memo = next((value for key, _, value in pairs if key.lower() in _MEMO_KEYS and value), "")
    return f"{named[0]}?memo={memo}" if memo and named[0].partition(":")[0] in WITH_MEMO else named[0]


def weaker(normal: str) -> tuple[Weaker, ...]:
    """The address without its memo, on chains where a memo tells customers apart."""
    address, _, _ = normal.partition("?memo=")
    return (Weaker("address", address),) if address.partition(":")[0] in WITH_MEMO else ()


def compare(one: str, other: str) -> Likeness | None:
    """`same`, or `address`: one address whose memo differs or is missing, as those of an exchange are shared."""
    return compared(one, other, weaker(one), weaker(other))


def scan(text: str) -> Iterator[Wallet]:
    """Every address in folded text, with the memo that stands behind it."""
    for match in (m for word in _LONG.finditer(text) for m in _SHAPE.finditer(text, word.start(), word.end())):
        named = _read(match[0])
        if named is None:
            continue
        normal, checked = named
        if normal.partition(":")[0] in WITH_MEMO and (memo := _MEMO.match(text, match.end())):
            normal = f"{normal}?memo={memo[1]}"
        yield Wallet(match.start(), match.end(), normal, checked)


def _read(address: str) -> tuple[str, bool] | None:
    """`chain:address` and whether a checksum was checked."""
    if re.fullmatch(r"0[xX][0-9a-fA-F]{40}", address):
        return _ethereum(f"0x{address[2:]}")
    if raw := re.fullmatch(r"(0|-1):([0-9a-fA-F]{64})", address):
        return _ton_of(0xFF if raw[1] == "-1" else 0, bytes.fromhex(raw[2])), False
    if re.fullmatch(r"[EU][Qf][A-Za-z0-9_+/-]{46}", address) and (ton := _ton(address)):
        return ton, True
    if re.fullmatch(r"G[A-Z2-7]{55}", address) and _stellar(address):
        return f"stellar:{address}", True
    lower = address.lower()
    for prefix, chain in _PREFIXES.items():
        if lower.startswith(f"{prefix}1") and bech32.is_witness_address(address, prefix):
            return f"{chain}:{lower}", True
    if (payload := base58check.decode(address)) and len(payload) == 21 and (named := _VERSIONS.get(payload[0])):
        return f"{named}:{address}", True
    if address.startswith("r") and (payload := base58check.decode(address, base58check.RIPPLE)) and len(payload) == 21:
        return (f"ripple:{address}", True) if payload[0] == 0 else None
    return None


def _ethereum(address: str) -> tuple[str, bool] | None:
    letters = [c for c in address[2:] if c.isalpha()]
    checksummed = with_checksum(address)
    if len({c.isupper() for c in letters}) < 2:  # one case only: no checksum was written
        return f"ethereum:{checksummed}", False
    return (f"ethereum:{checksummed}", True) if address == checksummed else None


def _ton(address: str) -> str | None:
    """TON's user-friendly form: a tag, the workchain, 32 bytes of hash and a CRC-16. All forms of an account become one."""
    try:
        data = base64.b64decode(address.replace("-", "+").replace("_", "/"), validate=True)
    except (binascii.Error, ValueError):
        return None
    tag, chain = data[0], data[1]
    if tag not in (0x11, 0x51) or chain not in (0x00, 0xFF) or crc16(data[:34]) != int.from_bytes(data[34:], "big"):
        return None
    return _ton_of(chain, data[2:34])


def _ton_of(chain: int, account: bytes) -> str:
    bounceable = bytes((0x11, chain)) + account
    whole = bounceable + crc16(bounceable).to_bytes(2, "big")
    return f"ton:{base64.urlsafe_b64encode(whole).decode('ascii')}"


def _stellar(address: str) -> bool:
    """Stellar's account id: version byte 0x30, the key, a CRC-16 with the low byte first, in Base32."""
    data = base64.b32decode(address)
    return data[0] == 0x30 and crc16(data[:-2]) == int.from_bytes(data[-2:], "little")
