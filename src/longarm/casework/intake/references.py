"""The reference of a case that came through the intake."""

from __future__ import annotations

import secrets
from typing import Final

# Neither vowels nor what is read as something else: no reference spells a word.
_LETTERS: Final = "23456789BCDFGHJKMNPQRSTVWXZ"


def new_reference() -> str:
    """Eight random letters, 38 bits: nobody counts reports from outside, and no two nodes need to ask each other."""
    drawn = "".join(secrets.choice(_LETTERS) for _ in range(8))
    return f"{drawn[:4]}-{drawn[4:]}"
