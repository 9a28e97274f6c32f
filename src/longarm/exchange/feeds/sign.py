"""One thing a blackmailer was seen to use, in its normal form: what an advisory names and a reader can compare."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, Literal, NamedTuple, get_args

from longarm.signals import account, email, iban, ip, phone, url, wallet

Kind = Literal["phone", "account", "email", "wallet", "iban", "url", "ip", "picture"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
_PDQ: Final = re.compile(r"[0-9a-f]{64}")


class Sign(NamedTuple):
    """`value`: the normal form of its kind (`docs/identifiers.md`); of a picture its PDQ hash, 64 hexadecimal digits."""

    kind: Kind
    value: str


def _picture(value: str) -> str | None:
    return value.lower() if _PDQ.fullmatch(value.lower()) else None


def _phone(value: str) -> str | None:
    return phone.clean(value) if value.strip().startswith(("+", "00", "٠٠")) else None


_CLEAN: Final[dict[Kind, Callable[[str], str | None]]] = {
    "phone": _phone, "account": account.clean, "email": email.clean, "wallet": wallet.clean, "iban": iban.clean, "url": url.clean,
    "ip": ip.clean, "picture": _picture,
}  # fmt: skip
_LONGEST: Final = 2000
_HALF: Final = re.compile(r"[\ud800-\udfff]")  # JSON may hold half a character; nothing can be made of it


def sign(kind: Kind, value: str) -> Sign | None:
    """`value` as a sign in its normal form; None when it is none of that kind. A national number is none: whose would it be?"""
    normal = _CLEAN[kind](value) if len(value) <= _LONGEST and not _HALF.search(value) else None
    return Sign(kind, normal) if normal else None
