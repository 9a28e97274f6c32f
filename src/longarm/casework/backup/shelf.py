"""A backup folder: objects named by the SHA-256 of their bytes, and one small signed file a backup that says what belongs to it.

```
LONGARM-BACKUP          version of this layout, and a random name of this folder
objects/ab/abcd…        ciphertext: files of the vault as they lie there, rows of the database sealed to the backup key
backups/000042.jsonl    what backup 42 consists of (`manifest`)
deleted.jsonl           cases that were deleted (`deleted`)
.part-…                 what a run that was cut off left; the next one removes it
```

Everything is written to a `.part-` name, synced and renamed: it is there whole or not at all.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple, cast

from longarm.errors import BadInput, Unsound, system_reason

PART: Final = ".part-"
_BLOCK: Final = 1 << 20


class Object(NamedTuple):
    name: str  # SHA-256 of its bytes, hexadecimal
    size: int
    new: bool  # it was not there before


@dataclass(frozen=True, slots=True)
class Shelf:
    root: Path
    id: str = ""  # drawn when the folder was made: a node remembers what it put in which folder

    def backups(self) -> dict[int, Path]:
        """The finished backups by number, oldest first."""
        found = {int(path.stem): path for path in (self.root / "backups").glob("*.jsonl") if path.stem.isdecimal()}
        return dict(sorted(found.items()))

    def backup_path(self, number: int) -> Path:
        return self.root / "backups" / f"{number:06d}.jsonl"

    def object_path(self, name: str) -> Path:
        if len(name) != 64 or not set(name) <= set("0123456789abcdef"):
            raise Unsound("backup-object-missing", object=name[:64])
        return self.root / "objects" / name[:2] / name

    def objects(self) -> Iterator[Path]:
        return (path for path in (self.root / "objects").glob("??/*") if path.is_file())

    def has(self, name: str, size: int) -> bool:
        try:
            return self.object_path(name).stat().st_size == size
        except OSError:
            return False

    def put(self, write: Callable[[BinaryIO], None]) -> Object:
        """Keeps what `write` writes under its hash. Raises BadInput when it cannot be written: nothing is left then."""
        with self._part() as (part, file):
            hashed = _Hashed(file)
            write(cast(BinaryIO, hashed))
            name = hashed.sha256.hexdigest()
            target = self.object_path(name)
            new = not self.has(name, hashed.size)
            if new:
                target.parent.mkdir(mode=0o700, exist_ok=True)
                _settle(file, part, target)
        return Object(name, hashed.size, new)

    def put_file(self, path: Path) -> Object:
        """Keeps the file at `path`. Raises FileNotFoundError when it is gone, BadInput when it cannot be read, or as `put`."""
        with path.open("rb") as source:
            return self.put(lambda target: _copy(path, source, target))

    def write(self, path: Path, data: bytes) -> None:
        """Puts a small file in its place, whole."""
        with self._part() as (part, file):
            file.write(data)
            _settle(file, part, path)

    @contextmanager
    def _part(self) -> Iterator[tuple[Path, BinaryIO]]:
        part = self.root / f"{PART}{secrets.token_hex(8)}"
        try:
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                try:
                    yield part, file
                finally:  # a part that was settled has another name by now
                    with suppress(OSError):
                        part.unlink(missing_ok=True)
        except OSError as fault:
            raise BadInput("backup-unwritable", folder=str(self.root), why=system_reason(fault)) from None

    def sweep_parts(self) -> None:
        for part in self.root.glob(f"{PART}*"):
            part.unlink(missing_ok=True)


def _copy(path: Path, source: BinaryIO, target: BinaryIO) -> None:
    while True:
        try:
            block = source.read(_BLOCK)
        except OSError as fault:  # told apart from a fault of the backup folder
            raise BadInput("backup-source-unreadable", file=str(path), why=system_reason(fault)) from None
        if not block:
            return
        target.write(block)


def sha256_of(path: Path) -> str:
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


class _Hashed:
    """Counts and hashes what goes through it."""

    def __init__(self, target: BinaryIO) -> None:
        self._target = target
        self.sha256 = hashlib.sha256()
        self.size = 0

    def write(self, data: Any, /) -> int:
        self.sha256.update(data)
        self.size += len(data)
        return self._target.write(data)


def _settle(file: BinaryIO, part: Path, target: Path) -> None:
    file.flush()
    os.fsync(file.fileno())
    part.rename(target)
    descriptor = os.open(target.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
