"""The vault: encrypted files under random names. A file is there whole or not at all, and never in the clear.

What arrives is encrypted chunk by chunk into a name that begins with `.part-`, synced, and renamed at the end. A crash
leaves at most such a part, which the next start removes (`sweep`). What arrives over several requests: `store.arriving`.
"""

from __future__ import annotations

import io
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final, cast

from longarm.errors import BadInput, Unsound, system_reason
from longarm.keys import stream

_PART: Final = ".part-"
ARRIVING: Final = ".arriving-"  # a file that comes in over several requests: `store.arriving`


@dataclass(frozen=True, slots=True)
class Kept:
    """A file in the vault: its random name, its own key (kept sealed in the database), its size in the clear."""

    name: str
    key: bytes = field(repr=False)
    size: int


class Incoming(io.RawIOBase):
    """A file on its way in: write to it, then `keep`; anything else (an error, `discard`, a crash) leaves nothing."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.name = secrets.token_hex(16)
        self._key = stream.new_key()
        self._root = root
        self._part = root / f"{_PART}{self.name}"
        try:
            self._file = cast(BinaryIO, os.fdopen(os.open(self._part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb"))
        except OSError as fault:
            raise BadInput("store-vault-unwritable", why=system_reason(fault)) from None
        self._writer = stream.EncryptingWriter(self._file, self._key, bound(self.name))

    def writable(self) -> bool:
        return True

    def write(self, data: object, /) -> int:
        try:
            return self._writer.write(data)
        except OSError as fault:
            self.discard()
            raise BadInput("store-vault-unwritable", why=system_reason(fault)) from None

    def tell(self) -> int:
        return self._writer.size

    def keep(self) -> Kept:
        """Ends the file and gives it its place. Raises BadInput when the disk is full: nothing is left then."""
        try:
            self._writer.finish()
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            target = path_of(self._root, self.name)
            target.parent.mkdir(mode=0o700, exist_ok=True)
            self._part.rename(target)
            sync(target.parent)
        except OSError as fault:
            self.discard()
            raise BadInput("store-vault-unwritable", why=system_reason(fault)) from None
        return Kept(self.name, self._key, self._writer.size)

    def discard(self) -> None:
        with suppress(OSError):  # a full disk refuses what the buffer still holds
            self._file.close()
        self._part.unlink(missing_ok=True)


@contextmanager
def incoming(root: Path) -> Iterator[Incoming]:
    """A file on its way in, discarded unless it was kept."""
    file = Incoming(root)
    try:
        yield file
    finally:
        file.discard()


@dataclass(frozen=True, slots=True)
class VaultSource:
    """A kept file as a `longarm.evidence.source.Source`: decrypted as it is read, under the name it was received with."""

    root: Path
    kept: Kept
    name: str

    @property
    def size(self) -> int:
        return self.kept.size

    def open(self) -> BinaryIO:
        """Raises Unsound when the file is missing or its size is not the one recorded; reading raises it where it was changed."""
        try:
            file = path_of(self.root, self.kept.name).open("rb")
        except FileNotFoundError:
            raise Unsound("store-vault-missing") from None
        try:
            if os.fstat(file.fileno()).st_size != stream.stored_size(self.kept.size):
                raise Unsound("keys-file-cut")
            reader = stream.DecryptingReader(file, self.kept.key, bound(self.kept.name))
        except BaseException:
            file.close()
            raise
        return cast(BinaryIO, io.BufferedReader(reader, stream.CHUNK))


def remove(root: Path, name: str) -> None:
    """Deletes a kept file, or one that still arrives. What the disk itself remembers of it is ciphertext."""
    path_of(root, name).unlink(missing_ok=True)
    (root / f"{ARRIVING}{name}").unlink(missing_ok=True)


def sweep(root: Path) -> int:
    """Removes what uploads that never ended have left. Only when nothing else is writing: at start. Returns how many."""
    parts = [part for part in root.glob(f"{_PART}*") if part.is_file()]
    for part in parts:
        part.unlink(missing_ok=True)
    return len(parts)


def path_of(root: Path, name: str) -> Path:
    """Where a kept file lies. Raises Unsound when `name` is no name of ours."""
    if len(name) != 32 or not set(name) <= set("0123456789abcdef"):
        raise Unsound("store-vault-missing")
    return root / name[:2] / name


def bound(name: str) -> bytes:
    """What each chunk of the file is bound to."""
    return b"longarm-vault/1\x00" + name.encode()


def sync(folder: Path) -> None:
    """A new or renamed name in `folder` survives a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
