"""WhatsApp's "Export chat": the text file of Android and iOS, in every language, clock, calendar and script of digits seen.

Two passes: `survey` finds the form of the headers and decides the order of the dates over the whole file, `reading`
then yields the messages. Copied or pasted chats of the same look are read too, and called `chat-text`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from longarm.evidence.importers.contract import Account, Asked, Item, Skipped
from longarm.evidence.importers.whatsapp.cutting import first_line
from longarm.evidence.importers.whatsapp.header import parse
from longarm.evidence.importers.whatsapp.reading import Reading
from longarm.evidence.importers.whatsapp.survey import BOM, survey
from longarm.evidence.source import Source

NAME: Final = "whatsapp"
KNOWS: Final = ("whatsapp-android", "whatsapp-ios", "chat-text")

_HEAD: Final = 256 * 1024
_LINES: Final = 200
# Fewer headers than this among the first lines make a chat only if the first line is one.
_ENOUGH: Final = 3


def recognises(source: Source) -> bool:
    """Headers on at least three of the first 200 lines, or on the very first that is not blank."""
    with source.open() as stream:
        head = stream.read(_HEAD).removeprefix(BOM)
    lines = [line for line in head.split(b"\n", _LINES)[:_LINES] if line.strip()]
    headers = (parse(first_line(line)) is not None for line in lines)
    return next(headers, False) or sum(headers) >= _ENOUGH


def read(source: Source, asked: Asked) -> Iterator[Item]:
    """Every message in file order, what was skipped, the account. Raises BadInput for a zone that does not exist."""
    found = survey(source, asked)
    return Reading(source, found, asked).items() if found.sections else _nothing(source)


def _nothing(source: Source) -> Iterator[Item]:
    size = source.size
    yield Skipped(source=NAME, line=1, offset=0, bytes=size, why="before_first_message")
    yield Account(source=NAME, file=source.name, bytes=size, messages=0, skipped=size, blank=0, variant={}, counts={"skipped": 1})
