"""One JSON object of an export (RFC 8259), read as far as it can be: what is odd becomes a finding, not a refusal.

The standard library's reader and not msgspec: exports hold lone surrogates and repeated keys; msgspec refuses the first
and hides the second.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final, NamedTuple, NoReturn

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_SURROGATE_ESCAPE: Final = re.compile(rb"\\u[dD][89a-fA-F]")


class ReadObject(NamedTuple):
    """The object and what is odd about it: `bad_utf8`, `bad_unicode`, `repeated_key`."""

    value: dict[str, Any]
    findings: tuple[str, ...]


def read_object(data: bytes) -> ReadObject | None:
    """`data` as an object; None when it is not one. Bytes that are no UTF-8 and lone surrogates become U+FFFD.

    Of a repeated key the last value counts, as in every common reader; the finding `repeated_key` says so.
    """
    findings: list[str] = []
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        findings.append("bad_utf8")
        text = data.decode("utf-8", "replace")

    def pairs(members: list[tuple[str, Any]]) -> dict[str, Any]:
        built = dict(members)
        if len(built) < len(members) and "repeated_key" not in findings:
            findings.append("repeated_key")
        return built

    try:
        value = json.loads(text, strict=False, object_pairs_hook=pairs, parse_constant=_no_constant)
        if _SURROGATE_ESCAPE.search(data):
            cleaned = _without_surrogates(value)
            if cleaned != value:
                findings.append("bad_unicode")
            value = cleaned
    except (ValueError, RecursionError):
        return None
    return ReadObject(value, tuple(findings)) if isinstance(value, dict) else None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)  # NaN and Infinity are no JSON


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_without_surrogates(part) for part in value]
    if isinstance(value, dict):
        return {_without_surrogates(key): _without_surrogates(part) for key, part in value.items()}
    return value
