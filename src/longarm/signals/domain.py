"""Domain names as registries compare them: ASCII, lower case (UTS 46, non-transitional; RFC 5891)."""

from __future__ import annotations

import ipaddress
import re
from typing import Final

_LABEL: Final = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")


def to_ascii(name: str) -> str | None:
    """`name` in its ASCII form, or None when it is no domain name and no IP address."""
    name = name.rstrip(".")
    if not name or len(name) > 253:
        return None
    if not name.isascii() or "xn--" in name.lower():
        import idna

        try:
            name = idna.encode(name, uts46=True, transitional=False).decode("ascii")
        except (idna.IDNAError, UnicodeError):
            return None
    name = name.lower()
    labels = name.split(".")
    if all(label.isdecimal() for label in labels):
        return _address(name)
    if len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels) or labels[-1].isdecimal():
        return None
    return name


def _address(name: str) -> str | None:
    try:
        return str(ipaddress.IPv4Address(name))
    except ValueError:
        return None
