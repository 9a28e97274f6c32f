"""Words as search compares them: what people write differently and mean alike becomes one form. Display never folds.

Arabic after the rules of our style: أ إ آ ٱ → ا, ى → ي, ة → ه, ؤ → و, ئ → ي; vowel signs, tatweel and direction marks go; the
digits of Arabic and Persian keyboards become 0-9; Latin letters lose case and diacritics (NFKD, Unicode Standard Annex 15).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LETTERS: Final = str.maketrans(
    {"ٱ": "ا", "ى": "ي", "ة": "ه", "ء": None, "ـ": None, "ی": "ي", "ک": "ك", "ھ": "ه", "ہ": "ه", "گ": "ك"}
)
_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_SPACE: Final = re.compile(r"\s+")
_AFTER_ABD: Final = re.compile(r"\b(عبد|ابو) ")
_NOT_DIGIT: Final = re.compile(r"\D+")
_PHONE: Final = re.compile(r"\+?\d[\d\s().\-/]{4,}\d")


def folded(text: str) -> str:
    """`أحْمَد` and `احمد`, `Élodie` and `elodie`, `فاطمة` and `فاطمه` come out alike."""
    if text.isascii():
        return _SPACE.sub(" ", text.lower()).strip()
    apart = unicodedata.normalize("NFKD", text)  # a letter with hamza comes apart into the letter and a mark
    kept = "".join(one for one in apart if unicodedata.category(one) not in ("Mn", "Cf"))
    plain = _SPACE.sub(" ", kept.translate(_LETTERS).translate(_DIGITS).casefold()).strip()
    return _AFTER_ABD.sub(r"\1", plain)


def digits(text: str) -> str:
    """The digits alone, without the zeros a number is dialled with: `0100 000 0017`, `+20 100…`, `0020100…` end alike."""
    return _NOT_DIGIT.sub("", text.translate(_DIGITS)).lstrip("0")


def phones_in(text: str) -> tuple[str, ...]:
    """The digits of whatever looks like a number in a text."""
    return tuple(digits(found) for found in _PHONE.findall(text.translate(_DIGITS)))
