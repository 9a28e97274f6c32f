"""Something a check found: the id of a sentence in `texts`, and the facts that fill it."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

# A path may be as long as 4,096 bytes, and a stranger chooses it; no sentence bears that (Fluent refuses 2,500).
_LONGEST: Final = 400


class Found(NamedTuple):
    message: str
    facts: dict[str, Any]


def found(message: str, /, **facts: Any) -> Found:
    """A finding. Facts that are too long for a sentence are cut in their middle."""
    return Found(message, {name: shortened(fact) if isinstance(fact, str) else fact for name, fact in facts.items()})


def shortened(text: str) -> str:
    """`text`, its middle left out where it is longer than a sentence bears."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 2 + 3 :]}"
