"""Chance that falls the same way everywhere and always, so that the same exhibits have the same hashes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """A row of numbers made of SHA-256 of a seed and a counter: the same on every machine and version of Python."""

    def __init__(self, seed: str) -> None:
        self._seed = seed.encode()
        self._thrown = 0

    def below(self, limit: int) -> int:
        """0 … limit - 1."""
        self._thrown += 1
        digest = hashlib.sha256(self._seed + self._thrown.to_bytes(8, "big")).digest()
        return int.from_bytes(digest[:8], "big") % limit

    def between(self, least: int, most: int) -> int:
        """least … most, both possible."""
        return least + self.below(most - least + 1)

    def one_of(self, choices: Sequence[T]) -> T:
        return choices[self.below(len(choices))]

    def chance(self, percent: int) -> bool:
        return self.below(100) < percent

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """All of `items` in an order of chance (Fisher and Yates)."""
        mixed = list(items)
        for last in range(len(mixed) - 1, 0, -1):
            other = self.below(last + 1)
            mixed[last], mixed[other] = mixed[other], mixed[last]
        return mixed
