"""The words of an HTML part as plain text, for reading and searching: never for showing."""

from __future__ import annotations

import html
import re
from typing import Final

LIMIT: Final = 4 * 1024 * 1024

# Each alternative eats to its end or to the end of the text, so the whole is read once.
_MARKUP: Final = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<unseen>script|style|head|title)\b.*?(?:</(?P=unseen)\s*+>|\Z)"
    r"|<(?P<breaks>/?(?:br|p|div|tr|li|h[1-6]|blockquote)\b)[^>]*+(?:>|\Z)|<[!/?A-Za-z][^>]*+(?:>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_SPACE: Final = re.compile(r"[ \t\r\n]++")
_LINES: Final = re.compile(r" *+\n *+(?:\n *+)*")


def text_of(markup: str) -> str:
    """`markup` (at most 4 MiB of it) without tags, scripts and styles; paragraphs and breaks are line ends."""
    held = _SPACE.sub(" ", markup[:LIMIT])
    bare = _MARKUP.sub(lambda tag: "\n" if tag["breaks"] else "", held)
    return _LINES.sub("\n", html.unescape(bare)).strip()
