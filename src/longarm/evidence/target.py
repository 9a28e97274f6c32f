"""Where a bundle is written: a folder that appears whole or not at all, or a ZIP on any stream.
Long: three ways to keep that one promise.

Nothing at the final name ever looks whole and is not: files grow under a temporary sibling, are flushed to the disk, and
take their name by one rename. A process that dies leaves the sibling, unlocked; the next run recognises and removes it.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import IO, Final, Protocol

from longarm.errors import BadInput, system_reason

MARK: Final = ".longarm-partial-"
# Windows shows a DOS time; 1980-01-01 is the earliest there is, and the same in every bundle.
_DOS_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_ZIP64_FROM: Final = (1 << 31) - 1


class Writer(Protocol):
    def write(self, data: bytes | memoryview, /) -> int: ...


class Target(Protocol):
    """Takes the files of a bundle one after another. `finish` or `abandon` ends it, once."""

    def open(self, path: str, size: int) -> AbstractContextManager[Writer]:
        """A writer for the file `path` (relative, safe ASCII), of about `size` bytes, to be used in `with`."""

    def finish(self) -> None:
        """Everything is on the disk under its final name."""

    def abandon(self) -> None:
        """Nothing of it remains."""


class FolderTarget:
    """A bundle as a folder at `final`, which must not exist yet (BadInput)."""

    def __init__(self, final: Path) -> None:
        self.final = final
        self.partial = _new_partial(final)
        self.lock = _made(self.partial, lambda: self.partial.mkdir(mode=0o700), final)

    @contextmanager
    def open(self, path: str, size: int) -> Iterator[Writer]:  # noqa: ARG002 - a folder needs no size beforehand
        place = self.partial / path
        for folder in reversed(place.relative_to(self.partial).parents[:-1]):  # mkdir(parents=True) gives them another mode
            (self.partial / folder).mkdir(mode=0o700, exist_ok=True)
        with os.fdopen(os.open(place, _NEW, 0o600), "wb", buffering=0) as file:
            yield _Whole(file)

    def finish(self) -> None:
        # All files first, flushed together: the disk has written most of them by now.
        for folder, _, names in os.walk(self.partial):
            for name in names:
                flush(Path(folder, name))
            flush(Path(folder))
        _take_name(self.partial, self.final)
        os.close(self.lock)

    def abandon(self) -> None:
        shutil.rmtree(self.partial, ignore_errors=True)
        os.close(self.lock)


class ZipTarget:
    """A bundle as an uncompressed ZIP (ZIP64 where a size asks for it) on `stream`, under the one top folder `top`.

    The stream may be unable to seek: sizes then follow the bytes (APPNOTE 4.4.4, bit 3). It is not closed.
    """

    def __init__(self, stream: IO[bytes], top: str) -> None:
        self.top = top
        self.zip = zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED, allowZip64=True)

    @contextmanager
    def open(self, path: str, size: int) -> Iterator[Writer]:
        with self.zip.open(zip_entry(f"{self.top}/{path}"), "w", force_zip64=size >= _ZIP64_FROM) as file:
            yield file

    def finish(self) -> None:
        close_sorted(self.zip)

    def abandon(self) -> None:
        """What the stream holds has no directory, so no reader takes it for a bundle."""
        self.zip.fp = None  # else its destructor would write the directory


class ZipFileTarget:
    """The same, as a file at `final`, which must not exist yet (BadInput)."""

    def __init__(self, final: Path) -> None:
        self.final = final
        self.partial = _new_partial(final)
        self.lock = _made(self.partial, lambda: os.close(os.open(self.partial, _NEW, 0o600)), final)
        self.file = self.partial.open("r+b")
        self.inner = ZipTarget(self.file, top_folder(final))

    def open(self, path: str, size: int) -> AbstractContextManager[Writer]:
        return self.inner.open(path, size)

    def finish(self) -> None:
        self.inner.finish()
        self.file.close()
        flush(self.partial)
        _take_name(self.partial, self.final)
        os.close(self.lock)

    def abandon(self) -> None:
        self.inner.abandon()
        with suppress(OSError):  # what is still in the buffer does not fit on a full disk, and is not wanted
            self.file.close()
        self.partial.unlink(missing_ok=True)
        os.close(self.lock)


def remove_leftovers(final: Path) -> tuple[str, ...]:
    """Remove what runs that died left beside `final`; the names removed. A run that still goes on holds a lock."""
    removed: list[str] = []
    for path in sorted(final.parent.glob(f"{_glob_safe('.' + final.name + MARK)}*")) if final.parent.is_dir() else []:
        if path.is_symlink() or not _abandoned(path):
            continue
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
        removed.append(path.name)
    return tuple(removed)


def top_folder(final: Path) -> str:
    """The name of the one folder inside the ZIP: the file's own, where that is safe ASCII."""
    stem = final.name.removesuffix(".zip")
    safe = "".join(letter for letter in stem if letter.isascii() and (letter.isalnum() or letter in "._-")).strip(".")
    return safe or "bundle"


def zip_entry(name: str) -> zipfile.ZipInfo:
    """The directory entry of a file in a bundle: fixed time, read and write for the owner."""
    entry = zipfile.ZipInfo(name, _DOS_EPOCH)
    entry.create_system = 3
    entry.external_attr = 0o100600 << 16
    return entry


def close_sorted(archive: zipfile.ZipFile) -> None:
    """Close `archive` with its directory in the order of names, whatever order the files were written in."""
    archive.filelist.sort(key=lambda entry: entry.filename)
    archive.close()


def flush(path: Path) -> None:
    """What was written to the file or folder `path` is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class _Whole:
    """An unbuffered file whose `write` writes everything: the kernel may take less at a time."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file

    def write(self, data: bytes | memoryview, /) -> int:
        view = memoryview(data)
        while view:
            view = view[self.file.write(view) :]
        return len(data)


def _new_partial(final: Path) -> Path:
    if os.path.lexists(final):
        raise BadInput("seal-out-exists", file=str(final))
    return final.with_name(f".{final.name}{MARK}{secrets.token_hex(4)}")


def _made(partial: Path, make: Callable[[], object], final: Path) -> int:
    """Make the partial bundle and lock it, so that no other run takes it for one left behind."""
    try:
        make()
        return _lock(partial)
    except OSError as fault:
        raise BadInput("seal-cannot-write", file=str(final), why=system_reason(fault)) from fault


def _lock(path: Path) -> int:
    handle = os.open(path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return handle


def _abandoned(path: Path) -> bool:
    """Nobody holds its lock. The kernel lets go of the locks of a dead process."""
    try:
        os.close(_lock(path))
    except OSError:
        return False
    return True


def _take_name(partial: Path, final: Path) -> None:
    if os.path.lexists(final):  # made by somebody else in the meantime
        raise BadInput("seal-out-exists", file=str(final))
    partial.rename(final)
    flush(final.parent)


def _glob_safe(text: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in text)
