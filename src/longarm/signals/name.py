"""Names of persons, in Arabic or Latin letters: a key by which `Mohamed El-Sayed`, `Muhammad Alsayed` and محمد السيد meet.

Proves nothing alone: whole families and towns share a name, and a blackmailer's is invented. Does not prove that two are one
person; it may add to a link that something else made, the less the more often the name is met.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from longarm.signals.digits import plain
from longarm.signals.likeness import Likeness

EXAMPLES: Final = {
    "محمد السيد": "mhmd sd",
    "Mohamed El-Sayed": "mhmd sd",
    "Muhammad Alsayyed": "mhmd sd",
    "Mohammed As-Sayed": "mhmd sd",
    "Youssef Khaled": "sf kld",
    "يوسف خالد": "sf kld",
}
_LEAST: Final = 4  # consonants: below, a key is met everywhere
_MARKS: Final = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]")
# Consonants as writers of the three languages spell them. Long vowels, hamza and ʿayn leave no trace that all would write.
_ARABIC: Final = str.maketrans("بتثجحخدذرزسشصضطظغفقكکلمنه", "bttjhkddrzsssdtzgfkkklmnh")
_LATIN: Final = (("ph", "f"), ("kh", "k"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("sh", "s"), ("ch", "s"),
                 ("q", "k"), ("c", "k"), ("v", "f"), ("p", "b"), ("x", "ks"))  # fmt: skip
_ARTICLE: Final = re.compile(r"^(?:al|el|as|es|ad|ar|an|at|az|ash|esh)[-'](?=.)|^(?:al|el)(?=[b-df-hj-np-tv-z])")
_ARABIC_ARTICLE: Final = re.compile("^ال(?=..)")


def clean(value: str) -> str | None:
    """The key: consonants of each word without articles, in the order written. None when fewer than four remain."""
    text = _MARKS.sub("", unicodedata.normalize("NFKC", plain(value)).lower())
    words = [key for word in re.split(r"[\s_.،,]+", text) if (key := _key(word))]
    return " ".join(words) if sum(map(len, words)) >= _LEAST else None


def compare(one: str, other: str) -> Likeness | None:
    """`sound` when two keys are one; never `same`, since a key is no name."""
    return "sound" if one == other else None


def _key(word: str) -> str:
    bare = _ARABIC_ARTICLE.sub("", word).translate(_ARABIC)
    if bare.isascii():
        bare = _ARTICLE.sub("", bare)
    bare = "".join(c for c in unicodedata.normalize("NFD", bare) if "a" <= c <= "z")
    for written, stands in _LATIN:
        bare = bare.replace(written, stands)
    return re.sub(r"(.)\1+", r"\1", re.sub("[aeiouwy]", "", bare))
