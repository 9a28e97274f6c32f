"""Where the bytes of an exhibit come from: always readable again from the start, never changed."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from longarm.errors import BadInput, system_reason


class Source(Protocol):
    """Bytes with the name they were received under. `open` may be called any number of times."""

    @property
    def name(self) -> str:
        """As received: any script, any character; never used as a path."""

    @property
    def size(self) -> int:
        """Bytes."""

    def open(self) -> BinaryIO:
        """A new reader at the first byte. It can seek."""


@dataclass(frozen=True, slots=True)
class FileSource:
    """A file on disk."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def size(self) -> int:
        return self.path.stat().st_size

    def open(self) -> BinaryIO:
        """Raises BadInput when the file cannot be read."""
        try:
            return self.path.open("rb")
        except OSError as fault:
            raise BadInput("evidence-unreadable", file=str(self.path), why=system_reason(fault)) from fault


@dataclass(frozen=True, slots=True)
class NamedSource:
    """Another's bytes under a name that can be written down: a name of a file can hold what is no text."""

    name: str
    source: Source

    @property
    def size(self) -> int:
        return self.source.size

    def open(self) -> BinaryIO:
        return self.source.open()


@dataclass(frozen=True, slots=True)
class BytesSource:
    """Bytes in memory: standard input, a small member of an archive, a test."""

    name: str
    data: bytes

    @property
    def size(self) -> int:
        return len(self.data)

    def open(self) -> BinaryIO:
        return io.BytesIO(self.data)
