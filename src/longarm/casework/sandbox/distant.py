"""The child's end of the pipes: what it says, what it hears, and the parent's file as a Source."""

from __future__ import annotations

import io
import os
from typing import BinaryIO, cast

import msgspec

from longarm.casework.sandbox import frames

_IN, _OUT = 0, 1


class Distant(msgspec.Struct, frozen=True):
    """The file as a Source: its bytes stay with the parent and are asked for piece by piece."""

    name: str
    size: int

    def open(self) -> BinaryIO:
        tell(frames.OPEN, b"")
        _, number = heard()
        return cast(BinaryIO, io.BufferedReader(_Asking(frames.NUMBER.unpack(number)[0], self.size), frames.PIECE))


class _Asking(io.RawIOBase):
    def __init__(self, number: int, size: int) -> None:
        super().__init__()
        self._number, self._size, self._at = number, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        at = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence] + offset
        if at < 0:
            raise ValueError("negative seek position")
        self._at = at
        return at

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]  # any buffer, as RawIOBase says
        tell(frames.READ, frames.WANTED.pack(self._number, self._at, min(len(view), frames.PIECE)))
        _, data = heard()
        view[: len(data)] = data
        self._at += len(data)
        return len(data)

    def close(self) -> None:
        if not self.closed:
            tell(frames.CLOSE, frames.NUMBER.pack(self._number))
        super().close()


def tell(kind: bytes, payload: bytes) -> None:
    left = memoryview(frames.HEAD.pack(kind, len(payload)) + payload)
    while left:
        left = left[os.write(_OUT, left) :]


def heard() -> tuple[bytes, bytes]:
    kind, size = frames.HEAD.unpack(_exactly(frames.HEAD.size))
    return kind, bytes(_exactly(size))


def _exactly(size: int) -> bytearray:
    data = bytearray()
    while len(data) < size:
        piece = os.read(_IN, min(size - len(data), 1 << 20))
        if not piece:
            os._exit(1)  # the parent has gone
        data += piece
    return data
