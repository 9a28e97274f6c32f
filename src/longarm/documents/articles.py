"""Numbers of articles as a paper of the forum writes them: `306 bis (a)` is «٣٠٦ مكررًا (أ)», `327(1)` «٣٢٧ الفقرة (١)»."""

from __future__ import annotations

import re
from typing import Final

from longarm.documents.dates import digits
from longarm.texts import Language

_LETTERS: Final = dict(zip("abcdefg", "أبجدهوز", strict=True))
_PARAGRAPH: Final = re.compile(r"(?<=[\dا])\s*\((\d+)\)")
_LETTER: Final = re.compile(r"\(([a-g])\)")


def article(number: str, language: Language, state: str | None) -> str:
    """The number in the language of the paper; in English and French it stays as the facts have it."""
    if language != "ar":
        return number
    arabic = number.replace("bis", "مكررًا").replace(", ", "، ").replace(" and ", " و")
    arabic = _PARAGRAPH.sub(r" الفقرة (\1)", arabic)
    return digits(_LETTER.sub(lambda found: f"({_LETTERS[found[1]]})", arabic), language, state)
