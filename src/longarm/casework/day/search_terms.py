"""What somebody types into the search, as words and numbers to be looked for."""

from __future__ import annotations

import re
from typing import Final

from longarm.casework.day.folding import digits, folded
from longarm.casework.day.search_reading import Entry
from longarm.errors import BadInput

LONGEST: Final = 200  # characters
_NUMBER: Final = re.compile(r"[\d٠-٩۰-۹\s+().\-/]+")


def terms_of(words: str) -> tuple[tuple[str, str], ...]:
    """Each word folded, with its digits where it may be a number; a number written in groups is one word."""
    words = words.strip()
    if not words or len(words) > LONGEST:
        raise BadInput("casework-bad-search", longest=LONGEST)
    if _NUMBER.fullmatch(words) and len(digits(words)) >= 5:
        return ((folded(words), digits(words)),)
    terms = tuple((term, digits(term) if len(digits(term)) >= 5 else "") for term in folded(words).split()[:8])
    if not terms:
        raise BadInput("casework-bad-search", longest=LONGEST)
    return terms


def stands_in(entry: Entry, term: str, number: str) -> bool:
    """Does a word, or the number it may be, stand in the case?"""
    return term in entry.text or bool(number and number in entry.numbers)
