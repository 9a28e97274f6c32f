"""Pictures inside an archive, as an export of a conversation holds them: listed, and one taken out into memory.

For a process without rights only, as `render`.
"""

from __future__ import annotations

from typing import Final

import msgspec

from longarm.evidence import archive
from longarm.evidence.preview.kind import shown_as
from longarm.evidence.preview.picture import LARGEST, Unfit
from longarm.evidence.source import Source

MOST: Final = 500  # pictures of an archive that are listed
LONGEST_NAME: Final = 200
_NAMED: Final = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp")  # for the list alone; what a file is, its bytes decide


class Inside(msgspec.Struct, frozen=True, kw_only=True):
    """A file in an archive: `number` is its place among the files of the archive, from 0; `size` its bytes unpacked."""

    number: int
    name: str
    size: int


def pictures_inside(source: Source) -> tuple[Inside, ...]:
    """Files that are named like pictures, in the order of the archive; none where it is no archive or not to be trusted."""
    try:
        members = archive.members(source)
    except archive.Refused:
        return ()
    named = [
        Inside(number=number, name=member.info.filename[:LONGEST_NAME], size=member.size)
        for number, member in enumerate(members)
        if member.info.filename.lower().endswith(_NAMED)
    ]
    return tuple(named[:MOST])


def taken_out(source: Source, number: int) -> tuple[str, bytes]:
    """Name and bytes of a picture in the archive `source`. Raises Unfit where there is none that can be shown."""
    try:
        member = archive.members(source)[number]
        if member.size > LARGEST:
            raise Unfit("large")
        if member.fault:
            raise Unfit("damaged")
        with member.open() as file:
            data = file.read(LARGEST + 1)
    except Unfit:
        raise
    except Exception:
        raise Unfit("damaged") from None
    if shown_as(data).how != "picture":
        raise Unfit("damaged")
    return member.info.filename[:LONGEST_NAME], data
