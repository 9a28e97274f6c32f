"""Is a line Arabic? What stands in Latin letters in it is an id, a path, an address, a command or the name of a format."""

from __future__ import annotations

import re
from typing import Final

# Marked by the commands themselves as a run of its own: an id, a day, an address (UAX 9).
_MARKED: Final = re.compile(r"\u2066[^\u2066-\u2069]*\u2069")
_ALLOWED: Final = re.compile(
    r"""
    \w+://\S+                               # an address
    | ~?\.{0,2}/[^\s:،؛«»()\u2066-\u2069]+  # a path
    | [\w.-]+\.(?:yaml|json|txt|zip|pdf|card|pem|secret|x25519|bag)\b
    | \blongarm(?:\ [a-z-]+)*               # a command
    | \bCtrl-C\b | \b[A-Z]+_[A-Z_]* | \bCASE/UCO\b
    | (?<!\w)--?[a-z][a-z-]*                # an option
    | (?<![A-Za-z0-9])[A-Z]{2,}(?:-?[A-Z0-9]+)*\b  # a state, UTC, PDF, SHA-256
    | \b[A-Z][A-Z0-9-]*\d[A-Z0-9-]*\b       # an exhibit, a request
    | \b\d{4}-\d\d-\d\dT[\d:.]+Z?           # a moment
    | \b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b
    | \b[0-9a-f]{4}(?:\ [0-9a-f]{4}){3,}\b   # a hash as it is said by voice, and a hash
    | \b(?=[0-9a-f]*\d)[0-9a-f]{4,}\b
    | \b[a-z][a-z0-9_]*(?:[:/][\w-]+)+      # the id of a path or source
    | \b[a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d+\b # the id of a person, identifier, event
    """,
    re.VERBOSE,
)
_LATIN: Final = re.compile(r"[A-Za-zÀ-ÿ][\w’'-]*")


def latin_words(text: str, *names: str) -> list[str]:
    """Words in Latin letters that are none of those. `names`: proper names that the test gave in."""
    text = _ALLOWED.sub(" ", _MARKED.sub(" ", text))
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, " ")
    return _LATIN.findall(text)
