"""Rows of every table as a stream of bytes that any engine reads back: a length (4 bytes), then MessagePack, again and again.

`Head`, then `Rows` (some rows of one table), then `End`. Ids are text, times and bytes are MessagePack's own. The stream says
of itself where it ends; that nothing was changed or cut is the business of what carries it (`keys.stream`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, BinaryIO, Final

import msgspec

from longarm.errors import Unsound

FORMAT: Final = "longarm-rows/1"
_MOST: Final = 1 << 30  # bytes of a frame: no row of ours comes near it


class Head(msgspec.Struct, frozen=True, tag="head", kw_only=True):
    """`steps`: the newest migrations of the database the rows were read from."""

    format: str
    at: datetime
    steps: tuple[str, ...]


class Rows(msgspec.Struct, frozen=True, tag="rows", kw_only=True):
    table: str
    columns: tuple[str, ...]
    rows: list[list[Any]]


class End(msgspec.Struct, frozen=True, tag="end", kw_only=True):
    """`digests`: of each table that has rows, SHA-256 over them (`Digests`), hexadecimal."""

    digests: dict[str, str]


Frame = Head | Rows | End
_ENCODER: Final = msgspec.msgpack.Encoder()
_DECODER: Final = msgspec.msgpack.Decoder(Frame)


class Digests:
    """SHA-256 of the rows of each table, in their order: equal rows, equal digests, however they were framed."""

    def __init__(self) -> None:
        self._tables: dict[str, Any] = {}
        self.count = 0

    def add(self, frame: Rows) -> None:
        if frame.rows and frame.table not in self._tables:
            self._tables[frame.table] = hashlib.sha256(_ENCODER.encode(frame.columns))
        for row in frame.rows:
            self._tables[frame.table].update(_ENCODER.encode(row))
        self.count += len(frame.rows)

    def found(self) -> dict[str, str]:
        return {table: digest.hexdigest() for table, digest in self._tables.items()}


def write(frames: Iterable[Frame], target: BinaryIO) -> None:
    for frame in frames:
        data = _ENCODER.encode(frame)
        target.write(len(data).to_bytes(4, "big") + data)


def read(source: BinaryIO) -> Iterator[Frame]:
    """Raises Unsound when the bytes are no such stream."""
    while True:
        length = source.read(4)
        if not length:
            return
        size = int.from_bytes(length, "big")
        data = source.read(size) if size <= _MOST else b""
        if len(length) < 4 or len(data) != size:
            raise Unsound("store-rows-unreadable")
        try:
            yield _DECODER.decode(data)
        except msgspec.MsgspecError:
            raise Unsound("store-rows-unreadable") from None
