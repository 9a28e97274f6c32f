"""Passphrases that everybody tries first: a list of those that are long enough, and what is put together of nothing else.

`common.txt`: passwords of twelve characters and more among the 47,000 most frequent of the list in zxcvbn (MIT), without the
obscene ones. `_PARTS`: words that guessers begin with, of this product too; beside them stand those of the place, the name of the
organisation and of the user. What is left of a passphrase without them, and without a few digits and signs around them, has to
be something.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

_PARTS: Final = (
    *(
        "passphrase",
        "password",
        "passwort",
        "motdepasse",
        "qwertyuiop",
        "qwerty",
        "qwertz",
        "azerty",
        "asdfghjkl",
        "asdfgh",
        "zxcvbnm",
    ),
    *(
        "zxcvbn",
        "abcdefgh",
        "abcdef",
        "abc",
        "iloveyou",
        "letmein",
        "welcome",
        "bonjour",
        "administrator",
        "admin",
        "login",
        "master",
    ),
    *("monkey", "dragon", "football", "princess", "sunshine", "secret", "changeme", "default", "test", "user", "root", "guest"),
    *("longarm", "caseworker", "coordinator", "auditor", "counsel", "helpline", "resist", "blackmail"),
    *(
        "كلمةالسر",
        "كلمةسر",
        "كلمةالمرور",
        "كلمةمرور",
        "عبارةالمرور",
        "السر",
        "سري",
        "قاوم",
        "حبيبي",
        "محمد",
        "احمد",
        "أحمد",
        "مرحبا",
    ),
)
_FEW: Final = 8  # digits and signs around a common word that make it no better
_LETTERS_LEFT: Final = 3
# Letters that one keyboard writes and another does not; the vowels, hamzas and accents go with their marks (category Mn).
_SAME: Final = str.maketrans({"ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": None, "ی": "ي", "ک": "ك"})


def is_common(passphrase: str, context: tuple[str, ...] = ()) -> bool:
    """Is it among those tried first? Capitals, spaces, accents, vowels and signs between do not matter.

    `context`: names that whoever guesses knows; they and their words of three letters and more count as tried first too.
    """
    if "".join(unicodedata.normalize("NFKC", passphrase).casefold().split()) in _listed():
        return True
    plain = _folded(passphrase)
    letters = _letters(plain)
    rest = letters
    for part in sorted(_parts() | _words(context), key=len, reverse=True):
        rest = rest.replace(part, "")
    return rest != letters and len(rest) < _LETTERS_LEFT and len(plain) - len(letters) <= _FEW


def _words(context: tuple[str, ...]) -> frozenset[str]:
    words = {_letters(_folded(word)) for name in context for word in (name, *name.split())}
    return frozenset(word for word in words if len(word) >= _LETTERS_LEFT)


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text).casefold().translate(_SAME)
    return "".join(sign for sign in apart if unicodedata.category(sign) != "Mn" and not sign.isspace())


def _letters(plain: str) -> str:
    return "".join(sign for sign in plain if sign.isalpha())


@cache
def _parts() -> frozenset[str]:
    return frozenset(_folded(part) for part in _PARTS)


@cache
def _listed() -> frozenset[str]:
    return frozenset(Path(__file__).with_name("common.txt").read_text("utf-8").split())
