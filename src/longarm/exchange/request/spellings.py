"""Names as they stand in accounts and addresses: without blanks, turned round, with a year behind, in another script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final
from urllib.parse import unquote

from longarm.signals.name import clean

_HUMP: Final = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")  # AmalKarim
_PART: Final = re.compile(r"[^\W\d_]+|\d+")
_LEAST: Final = 3  # letters: shorter words stand in anything
_LEAST_JOINED: Final = 5


class Spellings:
    """`names` of persons; `handles`: accounts, and addresses before the @."""

    def __init__(self, names: Iterable[str], handles: Iterable[str]) -> None:
        parts = [_parts(name) for name in names]
        self._alone = {one[0] for one in parts if len(one) == 1 and len(one[0]) >= _LEAST}
        several = [one for one in parts if len(one) > 1]
        joined = {"".join(one) for one in several} | {"".join(_parts(handle)) for handle in handles}
        self._joined = {one for one in joined if len(one) >= _LEAST_JOINED}
        # The words of a name, all of them: of two letters, `al` or `El`, says nothing.
        long = [frozenset(word for word in one if len(word) >= _LEAST and not word.isdigit()) for one in several]
        self._all_of = {one for one in long if len(one) > 1}
        self._sounds = {key for one in several if len(key := _sound(" ".join(one))) > 1}

    def in_(self, text: str) -> bool:
        parts = _parts(text)
        joined = "".join(parts)
        if not self._alone.isdisjoint(parts) or any(one in joined for one in self._joined):
            return True
        if any(all(word in joined for word in one) for one in self._all_of):
            return True
        return bool(self._sounds) and any(key <= _sound(" ".join(parts)) for key in self._sounds)


def _parts(text: str) -> list[str]:
    """Words and numbers, without accents, vowel signs and what is not seen."""
    plain = _HUMP.sub(" ", unicodedata.normalize("NFKC", unquote(text)))
    letters = unicodedata.normalize("NFKD", plain)
    bare = "".join(one for one in letters if not unicodedata.combining(one) and unicodedata.category(one) != "Cf")
    return _PART.findall(bare.casefold())


def _sound(text: str) -> frozenset[str]:
    return frozenset((clean(text) or "").split())
