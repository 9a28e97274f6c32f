"""The table of weights (`weights.yaml`): what each likeness is worth, in bits, and where the figures come from."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from math import log2
from typing import Literal

import msgspec

from longarm import strict_yaml, typed_yaml

Strength = Literal["weak", "medium", "strong"]
Reason = Literal[
    "same_phone", "same_account", "same_email", "same_payment_handle", "same_wallet", "same_iban", "same_card", "same_url",
    "same_device", "same_ip", "near_image", "reused_threat_text", "same_voice", "similar_name",
]  # fmt: skip


class Level(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A degree of likeness. `m`: how often two cases of one offender that can be compared show it; `u`: how often two others do.

    `at_most` caps the strength whatever the score; `stable`: the platform's, bank's or maker's own id, which does not
    pass to another. `supports`: weak alone, and yet one of two reasons. `origin`: estimated, or assumed and by what reasoning.
    """

    reason: Reason
    m: float
    u: float
    at_most: Strength
    stable: bool = False
    supports: bool = False
    origin: str

    @property
    def bits(self) -> float:
        """The match weight, log2(m/u) (Fellegi and Sunter 1969)."""
        return log2(self.m / self.u)


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`prior`: bits of the odds that two cases taken at random are of one offender. `strong`, `medium`: least scores.

    `many` is the degree, by facet, above which an identifier alone joins nothing; `communities` how many groups that hold
    together without it and differ in strong identifiers at one time it takes to call it shared.
    """

    estimated: str
    source: str
    prior: float
    strong: float
    medium: float
    merge: float
    communities: int
    many: dict[str, int]
    levels: dict[str, Level]

    def score(self, bits: float) -> float:
        """The probability for `bits` of weight on top of the prior."""
        total = self.prior + bits
        return 1 / (1 + 2.0**-total) if total > -60 else 0.0

    def strength(self, level: Level, bits: float) -> Strength:
        score = self.score(bits)
        reached: Strength = "strong" if score >= self.strong else "medium" if score >= self.medium else "weak"
        return min(reached, level.at_most, key=_ORDER.index)


_ORDER: tuple[Strength, ...] = ("weak", "medium", "strong")


def rank(strength: Strength) -> int:
    """0 weak, 1 medium, 2 strong."""
    return _ORDER.index(strength)


@cache
def weights() -> Weights:
    """The table that is shipped."""
    source = files("longarm.matching") / "weights.yaml"
    return typed_yaml.convert(strict_yaml.load(source.read_bytes(), "weights.yaml"), Weights)
