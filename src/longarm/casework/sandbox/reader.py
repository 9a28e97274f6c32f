"""An exhibit read in a child: the parent gives it pieces of the file as it asks, and checks what comes back.

What the child says was a message is only that: a reader that was taken over can lie about its own file, and do nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, Final

import msgspec

from longarm.casework.sandbox import frames
from longarm.casework.sandbox.limits import for_reading
from longarm.casework.sandbox.process import Child, Lost
from longarm.errors import BadInput
from longarm.evidence.importers.contract import Account, Item, Message, Skipped
from longarm.evidence.read import without_words
from longarm.evidence.source import Source
from longarm.texts import TextMissing, say

_MOST_OPEN: Final = 16
_LISTS: Final[dict[bytes, msgspec.msgpack.Decoder[Any]]] = {
    frames.MESSAGES: msgspec.msgpack.Decoder(list[Message]),
    frames.SKIPPED: msgspec.msgpack.Decoder(list[Skipped]),
    frames.ACCOUNTS: msgspec.msgpack.Decoder(list[Account]),
}


def read_confined(source: Source) -> Iterator[Item]:
    """As `longarm.evidence.read.read_source`. Raises BadInput where the reader breaks, is killed or falls silent.

    Pictures, sound and film, told by their first bytes, need no reader and no child.
    """
    if account := without_words(source):
        yield account
        return
    try:
        with Child("reading", for_reading(source.size)) as child:
            child.walls()
            child.send(frames.FILE, msgspec.json.encode((sayable(source.name), source.size)))
            yield from _items(child, source)
    except (Lost, msgspec.MsgspecError) as fault:
        why = fault.why if isinstance(fault, Lost) else "Nonsense"
        raise BadInput("casework-reading-failed", why=why) from None


def _items(child: Child, source: Source) -> Iterator[Item]:
    for kind, told in Serving(child, source).words():
        if kind in _LISTS:
            yield from _LISTS[kind].decode(told)
        elif kind == frames.DONE:
            return
        elif kind == frames.UNFIT:
            raise _fault(told)
        else:
            raise Lost("Nonsense")


class Serving:
    """Gives the child pieces of the file as it asks for them."""

    def __init__(self, child: Child, source: Source) -> None:
        self._child = child
        self._source = source
        self._open: dict[int, BinaryIO] = {}
        self._next = 0

    def words(self) -> Iterator[tuple[bytes, bytes]]:
        """What it says beside that, until nobody listens any more."""
        try:
            while True:
                kind, told = self._child.receive()
                if kind == frames.READ:
                    self._give(told)
                elif kind == frames.OPEN:
                    self._new_reader()
                elif kind == frames.CLOSE and len(told) == frames.NUMBER.size:
                    self._close(frames.NUMBER.unpack(told)[0])
                else:
                    yield kind, told
        finally:
            for number in tuple(self._open):
                self._close(number)

    def _new_reader(self) -> None:
        if len(self._open) >= _MOST_OPEN:
            raise Lost("TooMuch")
        self._next += 1
        self._open[self._next] = self._source.open()
        self._child.send(frames.BYTES, frames.NUMBER.pack(self._next))

    def _give(self, told: bytes) -> None:
        if len(told) != frames.WANTED.size:
            raise Lost("Nonsense")
        number, at, count = frames.WANTED.unpack(told)
        if number not in self._open or at > self._source.size or count > frames.PIECE:
            raise Lost("Nonsense")
        reader = self._open[number]
        reader.seek(at)
        self._child.send(frames.BYTES, reader.read(count))

    def _close(self, number: int) -> None:
        if reader := self._open.pop(number, None):
            reader.close()


def _fault(told: bytes) -> BadInput:
    """What broke the reader, as a sentence that exists."""
    message, facts = msgspec.json.decode(told, type=tuple[str, dict[str, str]])
    try:
        say(message, "en", **facts)
    except (TextMissing, TypeError):
        return BadInput("casework-reading-failed", why="Nonsense")
    return BadInput(message, **facts)


def sayable(name: str) -> str:
    """Names with half letters (bytes that were no UTF-8) as the rest of longarm shows them."""
    return name.encode("utf-8", "replace").decode()
