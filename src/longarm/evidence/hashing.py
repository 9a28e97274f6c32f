"""SHA-256 and SHA-512 of a stream in one read: each in a thread of its own, while a third reads and writes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING, BinaryIO, Final

if TYPE_CHECKING:
    from hashlib import _Hash

CHUNK: Final = 1 << 20
# Six buffers of 1 MiB: the reader stays ahead of the slower hash, memory stays flat whatever the size of the file.
_BUFFERS: Final = 6
_Slice = tuple[int, memoryview]


@dataclass(frozen=True, slots=True)
class Digests:
    """What a run of bytes is known by. `size` in bytes, the digests in lower-case hexadecimal."""

    size: int
    sha256: str
    sha512: str


def digests(data: bytes) -> Digests:
    """Of bytes in memory."""
    return Digests(len(data), hashlib.sha256(data).hexdigest(), hashlib.sha512(data).hexdigest())


def digests_of(reader: BinaryIO, write: Callable[[memoryview], object] | None = None) -> Digests:
    """Read `reader` to its end, hash it twice, and hand every chunk to `write` in order. Raises what these two raise."""
    buffer = bytearray(CHUNK)
    first = _fill(reader, buffer)
    if first < CHUNK:
        if write:
            write(memoryview(buffer)[:first])
        return digests(bytes(memoryview(buffer)[:first]))
    return _Threads(reader, write).run(buffer)


def sha256_of(reader: BinaryIO) -> tuple[int, str]:
    """Size and SHA-256 alone: for a second look at a file whose first look made both."""
    size, hasher = 0, hashlib.sha256()
    while block := reader.read(CHUNK):
        size += len(block)
        hasher.update(block)
    return size, hasher.hexdigest()


class _Threads:
    """A ring of buffers: filled by the caller's thread, hashed by two others, free again when both are done."""

    def __init__(self, reader: BinaryIO, write: Callable[[memoryview], object] | None) -> None:
        self.reader, self.write = reader, write
        self.hashers = (hashlib.sha256(), hashlib.sha512())
        self.todo: tuple[Queue[_Slice | None], ...] = (Queue(), Queue())
        self.done: tuple[Queue[int], ...] = (Queue(), Queue())

    def run(self, first: bytearray) -> Digests:
        workers = [Thread(target=self._hash, args=(i,), daemon=True) for i in range(2)]
        started: list[Thread] = []
        try:
            for worker in workers:
                worker.start()
                started.append(worker)
        except RuntimeError:  # none can be started: behind the walls of the sandbox
            for queue in self.todo[: len(started)]:
                queue.put(None)
            return self._alone(first)
        try:
            size = self._feed([first, *(bytearray(CHUNK) for _ in range(_BUFFERS - 1))])
        finally:
            for queue in self.todo:
                queue.put(None)
            for worker in workers:
                worker.join()
        return Digests(size, self.hashers[0].hexdigest(), self.hashers[1].hexdigest())

    def _alone(self, first: bytearray) -> Digests:
        size, length = 0, len(first)
        while length:
            filled = memoryview(first)[:length]
            for hasher in self.hashers:
                hasher.update(filled)
            if self.write:
                self.write(filled)
            size, length = size + length, _fill(self.reader, first)
        return Digests(size, self.hashers[0].hexdigest(), self.hashers[1].hexdigest())

    def _feed(self, ring: list[bytearray]) -> int:
        length, size, turn = CHUNK, 0, 0
        while length:
            place = turn % _BUFFERS
            filled = memoryview(ring[place])[:length]
            for queue in self.todo:
                queue.put((place, filled))
            if self.write:
                self.write(filled)
            size, turn = size + length, turn + 1
            if turn >= _BUFFERS:  # the next buffer was used before: both hashes must be through with it
                for through in self.done:
                    through.get()
            length = _fill(self.reader, ring[turn % _BUFFERS])
        return size

    def _hash(self, which: int) -> None:
        hasher: _Hash = self.hashers[which]
        while part := self.todo[which].get():
            hasher.update(part[1])
            self.done[which].put(part[0])


def _fill(reader: BinaryIO, buffer: bytearray) -> int:
    """Fill `buffer` as far as the stream goes; a reader may give less than was asked for."""
    view, length = memoryview(buffer), 0
    while length < len(buffer):
        if not (got := reader.readinto(view[length:])):  # type: ignore[attr-defined]  # BinaryIO lacks what every reader has
            break
        length += got
    return length
