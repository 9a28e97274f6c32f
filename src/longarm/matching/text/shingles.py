"""Shingles: every run of five letters of a text, and how large a part of them two texts share (Jaccard)."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

LENGTH: Final = 5


@lru_cache(maxsize=512)  # a pair is compared and then told: twice the same two texts
def shingles(text: str) -> frozenset[str]:
    return frozenset(text[i : i + LENGTH] for i in range(max(1, len(text) - LENGTH + 1)))


def jaccard(one: str, other: str) -> float:
    """0 … 1. Symmetric."""
    return overlap(shingles(one), shingles(other))


def overlap(mine: frozenset[str], others: frozenset[str]) -> float:
    common = len(mine & others)
    return common / (len(mine) + len(others) - common)
