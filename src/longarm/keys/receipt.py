"""A receipt code: what leads a person back to what they gave. Six words, or sixteen digits grouped like a customer number.

Six words of 2,048 are 66 bits, sixteen digits 53 (no check digit: it would take 3.3 bits, and its only use would be to
answer a slip otherwise than a wrong code, which tells a stranger something). Argon2id (RFC 9106) makes of the code, in its
normal form, a look-up tag and an X25519 key; the salt comes from the node's secret, so that nobody tries codes with a copy
of the database alone.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from nacl.public import PrivateKey
from nacl.pwhash import argon2id

from longarm.keys.derive import keyed_hash, subkey
from longarm.keys.passphrase import Cost

Form = Literal["words", "digits"]
Tongue = Literal["ar", "en", "fr"]
TONGUES: Final[tuple[Tongue, ...]] = ("ar", "en", "fr")
WORDS: Final = 6
DIGITS: Final = 16
_BITS: Final = 11  # of one word
# 64 MiB, three passes: 0.17 s on one core of a small server (2026-11), and two at a time fit beside a node of 512 MiB.
USUAL: Final = Cost(3, 64 << 20)

_LONGEST: Final = 400  # characters looked at
_APART: Final = re.compile(r"[\s\-_.,;:/،؛٫٬–—·•|+*]+")
# As names are matched: forms of alef, ya, ta marbuta, hamza; letters of Kurdish and Persian keyboards.
_ALIKE: Final = str.maketrans("أإآٱىیةؤئکە", "ااااييهويكه")
_UNSEEN: Final = frozenset({"Mn", "Me", "Cf", "Cc"})  # vowel marks, direction marks, joiners
_TATWEEL: Final = "\u0640"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a code opens with: `lookup` is stored, the public half of `private` is stored, the code is not."""

    lookup: bytes
    private: PrivateKey = field(repr=False)


def code_from(seed: bytes, form: Form, tongue: Tongue) -> str:
    """The code that 256 random bits stand for, as it is shown. The same seed gives the same code."""
    if form == "digits":
        number = int.from_bytes(keyed_hash(seed, "receipt-digits", ""), "big") % 10**DIGITS
        digits = f"{number:0{DIGITS}d}"
        return " ".join(digits[i : i + 4] for i in range(0, DIGITS, 4))
    number = int.from_bytes(keyed_hash(seed, "receipt-words", tongue), "big")
    shown = words(tongue)
    return " ".join(shown[number >> (_BITS * i) & (len(shown) - 1)] for i in range(WORDS))


def open_code(code: str, secret: bytes, cost: Cost = USUAL) -> Receipt:
    """What `code`, however it was typed, opens with on the node with this `secret`. Any text takes the same work."""
    salt = subkey(secret, "receipt-salt")[: argon2id.SALTBYTES]
    root = argon2id.kdf(32, normal(code).encode(), salt, cost.ops, cost.memory)
    return Receipt(subkey(root, "receipt-lookup"), PrivateKey(subkey(root, "receipt-private")))


def normal(code: str) -> str:
    """One spelling of a code: its sixteen digits (0-9) without spaces, or its words in their order.

    Spaces, hyphens, commas, capitals, accents, vowel marks and the forms of alef, ya, ta marbuta and hamza do not matter. A
    word with one slip (a letter wrong, too many, missing, or two exchanged) is read as the only word of the lists that it can
    be: no two words of a list are that near. Numbers beside words (1. 2. 3.) are left out.
    """
    parts = [part for part in _APART.split(_folded(code[:_LONGEST])) if part]
    if all(part.isdecimal() for part in parts):
        return "".join(parts)
    return " ".join(_nearest(part) for part in parts if not part.isdecimal())


@cache
def words(tongue: Tongue) -> tuple[str, ...]:
    """The 2,048 words, as they are shown. A list is never changed after a release: codes made of it are in use."""
    return tuple((files(__package__) / "words" / f"{tongue}.txt").read_text("utf-8").split())


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(_ALIKE)).casefold().translate(_ALIKE)
    plain = plain.replace(_TATWEEL, "").replace("œ", "oe")
    return "".join(
        str(unicodedata.decimal(letter)) if letter.isdecimal() else letter
        for letter in plain
        if letter in "\n\r\t" or unicodedata.category(letter) not in _UNSEEN
    )


@cache
def _known() -> dict[str, frozenset[str]]:
    """Each word of the lists, and each word with a letter left out: what one slip can have made of it, to its words."""
    found: dict[str, set[str]] = {}
    for tongue in TONGUES:
        for word in map(_folded, words(tongue)):
            for near in {word, *_without_one(word)}:
                found.setdefault(near, set()).add(word)
    return {near: frozenset(of) for near, of in found.items()}


def _nearest(part: str) -> str:
    known = _known()
    if part in known.get(part, ()):
        return part
    near = {word for form in (part, *_without_one(part)) for word in known.get(form, ()) if _one_slip(part, word)}
    return near.pop() if len(near) == 1 else part


def _without_one(word: str) -> list[str]:
    return [word[:i] + word[i + 1 :] for i in range(len(word))] if len(word) > 1 else []


def _one_slip(written: str, meant: str) -> bool:
    """One letter other, missing or too many, or two neighbours exchanged."""
    short, long = sorted((written, meant), key=len)
    if len(long) - len(short) == 1:
        return short in _without_one(long)
    if len(long) != len(short):
        return False
    apart = [i for i in range(len(long)) if long[i] != short[i]]
    if len(apart) == 2 and apart[1] == apart[0] + 1:
        i = apart[0]
        return long[i] == short[i + 1] and long[i + 1] == short[i]
    return len(apart) == 1
