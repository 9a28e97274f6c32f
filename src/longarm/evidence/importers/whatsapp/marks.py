"""What a header may hold without meaning anything: invisible marks, other digits, other spaces (UAX 9, CLDR).

Only a copy of a line is cleaned, to recognise a header or a wording; `text` and `raw` keep every character.
"""

from __future__ import annotations

from typing import Final

INVISIBLE: Final = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_SPACES: Final = "\u00a0\u202f\u2009\t"

TABLE: Final[dict[int, int | None]] = {
    **{ord(mark): None for mark in INVISIBLE},
    **{0x660 + digit: 0x30 + digit for digit in range(10)},
    **{0x6F0 + digit: 0x30 + digit for digit in range(10)},
    **{ord(space): 0x20 for space in _SPACES},
    ord("،"): ord(","),
}

# Arabic vowel signs and tatweel: written or left out at will (`مساءً`, `مساء`).
VOWEL_SIGNS: Final = frozenset([*range(0x64B, 0x653), 0x640])
FOLDING: Final[dict[int, int | None]] = {**TABLE, **dict.fromkeys(VOWEL_SIGNS)}

# The same in UTF-8, for patterns over bytes.
MARK: Final = rb"(?:\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]|\xd8\x9c|\xef\xbb\xbf)"
DIGIT: Final = rb"(?:[0-9]|\xd9[\xa0-\xa9]|\xdb[\xb0-\xb9])"
SPACE: Final = rb"(?: |\t|\xc2\xa0|\xe2\x80\xaf|\xe2\x80\x89)"


def clean(text: str) -> str:
    """`text` without invisible marks, digits as 0-9, every space as U+0020, the Arabic comma as `,`."""
    return text.translate(TABLE)


def folded(text: str) -> str:
    """`text` cleaned, in lower case, without vowel signs: for comparing words."""
    return text.translate(FOLDING).lower()


def header_copy(line: str) -> tuple[str, list[int]]:
    """`line` as headers are compared: cleaned, in lower case, without vowel signs; and the index in `line` of each
    character kept, with the length of `line` last."""
    kept, places = [], []
    for index, character in enumerate(line):
        mapped = TABLE.get(ord(character), ord(character))
        if mapped is not None and mapped not in VOWEL_SIGNS:
            lower = chr(mapped).lower()
            kept.append(lower if len(lower) == 1 else chr(mapped))
            places.append(index)
    places.append(len(line))
    return "".join(kept), places


def without_ends(name: str) -> str:
    """A sender's name without the marks and spaces around it; those inside it stay."""
    return name.strip(INVISIBLE + _SPACES + " ")
