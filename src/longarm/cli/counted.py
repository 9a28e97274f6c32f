"""A count given on the command line: one or more. argparse turns the ValueError into one sentence."""

from __future__ import annotations


def counted(text: str) -> int:
    """Raises ValueError for what is no whole number, and for none or less."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
