"""A path that was really given: an empty word, such as a shell variable that holds nothing, is not the folder one stands in."""

from __future__ import annotations

from pathlib import Path


def given_path(word: str) -> Path:
    """Raises ValueError, which the parser says, for an empty word."""
    if not word:
        raise ValueError("no path")
    return Path(word)
