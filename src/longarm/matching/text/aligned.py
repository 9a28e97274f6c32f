"""Two texts side by side: which words both have, in order, and which only one has."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Final, Literal

import msgspec

from longarm.matching.text.normal import LONGEST, normal

_MOST_WORDS: Final = 600


class Part(msgspec.Struct, frozen=True):
    """A stretch: `both`, or what stands on one side only. `one` and `other` are as written, separated by single spaces."""

    who: Literal["both", "differs"]
    one: str
    other: str


def aligned(one: str, other: str) -> tuple[Part, ...]:
    """The whole of both texts (at most 600 words of each), compared word by word in the form of `normal`."""
    mine, others = one[:LONGEST].split()[:_MOST_WORDS], other[:LONGEST].split()[:_MOST_WORDS]
    match = SequenceMatcher(None, [normal(word) for word in mine], [normal(word) for word in others], autojunk=False)
    return tuple(
        Part("both" if tag == "equal" else "differs", " ".join(mine[a:b]), " ".join(others[c:d]))
        for tag, a, b, c, d in match.get_opcodes()
    )
