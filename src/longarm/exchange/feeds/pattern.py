"""Signs as STIX patterns, and the small part of the pattern language that says a sign (STIX 2.1, section 9).

Written: one comparison in brackets, two for an account. Read: one pair of brackets of equalities, all joined by AND (one sign)
or all by OR (a sign each). Anything else is another tool's knowledge; it is passed over and counted.

`phone-number` and `cryptocurrency-wallet` are no objects of STIX itself: the names are those others use for theirs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from longarm.exchange.feeds.sign import Kind, Sign, sign
from longarm.signals import account

_PATHS: Final[dict[Kind, str]] = {
    "phone": "phone-number:value",
    "email": "email-addr:value",
    "wallet": "cryptocurrency-wallet:value",
    "iban": "bank-account:iban_number",
    "url": "url:value",
    "ip": "ipv4-addr:value",
    "picture": "file:hashes.'PDQ'",
}
_ALSO: Final[dict[str, Kind]] = {"ipv6-addr:value": "ip", "phone-number:number": "phone", "domain-name:value": "url"}
_KINDS: Final = {path: kind for kind, path in _PATHS.items()} | _ALSO
_COMPARISON: Final = re.compile(r"\s*([a-z0-9-]+:[A-Za-z0-9_.'-]+)\s*=\s*'((?:[^'\\]|\\['\\]){1,2000})'\s*")
_JOINED: Final = re.compile(r"AND|OR")
_LONGEST: Final = 20_000


def write_pattern(one: Sign) -> str:
    """The pattern of one sign."""
    if one.kind == "account":
        platform, _, name = one.value.partition(":")
        path = "user_id" if account.is_stable(one.value) else "account_login"
        return f"[user-account:account_type = {_quoted(platform)} AND user-account:{path} = {_quoted(name)}]"
    if one.kind == "ip" and ":" in one.value:
        return f"[ipv6-addr:value = {_quoted(one.value)}]"
    value = one.value.partition(":")[2] if one.kind == "wallet" else one.value
    return f"[{_PATHS[one.kind]} = {_quoted(value)}]"


def read_pattern(pattern: str) -> tuple[Sign, ...]:
    """The signs of a pattern; none when it says anything else."""
    text = pattern.strip()
    if len(text) > _LONGEST or not (text.startswith("[") and text.endswith("]")):
        return ()
    parts, joined = _comparisons(text[1:-1])
    if not parts:
        return ()
    if joined == {"AND"} or (len(parts) == 2 and joined != {"OR"}):
        one = _account(dict(parts))
        return (one,) if one else ()
    found = [sign(_KINDS[path], _host(path)(value)) if path in _KINDS else None for path, value in parts]
    return tuple(one for one in found if one) if all(found) else ()


def _comparisons(text: str) -> tuple[list[tuple[str, str]], set[str]]:
    parts: list[tuple[str, str]] = []
    joined: set[str] = set()
    place = 0
    while True:
        match = _COMPARISON.match(text, place)
        if not match:
            return [], set()
        parts.append((match[1], re.sub(r"\\(.)", r"\1", match[2])))
        place = match.end()
        if place == len(text):
            return (parts, joined) if len(joined) <= 1 else ([], set())
        word = _JOINED.match(text, place)
        if not word:
            return [], set()
        joined.add(word[0])
        place = word.end()


def _account(parts: dict[str, str]) -> Sign | None:
    platform = parts.pop("user-account:account_type", "")
    if len(parts) != 1 or not platform:
        return None
    ((path, value),) = parts.items()
    if path not in ("user-account:user_id", "user-account:account_login"):
        return None
    return sign("account", f"{platform.lower()}:{value}")


def _host(path: str) -> Callable[[str], str]:
    return (lambda value: f"https://{value}/") if path == "domain-name:value" else lambda value: value


def _quoted(value: str) -> str:
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
