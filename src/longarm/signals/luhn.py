"""The check digit of cards and of telephones' serial numbers (ISO/IEC 7812-1, annex B)."""

from __future__ import annotations


def sound(digits: str) -> bool:
    """Is the last of `digits` (ASCII, at least two) the check digit of the others?"""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
