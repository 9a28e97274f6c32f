"""Passphrases that everybody tries first: a list of those that are long enough, and what is put together of nothing else.

`common.txt`: passwords of twelve characters and more among the 47,000 most frequent of the list in zxcvbn (MIT), without the
obscene ones. `_PARTS`: words that guessers begin with, of this product too. What is left of a passphrase without them, and
without a few digits and signs around them, has to be something.
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


def is_common(passphrase: str) -> bool:
    """Is it among those tried first? Capitals, spaces and signs between do not matter."""
    plain = "".join(unicodedata.normalize("NFKC", passphrase).casefold().split())
    if plain in _listed():
        return True
    letters = "".join(sign for sign in plain if sign.isalpha())
    rest = letters
    for part in sorted(_PARTS, key=len, reverse=True):
        rest = rest.replace(part, "")
    return rest != letters and len(rest) < _LETTERS_LEFT and len(plain) - len(letters) <= _FEW


@cache
def _listed() -> frozenset[str]:
    return frozenset(Path(__file__).with_name("common.txt").read_text("utf-8").split())
