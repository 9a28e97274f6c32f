"""Meta's archives write each byte of a text's UTF-8 as a character of its own (`\\u00d8\\u00a3` for `أ`).

The repair is per string and never twice: latin-1 back to bytes, bytes to UTF-8. It is latin-1 and not Windows-1252,
because U+0085 is a byte here. A string with real Arabic cannot become latin-1 and so is left alone by itself.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

# A lead byte of UTF-8 followed by a continuation byte, both seen as characters, or as what Windows-1252 makes of the
# second; only such leads as do not end words of European languages («café», été…).
_BROKEN: Final = re.compile("[\u00c2-\u00c5\u00ce-\u00d1\u00d7-\u00db\u00e2\u00f0][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")


class Repaired(NamedTuple):
    """A text and what was done: nothing, repaired, or seen to be damaged and left as it is."""

    text: str
    outcome: Literal["untouched", "repaired", "damaged"]


def repair(text: str) -> Repaired:
    """`text` with its characters put together again. What cannot be repaired is returned as it is, marked `damaged`."""
    if text.isascii():
        return Repaired(text, "untouched")
    try:
        return Repaired(text.encode("latin-1").decode("utf-8"), "repaired")
    except UnicodeError:
        return Repaired(text, "damaged" if _BROKEN.search(text) else "untouched")
