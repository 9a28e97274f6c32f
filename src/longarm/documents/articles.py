"""Numbers of articles as a paper of the forum writes them: `306 bis (a)` is «٣٠٦ مكررًا (أ)», `327(1)` «٣٢٧ الفقرة (١)»."""

from __future__ import annotations

import re
from typing import Final

from longarm.documents.dates import digits
from longarm.texts import PaperLanguage

_LETTERS: Final = dict(zip("abcdefg", "أبجدهوز", strict=True))
_PARAGRAPH: Final = re.compile(r"(?<=[\dا])\s*\((\d+)\)")
_RANGE: Final = re.compile(r"(\d+)-(\d+)")
_TEXTS: Final = (
    (re.compile(r"Constitution (\d+)"), r"\1 من القانون الأساسي"),
    (re.compile(r"RPD (\d+)-(\d+)"), r"من \1 إلى \2 من قواعد معالجة البيانات"),
)
_LETTER: Final = re.compile(r"\(([a-g])\)")


def article(number: str, language: PaperLanguage, state: str | None) -> str:
    """The number in the language of the paper; in English and French it stays as the facts have it."""
    if language != "ar":
        return number
    arabic = number.replace("bis", "مكررًا").replace(", ", "، ").replace(" and ", " و")
    for known, said in _TEXTS:
        arabic = known.sub(said, arabic)
    arabic = _RANGE.sub(r"من \1 إلى \2", arabic)
    arabic = _PARAGRAPH.sub(r" الفقرة (\1)", arabic)
    return digits(_LETTER.sub(lambda found: f"({_LETTERS[found[1]]})", arabic), language, state)
