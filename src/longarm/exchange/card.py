"""What a party says of itself, signed by itself: name, states, where it is reached, the keys it is spoken to with.

A card proves nothing by itself: people compare its fingerprint by voice before they take it into their list of members.
"""

from __future__ import annotations

import json
import unicodedata
from datetime import datetime
from typing import Annotated, Final, Literal
from urllib.parse import urlsplit

import msgspec

from longarm.case.states import STATES
from longarm.errors import BadInput
from longarm.keys.node import PublicKey
from longarm.keys.party import Party

Role = Literal["node", "holder", "hub"]
FORMAT: Final = "longarm-card/1"
MAX_CARD: Final = 16 * 1024
_CONTEXT: Final = b"longarm-card/1\x00"


class Card(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`signing`: Ed25519 key as PEM; `encryption`: X25519 key; `states`: ISO 3166-1, none for a body of several states.

    `address`: https address or onion service that takes letters, empty for a party that is reached by file only.
    `certificate`: PEM that its server shows, the only one that is believed there; empty where `address` is an onion or none.
    """

    role: Role
    organisation: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    states: Annotated[tuple[str, ...], msgspec.Meta(max_length=30)]
    address: Annotated[str, msgspec.Meta(max_length=300)]
    signing: Annotated[str, msgspec.Meta(max_length=400)]
    encryption: Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
    certificate: Annotated[str, msgspec.Meta(max_length=8000)]
    made_at: datetime

    @property
    def key(self) -> PublicKey:
        return PublicKey.parse(self.signing.encode())

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the signing key's DER, 64 hexadecimal digits. The signature binds all the rest to it."""
        return self.key.fingerprint


class _Signed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    longarm: Literal["longarm-card/1"]
    card: Card
    signature: str


def make_card(
    party: Party, *, role: Role, organisation: str, states: tuple[str, ...], address: str, certificate: str, made_at: datetime
) -> bytes:
    """The card as a JSON file. Raises BadInput when what it should say cannot stand on one."""
    check_said(organisation, states, address)
    card = Card(
        role=role,
        organisation=organisation.strip(),
        states=states,
        address=address,
        signing=party.signing.public.pem.decode(),
        encryption=bytes(party.encryption.public_key),
        certificate=certificate,
        made_at=made_at,
    )
    _check(card)
    signed = _Signed(FORMAT, card, party.signing.sign(_said(card)))
    return msgspec.json.format(msgspec.json.encode(signed), indent=1) + b"\n"


def read_card(data: bytes) -> Card:
    """The card in a file. Raises BadInput when it is none, was changed, or says what no card may say."""
    if len(data) > MAX_CARD:
        raise BadInput("exchange-card-not-one")
    try:
        json.loads(data, object_pairs_hook=_once)  # the strict decoder would silently take the last of two
        signed = msgspec.json.decode(data, type=_Signed)
        card, key = signed.card, signed.card.key
    except (ValueError, RecursionError):
        raise BadInput("exchange-card-not-one") from None
    if not key.holds(signed.signature, _said(card)):
        raise BadInput("exchange-card-changed", organisation=card.organisation[:60])
    _check(card)
    return card


def must_follow(card: Card, before: bytes | None) -> None:
    """Raises BadInput when `card` is older than the one it would take the place of (`before`, the file).

    What was said later holds: an address or a key that was given up does not come back.
    """
    if before is not None and read_card(before).made_at > card.made_at:
        raise BadInput("exchange-card-older", organisation=card.organisation)


def _said(card: Card) -> bytes:
    """What is signed: the card in one spelling, however its file is laid out."""
    return _CONTEXT + msgspec.json.encode(card)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def check_said(organisation: str, states: tuple[str, ...], address: str) -> None:
    """What a person wrote for a card, before anything is made of it. Raises BadInput when it cannot stand on one."""
    # Letters that turn the line around could make one organisation look like another.
    turning = any(unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cs") for letter in organisation + address)
    if turning or not 0 < len(organisation.strip()) <= 200:
        raise BadInput("exchange-card-name")
    for state in states:
        if state not in STATES:
            raise BadInput("exchange-card-state", state=state[:10])
    if not address:
        return
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        _ = parts.port  # beyond 65535: ValueError
        reached = parts.scheme == "https" or (parts.scheme == "http" and host.endswith(".onion"))
    except ValueError:
        reached, host = False, ""
    if not reached or not host:
        raise BadInput("exchange-card-address", address=address[:100])


def _check(card: Card) -> None:
    check_said(card.organisation, card.states, card.address)
    if card.made_at.tzinfo is None:
        raise BadInput("exchange-card-not-one")
    if urlsplit(card.address).scheme == "https" and "BEGIN CERTIFICATE" not in card.certificate:
        raise BadInput("exchange-card-certificate")
