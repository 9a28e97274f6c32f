"""Picture hashes as a list of lines `pdq <64 hexadecimal digits>`, as ThreatExchange's local file exchange reads and writes them.

A perceptual hash can be turned back into a picture of sorts: only pictures that show no complainant may stand on a list.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from longarm.errors import BadInput
from longarm.exchange.feeds.sign import Sign, sign

MOST_LINES: Final = 1_000_000
MAX_BYTES: Final = 80 << 20  # so many lines of ours
_LONGEST: Final = 200


def write_list(signs: Iterable[Sign]) -> bytes:
    """The pictures among `signs`, each once, in order of their hashes."""
    return "".join(f"pdq {one.value}\n" for one in sorted({one for one in signs if one.kind == "picture"})).encode()


def read_list(data: bytes) -> tuple[tuple[Sign, ...], int]:
    """The hashes, and how many lines were none of ours (other algorithms). A bare hash is taken for PDQ.

    Raises BadInput when no line is a hash, or there are too many.
    """
    if len(data) > MAX_BYTES:
        raise BadInput("exchange-feed-too-large", limit=MAX_BYTES >> 20)
    if data.count(b"\n") > MOST_LINES:
        raise BadInput("exchange-feed-too-many", limit=MOST_LINES)
    found: dict[Sign, None] = {}
    others = 0
    for line in data.split(b"\n"):
        if not line.strip():
            continue
        one = _line(line[:_LONGEST].decode("ascii", "replace").split())
        if one:
            found[one] = None
        else:
            others += 1
    if not found:
        raise BadInput("exchange-feed-no-hash")
    return tuple(found), others


def _line(words: list[str]) -> Sign | None:
    if len(words) == 1:
        return sign("picture", words[0])
    return sign("picture", words[1]) if len(words) == 2 and words[0].lower() == "pdq" else None
