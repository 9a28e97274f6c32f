"""JSON in its one canonical spelling (RFC 8785), so that a signature over it can be checked by anybody, for ever."""

from __future__ import annotations

import json
from typing import TypeAlias

Canonical: TypeAlias = "str | int | bool | list[Canonical] | dict[str, Canonical] | None"


def canonical(value: Canonical) -> bytes:
    """`value` in the form of RFC 8785, UTF-8, without a line end.

    Integers beyond 2^53 - 1 and fractions are refused (ValueError): their spelling depends on IEEE 754, and nothing we
    sign needs them. So are lone surrogates (UnicodeEncodeError, a ValueError).
    """
    return json.dumps(_ordered(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8")


def _ordered(value: Canonical) -> Canonical:
    if isinstance(value, dict):
        # Section 3.2.3: by UTF-16 code units, which differs from code points beyond U+FFFF.
        return {key: _ordered(value[key]) for key in sorted(value, key=lambda key: key.encode("utf-16-be"))}
    if isinstance(value, list):
        return [_ordered(part) for part in value]
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 2**53:
        raise ValueError("an integer beyond 2^53 - 1 has no portable spelling in JSON")
    if isinstance(value, float):
        raise ValueError("fractions are not signed")
    return value
