"""What a normal form is of: an address may be an account's, a number's or a wallet's own, an account a number."""

from __future__ import annotations

from longarm.case.vocabulary import IdentifierType
from longarm.signals import wallet


def kind_of(type_: IdentifierType, normal: str) -> IdentifierType:
    """`type_` as the case file says it, but for `url` and `account`: there by the form itself. A payment handle stays one."""
    if type_ not in ("url", "account") or "://" in normal:
        return type_
    if normal.startswith("+"):
        return "phone"
    return "wallet" if type_ == "url" and wallet.clean(normal) == normal else "account"
