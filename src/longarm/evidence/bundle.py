"""Reads a bundle, folder or ZIP, as a hostile thing: no link followed, no name trusted, nothing written to the disk.
Long: folder and ZIP side by side, held to the same rules.
"""

from __future__ import annotations

import os
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from longarm.errors import BadInput, system_reason
from longarm.evidence.found import Found, found
from longarm.evidence.manifest import safe_path
from longarm.evidence.source import Source

MAX_FILES: Final = 200_000
_MAX_RATIO: Final = 200
_RATIO_FROM: Final = 1 << 20
_LOCAL_HEADER: Final = 30
# After the bytes of an entry may follow its sizes: none, or 12 to 24 bytes (APPNOTE 4.3.9).
_DESCRIPTORS: Final = (0, 12, 16, 20, 24)
# What reading a damaged file or archive can raise.
UNREADABLE: Final = (OSError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


class Bundle(Protocol):
    """A bundle as files by name, below its top folder. `wrong` is what cannot be in a bundle, found while listing."""

    @property
    def names(self) -> tuple[str, ...]: ...
    @property
    def wrong(self) -> tuple[Found, ...]: ...
    def open(self, name: str) -> BinaryIO:
        """Raises one of UNREADABLE."""

    def close(self) -> None: ...


def open_bundle(path: Path) -> Bundle:
    """The bundle at `path`. Raises BadInput when nothing is there, or it is no bundle at all."""
    try:
        bundle: Bundle = FolderBundle(path) if path.is_dir() else ZipBundle(path.open("rb"), path.stat().st_size, str(path))
    except OSError as fault:
        raise BadInput("verify-unreadable", file=str(path), why=system_reason(fault)) from fault
    if not bundle.wrong and not any(name in bundle.names for name in _MARKS):
        bundle.close()
        raise BadInput("verify-not-a-bundle", file=str(path))
    return bundle


def open_zip(source: Source) -> Bundle:
    """The bundle that lies somewhere else than in a file of its own. Raises as `open_bundle` does."""
    bundle = ZipBundle(source.open(), source.size, source.name)
    if not bundle.wrong and not any(name in bundle.names for name in _MARKS):
        bundle.close()
        raise BadInput("verify-not-a-bundle", file=source.name)
    return bundle


_MARKS: Final = (
    "bagit.txt", "manifest-sha256.txt", "manifest-sha512.txt", "tagmanifest-sha256.txt", "tagmanifest-sha512.txt",
)  # fmt: skip


def read_small(bundle: Bundle, name: str, limit: int) -> bytes:
    """The whole file `name`. Raises one of UNREADABLE, ValueError when it is larger than `limit` bytes."""
    with bundle.open(name) as reader:
        data = reader.read(limit + 1)
    if len(data) > limit:
        raise ValueError(f"larger than {limit} bytes")
    return data


class FolderBundle:
    """A bundle as a folder."""

    def __init__(self, top: Path) -> None:
        self.top = top
        names: list[str] = []
        wrong: list[Found] = []
        for name, kind in _walk(top):
            if kind == "file":
                names.append(name)
            else:
                wrong.append(found(f"verify-fault-{kind}", file=name))
            if len(names) > MAX_FILES:
                wrong.append(found("verify-fault-too-many-files", limit=MAX_FILES))
                break
        self.names = tuple(sorted(names))
        self.wrong = (*wrong, *_unsafe(self.names))

    def open(self, name: str) -> BinaryIO:
        handle = os.open(self.top / name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise OSError(f"{name} is no file any more")
        return os.fdopen(handle, "rb")

    def close(self) -> None:
        """Nothing is held open."""


class ZipBundle:
    """A bundle as a ZIP with one top folder, or none."""

    def __init__(self, file: BinaryIO, size: int, name: str) -> None:
        self.file = file
        self.entries: dict[str, zipfile.ZipInfo] = {}
        self.wrong: tuple[Found, ...] = ()
        begins_as_zip = self.file.read(4) == b"PK\x03\x04"
        try:
            self.zip = zipfile.ZipFile(self.file)
        except UNREADABLE as fault:
            if not begins_as_zip:
                self.file.close()
                raise BadInput("verify-not-a-bundle", file=name) from fault
            self.wrong = (found("verify-fault-zip-damaged", why=str(fault)[:100]),)
            return
        self.wrong = (*self._list(), *_unsafe(self.names), *self._hidden(size))

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(sorted(self.entries))

    def open(self, name: str) -> BinaryIO:
        entry = self.entries[name]
        return self.zip.open(entry)  # type: ignore[return-value]

    def close(self) -> None:
        self.file.close()

    def _list(self) -> Iterator[Found]:
        entries = self.zip.infolist()
        if len(entries) > MAX_FILES:
            yield found("verify-fault-too-many-files", limit=MAX_FILES)
            return
        tops = {entry.filename.partition("/")[0] for entry in entries}
        cut = len(tops.pop()) + 1 if len(tops) == 1 and not any("/" not in entry.filename for entry in entries) else 0
        for entry in entries:
            name = entry.filename[cut:]
            kind = stat.S_IFMT(entry.external_attr >> 16) if entry.create_system == 3 else 0
            if entry.is_dir():
                if entry.file_size:
                    yield found("verify-fault-special", file=name)
            elif kind not in (0, stat.S_IFREG):
                yield found("verify-fault-link" if kind == stat.S_IFLNK else "verify-fault-special", file=name)
            elif entry.flag_bits & 1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                yield found("verify-fault-zip-method", file=name)
            elif entry.file_size > _RATIO_FROM and entry.file_size > _MAX_RATIO * entry.compress_size:
                yield found("verify-fault-zip-ratio", file=name)
            elif name in self.entries:
                yield found("verify-fault-zip-twice", file=name)
            else:
                self.entries[name] = entry

    def _hidden(self, size: int) -> Iterator[Found]:
        """Every byte of the archive belongs to an entry or the directory: nothing before, between, behind, or shared."""
        place = 0
        for entry in sorted(self.zip.infolist(), key=lambda entry: entry.header_offset):
            gap = entry.header_offset - place
            if gap not in _DESCRIPTORS or (place == 0 and gap):
                yield found("verify-fault-zip-hidden", offset=place)
                return
            self.file.seek(entry.header_offset)
            header = self.file.read(_LOCAL_HEADER)
            if len(header) < _LOCAL_HEADER:
                yield found("verify-fault-zip-hidden", offset=entry.header_offset)
                return
            names = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
            place = entry.header_offset + _LOCAL_HEADER + names + entry.compress_size
        if self.zip.start_dir - place not in _DESCRIPTORS or self.zip.comment or place >= size:
            yield found("verify-fault-zip-hidden", offset=place)


def _walk(top: Path) -> Iterator[tuple[str, str]]:
    """Name and kind of everything below `top`. Without recursion: how deep folders go is the sender's choice."""
    folders = [""]
    while folders:
        folder = folders.pop()
        with os.scandir(top / folder) as entries:
            for entry in entries:
                name = folder + entry.name
                if entry.is_symlink():
                    yield name, "link"
                elif entry.is_dir(follow_symlinks=False):
                    folders.append(name + "/")
                elif entry.is_file(follow_symlinks=False):
                    yield name, "file"
                else:
                    yield name, "special"


def _unsafe(names: tuple[str, ...]) -> Iterator[Found]:
    """Names that are not plain, or differ only in case: one of two would be lost on Windows or macOS."""
    for name in names:
        if not safe_path(name):
            yield found("verify-fault-unsafe-name", file=name.encode("utf-8", "backslashreplace").decode())
    for folded, count in Counter(name.casefold() for name in names).items():
        if count > 1:
            yield found("verify-fault-same-name", file=folded)
