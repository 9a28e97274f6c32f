"""An address of crypto money counts only with a good checksum; the vectors are those of the standards."""

import base64
from hashlib import sha256

import base58
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.signals import bech32, wallet
from longarm.signals.base58check import RIPPLE
from longarm.signals.eip55 import with_checksum

# BIP-173 and BIP-350, test vectors.
BECH32 = (
    "A12UEL5L",
    "a12uel5l",
    "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs",
    "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
    "11qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqc8247j",
    "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w",
    "?1ezyfcl",
)
BECH32M = (
    "A1LQFN3A",
    "a1lqfn3a",
    "an83characterlonghumanreadablepartthatcontainsthetheexcludedcharactersbioandnumber11sg7hg6",
    "abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx",
    "11llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllludsr8",
    "split1checkupstagehandshakeupstreamerranterredcaperredlc445v",
    "?1v759aa",
)
NEITHER = (
    "\x201nwldj5", "\x7f1axkwrx", "\x801eym55h", "pzry9x0s0muk", "1pzry9x0s0muk", "x1b4n0q5v", "li1dgmt3", "de1lg7wt\xff",
    "A1G7SGD8", "10a06t8", "1qzzfhee", "\x201xj0phk", "\x7f1g6xzxy", "y1b0jsk6g", "lt1igcx5c0", "in1muywd", "mm1crxm3i",
    "au1s5cgom", "M1VUXWEZ", "16plkw9", "1p2gdwpf",
)  # fmt: skip
ADDRESSES = (
    ("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", "bc"),
    ("tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7", "tb"),
    ("bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y", "bc"),
    ("BC1SW50QGDZ25J", "bc"),
    ("bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs", "bc"),
    ("tb1qqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesrxh6hy", "tb"),
    ("tb1pqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesf3hn0c", "tb"),
    ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", "bc"),
)
NO_ADDRESSES = {
    "another network": "tc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq5zuyut",
    "Bech32 where Bech32m is due": "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
    "Bech32 for version 16": "BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL",
    "Bech32m where Bech32 is due": "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh",
    "a letter outside the set in the checksum": "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4",
    "version 17": "BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R",
    "a program of one byte": "bc1pw5dgrnzv",
    "a program of 41 bytes": "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav",
    "version 0 of 16 bytes": "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",
    "more than four bits of padding": "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf",
    "nothing": "bc1gmk9yu",
}


@pytest.mark.parametrize("text", BECH32)
def test_bip_173_vectors(text: str) -> None:
    decoded = bech32.decode(text)
    assert decoded is not None
    assert decoded.constant == bech32.BECH32


@pytest.mark.parametrize("text", BECH32M)
def test_bip_350_vectors(text: str) -> None:
    decoded = bech32.decode(text)
    assert decoded is not None
    assert decoded.constant == bech32.BECH32M


@pytest.mark.parametrize("text", NEITHER)
def test_what_the_bips_refuse(text: str) -> None:
    assert bech32.decode(text) is None


@pytest.mark.parametrize(("address", "network"), ADDRESSES)
def test_witness_addresses_of_bip_350_taproot_included(address: str, network: str) -> None:
    assert bech32.is_witness_address(address, network)
    assert wallet.clean(address) == (f"bitcoin:{address.lower()}" if network == "bc" else None)


@pytest.mark.parametrize("address", NO_ADDRESSES.values(), ids=NO_ADDRESSES.keys())
def test_addresses_bip_350_refuses(address: str) -> None:
    assert not bech32.is_witness_address(address, "bc")
    assert wallet.clean(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
        "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
        "0x52908400098527886E0F7030069857D2E4169EE7",
        "0x8617E340B3D01FA5F11F306F4090FD50E238070D",
        "0xde709f2102306220921060314715629080e2fb77",
        "0x27b1fdb04752bbc536007a920d24acb045561c26",
    ],
)
def test_eip_55_vectors(address: str) -> None:
    assert with_checksum(address.lower()) == address
    assert wallet.clean(address) == f"ethereum:{address}"


def test_a_wrong_capital_is_a_mistake_not_an_address() -> None:
    assert wallet.clean("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD") is None


@settings(max_examples=40, deadline=None)
@given(st.binary(min_size=20, max_size=20))
def test_tron_and_bitcoin_addresses_made_by_another_library(key: bytes) -> None:
    tron = base58.b58encode_check(b"\x41" + key).decode()
    assert wallet.clean(tron) == f"tron:{tron}"
    bitcoin = base58.b58encode_check(b"\x00" + key).decode()
    assert wallet.clean(bitcoin) == f"bitcoin:{bitcoin}"
    assert wallet.clean(tron[:-1] + ("1" if tron[-1] != "1" else "2")) is None


def xmodem(data: bytes) -> int:
    """CRC-16/XMODEM bit by bit, apart from the one in the program."""
    crc = 0
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc


def ton(tag: int, chain: int, key: bytes, *, urlsafe: bool = True) -> str:
    body = bytes((tag, chain)) + key
    whole = body + xmodem(body).to_bytes(2, "big")
    return (base64.urlsafe_b64encode if urlsafe else base64.b64encode)(whole).decode()


@settings(max_examples=40, deadline=None)
@given(st.binary(min_size=32, max_size=32))
def test_all_forms_of_a_ton_account_are_one(key: bytes) -> None:
    bounceable = ton(0x11, 0, key)
    forms = {bounceable, ton(0x51, 0, key), ton(0x11, 0, key, urlsafe=False), ton(0x51, 0, key, urlsafe=False)}
    assert {wallet.clean(form) for form in forms} == {f"ton:{bounceable}"}
    assert wallet.clean(bounceable[:-1] + ("A" if bounceable[-1] != "A" else "B")) is None


@settings(max_examples=20, deadline=None)
@given(st.binary(min_size=32, max_size=32))
def test_stellar_and_ripple_addresses(key: bytes) -> None:
    body = b"\x30" + key
    stellar = base64.b32encode(body + xmodem(body).to_bytes(2, "little")).decode()
    assert wallet.clean(stellar) == f"stellar:{stellar}"
    payload = b"\x00" + key[:20]
    whole = payload + sha256(sha256(payload).digest()).digest()[:4]
    ripple = base58.b58encode(whole, alphabet=RIPPLE.encode()).decode()
    assert wallet.clean(ripple) == f"ripple:{ripple}"


def test_a_memo_is_part_of_an_exchanges_address() -> None:
    address = ton(0x11, 0, bytes(32))
    (with_memo,) = wallet.scan(f"send to {address} memo: 1700017 now")
    (without,) = wallet.scan(f"send to {address} now")
    assert with_memo.normal == f"ton:{address}?memo=1700017"
    assert without.normal == f"ton:{address}"
    assert wallet.clean(with_memo.normal) == with_memo.normal


TON = "EQAAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHx2j"


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        (
            "bitcoin:BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4?amount=0.1&label=x",
            "bitcoin:bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        ),
        ("ethereum:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed@1", "ethereum:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"),
        ("0X5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED", "ethereum:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"),
        ("ton://transfer/UQAAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eH0Bm?amount=1&text=1234", f"ton:{TON}?memo=1234"),
        ("0:000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", f"ton:{TON}"),
        ("rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh?dt=12", "ripple:rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh?memo=12"),
        ("bitcoin:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa?memo=12", "bitcoin:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
    ],
)
def test_a_request_to_pay_names_its_address(written: str, normal: str) -> None:
    assert wallet.clean(written) == normal
    assert wallet.clean(normal) == normal
