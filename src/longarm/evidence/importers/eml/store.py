"""The mails of a file: one (`.eml`), or many one after another (mbox, RFC 4155), each led by a line `From …`.

A new mail begins at such a line only after an empty one, and only where it ends in a year: a sentence that begins with
"From" stays where it is. Programs put `>` before such a sentence or do not; what was put is not taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final, NamedTuple

_BOM: Final = b"\xef\xbb\xbf"
_LEADS: Final = re.compile(rb"From [^\r\n]{0,400}\d{4}[^\r\n]{0,12}\r?\n")
_LONGEST_LINE: Final = 1024 * 1024


class Piece(NamedTuple):
    """One mail: where it begins, how many bytes before its headers are the store's (a `From ` line), and its size with them.

    `data` is the mail itself; None when it is larger than the limit.
    """

    offset: int
    lead: int
    size: int
    data: bytes | None


def is_store(head: bytes) -> bool:
    """Does a file that begins so hold mails led by `From ` lines?"""
    return bool(_LEADS.match(head))


def pieces(stream: BinaryIO, limit: int) -> Iterator[Piece]:
    """The mails in `stream`, in order, together all its bytes. No more than one mail of `limit` bytes is held."""
    first = stream.readline(_LONGEST_LINE)
    if not is_store(first):
        lead = len(_BOM) if first.startswith(_BOM) else 0
        data = first[lead:] + stream.read(max(0, limit + 1 - len(first)))
        yield _piece(0, lead, data, limit, len(data) + _rest(stream))
        return
    offset, lead, size, held, empty = 0, len(first), 0, bytearray(), False
    while line := stream.readline(_LONGEST_LINE):
        if empty and _LEADS.fullmatch(line):
            yield _piece(offset, lead, bytes(held), limit, size)
            offset, lead, size, held = offset + lead + size, len(line), 0, bytearray()
        else:
            size += len(line)
            if size <= limit + len(line):
                held += line
        empty = line in (b"\n", b"\r\n")
    yield _piece(offset, lead, bytes(held), limit, size)


def _piece(offset: int, lead: int, data: bytes, limit: int, size: int) -> Piece:
    return Piece(offset, lead, lead + size, data if size <= limit else None)


def _rest(stream: BinaryIO) -> int:
    """How many bytes are still to come."""
    count = 0
    while read := stream.read(_LONGEST_LINE):
        count += len(read)
    return count
