"""The organisation's recovery key: made at set-up, printed (`keys.printed`), kept offline. Every case key is sealed to its
public half.

Whoever holds the paper opens every case; whoever loses it and all passphrases has lost the cases.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from nacl.public import PrivateKey

from longarm.errors import BadInput
from longarm.keys.printed import from_paper, to_paper

_PURPOSE: Final = "recovery-check"


@dataclass(frozen=True, slots=True, repr=False)
class Recovery:
    """`public` is stored; `printed` is shown once and kept on paper."""

    public: bytes
    printed: str


def new_recovery() -> Recovery:
    private = PrivateKey.generate()
    return Recovery(bytes(private.public_key), to_paper(bytes(private), _PURPOSE))


def read_printed(printed: str) -> PrivateKey:
    """The private half. Spaces, hyphens and case do not matter. Raises BadInput when a letter is wrong or missing."""
    private = from_paper(printed, _PURPOSE)
    if private is None:
        raise BadInput("keys-recovery-wrong")
    return PrivateKey(private)
