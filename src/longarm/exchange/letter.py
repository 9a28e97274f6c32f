"""A letter from one party to one other: signed, dated, bound to its receiver; sealed where nobody between may read it.

On the wire: a line that names the format, one byte (0 open, 1 sealed), then the signed letter, or the sealed box of it. A sealed
one is padded to a few sizes, so that its length says little. The signature covers receiver, kind, time, number and
body; who opens a sealed letter cannot pass it on as if it had been written to a third.

A number is taken once: every receiver keeps the numbers it acted on with its answer, and gives the same answer again.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import Annotated, Final, TypeVar

import msgspec
from nacl.public import PublicKey, SealedBox

from longarm.errors import Unsound
from longarm.exchange.card import Card
from longarm.exchange.refused import Refused
from longarm.keys.party import Party

MAGIC: Final = b"longarm-letter/1\n"
MAX_LETTER: Final = 2 << 20
DIRECT: Final = timedelta(minutes=15)  # clocks of two parties that speak over the network
CARRIED: Final = timedelta(days=30)  # a letter that waits, or travels on a stick
_CONTEXT: Final = b"longarm-letter/1\x00"
_SIGNATURE: Final = len("ed25519:") + 88
_STEP: Final = 64 * 1024
_SIZES: Final = (1024, 4096, 16 * 1024, _STEP)
_LENGTH: Final = 4

Body = TypeVar("Body", bound=msgspec.Struct)


class Letter(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """`number`: 16 random bytes. `sender`, `to`: fingerprints. `answers`: the number of the letter this one answers."""

    number: Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
    kind: Annotated[str, msgspec.Meta(max_length=40)]
    sender: Annotated[str, msgspec.Meta(max_length=64)]
    to: Annotated[str, msgspec.Meta(max_length=64)]
    sent_at: datetime
    epoch: Annotated[str, msgspec.Meta(max_length=40)]
    answers: Annotated[bytes, msgspec.Meta(max_length=16)]
    body: bytes


def write(
    party: Party,
    to: Card,
    kind: str,
    body: msgspec.Struct,
    *,
    now: datetime,
    sealed: bool,
    epoch: str = "",
    answers: bytes = b"",
    number: bytes | None = None,
) -> bytes:
    """The bytes of a new letter. `now` is UTC. Raises ValueError when it would be larger than any receiver takes."""
    letter = Letter(
        number=number or secrets.token_bytes(16),
        kind=kind,
        sender=party.fingerprint,
        to=to.fingerprint,
        sent_at=now,
        epoch=epoch,
        answers=answers,
        body=msgspec.msgpack.encode(body),
    )
    content = msgspec.msgpack.encode(letter)
    signed = party.signing.sign(_CONTEXT + content).encode() + content
    if sealed:
        signed = SealedBox(PublicKey(to.encryption)).encrypt(_padded(signed))
    if len(signed) > MAX_LETTER:
        raise ValueError("a letter of this size is taken by nobody")
    return MAGIC + bytes([sealed]) + signed


def read(
    data: bytes,
    party: Party,
    members: Callable[[str], Card | None],
    *,
    now: datetime,
    kinds: Collection[str],
    tolerance: timedelta = DIRECT,
    sealed: bool | None = None,
) -> Letter:
    """The letter in `data`, when it may be acted on.

    `members` gives the card of a fingerprint that this party takes letters from. `sealed`: whether it has to be (None: either).
    Raises Refused with the first thing that is wrong.
    """
    if len(data) > MAX_LETTER + len(MAGIC) + 1:
        raise Refused("too-large")
    if not data.startswith(MAGIC):
        raise Refused("truncated" if MAGIC.startswith(data) else "wrong-version")
    if len(data) <= len(MAGIC):
        raise Refused("truncated")
    kind, signed = data[len(MAGIC)], data[len(MAGIC) + 1 :]
    if kind > 1 or (sealed is not None and bool(kind) != sealed):
        raise Refused("wrong-version")
    if kind:
        signed = _unpadded(_opened(signed, party))
    signature, content = signed[:_SIGNATURE], signed[_SIGNATURE:]
    try:
        letter = msgspec.msgpack.decode(content, type=Letter)
        claimed = signature.decode("ascii")
    except (ValueError, RecursionError):
        raise Refused("truncated") from None
    if letter.to != party.fingerprint:
        raise Refused("not-for-us")
    card = members(letter.sender)
    if card is None:
        raise Refused("unknown-member")
    if card.fingerprint != letter.sender or not card.key.holds(claimed, _CONTEXT + content):
        raise Refused("bad-signature")
    if letter.sent_at.tzinfo is None or not -DIRECT <= now - letter.sent_at <= tolerance:
        raise Refused("clock-off")
    if letter.kind not in kinds:
        raise Refused("wrong-kind")
    return letter


def body(letter: Letter, kind: type[Body]) -> Body:
    """What the letter says, as the struct `kind`. Raises Refused when it is anything else."""
    try:
        return msgspec.msgpack.decode(letter.body, type=kind)
    except (ValueError, RecursionError):
        raise Refused("bad-body") from None


def _opened(sealed: bytes, party: Party) -> bytes:
    try:
        return party.open(sealed)
    except Unsound:
        raise Refused("not-for-us") from None


def _padded(plain: bytes) -> bytes:
    needed = _LENGTH + len(plain)
    size = next((size for size in _SIZES if needed <= size), -(-needed // _STEP) * _STEP)
    return (len(plain).to_bytes(_LENGTH, "big") + plain).ljust(size, b"\x00")


def _unpadded(padded: bytes) -> bytes:
    length = int.from_bytes(padded[:_LENGTH], "big")
    if len(padded) < _LENGTH + length:
        raise Refused("truncated")
    return padded[_LENGTH : _LENGTH + length]
