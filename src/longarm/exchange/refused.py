"""Why a party does not take what another sent: one code, one sentence, nothing of the content."""

from __future__ import annotations

from typing import Literal, get_args

from longarm.errors import BadInput

Code = Literal[
    "truncated", "too-large", "wrong-version", "not-for-us", "unknown-member", "cut-off", "bad-signature", "clock-off",
    "wrong-kind", "bad-body", "wrong-epoch", "budget", "not-allowed", "unknown", "busy", "no-escrow", "not-opened",
]  # fmt: skip
CODES: tuple[Code, ...] = get_args(Code)


class Refused(BadInput):
    """A letter, or what it asks, is not taken. `code` is what the other side is told."""

    def __init__(self, code: Code) -> None:
        super().__init__(f"exchange-refused-{code}")
        self.code: Code = code
