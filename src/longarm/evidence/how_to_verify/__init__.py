"""`HOW-TO-VERIFY.txt`: how an expert checks this very bundle with coreutils and openssl, in Arabic, English and French.

The commands in the three files beside this one are run by the tests as they stand.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Final

from longarm.texts import LANGUAGES

_LINE: Final = "\n" + "=" * 100 + "\n\n"


def how_to_verify(*, name: str, sealed_at: str, exhibits: int, oxum: str, fingerprint: str, length: int) -> bytes:
    """The file for one bundle: its name, its key, the number of its custody lines."""
    facts = {
        "NAME": name,
        "SEALED_AT": sealed_at,
        "EXHIBITS": str(exhibits),
        "OXUM": oxum,
        "FINGERPRINT": fingerprint,
        "LENGTH": str(length),
    }
    parts = [(files(__name__) / f"{language}.txt").read_text("utf-8") for language in LANGUAGES]
    text = _LINE.join(parts)
    for word, fact in facts.items():
        text = text.replace("{{" + word + "}}", fact)
    return text.encode("utf-8")
