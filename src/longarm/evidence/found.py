"""Something a check found: the id of a sentence in `texts`, and the facts that fill it."""

from __future__ import annotations

from typing import Any, NamedTuple


class Found(NamedTuple):
    message: str
    facts: dict[str, Any]


def found(message: str, /, **facts: Any) -> Found:
    return Found(message, facts)
