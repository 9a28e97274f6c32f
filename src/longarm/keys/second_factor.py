"""A second factor: six digits that change every half minute (TOTP, RFC 6238), and spare codes on paper.

The secret is sealed to the user's own public key: only the passphrase opens it, so a stolen database gives no codes, and
whoever learned the passphrase alone has no way to make one.
"""

from __future__ import annotations

import base64
import secrets
from datetime import datetime
from typing import Final
from urllib.parse import quote, urlencode

import msgspec
from cryptography.hazmat.primitives.constant_time import bytes_eq
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.utils import random

from longarm.errors import Unsound
from longarm.keys.content import Stored

STEP: Final = 30  # seconds
DIGITS: Final = 6
SPARE: Final = 10
_FORMAT: Final = b"second-factor/1\x00"
_EITHER_SIDE: Final = 1  # steps that a telephone's clock may be off
_DIGITS_OF_THE_WORLD: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)


class Factor(msgspec.Struct, frozen=True):
    """`secret` is shared with the telephone; each of `spare` opens the door once, when the telephone is lost."""

    secret: bytes
    spare: tuple[str, ...]


def new_factor() -> Factor:
    """160 random bits, as RFC 4226 asks, and ten spare codes of ten digits."""
    return Factor(random(20), tuple(f"{secrets.randbelow(10**10):010d}" for _ in range(SPARE)))


def seal(factor: Factor, user: str, public: bytes) -> bytes:
    """For the user with id `user`, whose public key is `public`, alone."""
    return SealedBox(PublicKey(public)).encrypt(_FORMAT + user.encode() + b"\x00" + msgspec.msgpack.encode(factor))


def unseal(sealed: Stored, user: str, private: PrivateKey) -> Factor:
    """Raises Unsound when it was changed, or sealed for another user."""
    head = _FORMAT + user.encode() + b"\x00"
    try:
        opened = SealedBox(private).decrypt(bytes(sealed))
        if not opened.startswith(head):
            raise Unsound("keys-second-factor-altered")
        return msgspec.msgpack.decode(opened[len(head) :], type=Factor)
    except (CryptoError, msgspec.MsgspecError):
        raise Unsound("keys-second-factor-altered") from None


def address(factor: Factor, name: str, issuer: str) -> str:
    """What the telephone scans: `otpauth://totp/…`, in the form that authenticator programs agree on."""
    facts = {"secret": written(factor), "issuer": issuer, "algorithm": "SHA1", "digits": DIGITS, "period": STEP}
    return f"otpauth://totp/{quote(issuer, safe='')}:{quote(name, safe='')}?{urlencode(facts, quote_via=quote)}"


def written(factor: Factor) -> str:
    """The secret to type in by hand: base 32."""
    return base64.b32encode(factor.secret).decode().rstrip("=")


def step_of(factor: Factor, code: str, at: datetime, after: int) -> int | None:
    """The time step whose code this is, if it is one of now and later than `after`, the last one used; else None."""
    typed, made = normal(code), TOTP(factor.secret, DIGITS, SHA1(), STEP, enforce_key_length=True)  # noqa: S303 - RFC 6238
    now = int(at.timestamp()) // STEP
    found = None
    for step in range(now - _EITHER_SIDE, now + _EITHER_SIDE + 1):
        if bytes_eq(made.generate(step * STEP), typed.encode()) and step > after:
            found = step
    return found


def without_spare(factor: Factor, code: str) -> Factor | None:
    """The factor without the spare code `code`; None when it is none of them."""
    typed = normal(code)
    used = [spare for spare in factor.spare if bytes_eq(spare.encode(), typed.encode())]
    return Factor(factor.secret, tuple(spare for spare in factor.spare if spare not in used)) if used else None


def normal(code: str) -> str:
    """Digits alone: spaces and hyphens do not matter, and Eastern digits are digits."""
    return "".join(code.translate(_DIGITS_OF_THE_WORLD).replace("-", "").split())[:32]
