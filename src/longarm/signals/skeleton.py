"""What a word looks like (UTS 39, skeleton): two words with one skeleton can be taken for each other.

Never a normal form, never shown, never stored as an identifier: it only finds a pair that a person should look at. Does not
prove that two words are meant to be one. Arabic is thin in the standard's table; letters that NFKC keeps apart and a reader
does not are added here.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files
from typing import Final

EXAMPLES: Final = {"раypal": "paypal", "examp1e": "exarnple", "کریم": "كريم"}  # pairs of one skeleton
_ARABIC: Final = {"ک": "ك", "ی": "ي", "ى": "ي", "ۀ": "ه", "ہ": "ه", "ە": "ه", "ة": "ه", "ﻻ": "لا"} | {
    chr(0x06F0 + n): chr(0x0660 + n) for n in range(10)
}


def skeleton(word: str) -> str:
    """NFD, each letter replaced by its prototype, NFD again; lower case first, since handles and domains do not tell it apart."""
    table = _table()
    folded = unicodedata.normalize("NFD", word.lower())
    return unicodedata.normalize("NFD", "".join(table.get(letter, letter) for letter in folded))


@cache
def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in (files("longarm.signals") / "confusables.tsv").read_text("utf-8").split("\n"):
        prototype, tab, alike = line.partition("\t")
        if tab and not line.startswith("# "):
            table.update(dict.fromkeys(alike, prototype))
    return table | {letter: "".join(table.get(part, part) for part in stands) for letter, stands in _ARABIC.items()}
