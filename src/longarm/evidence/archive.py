"""Archives as they come: a zip of an export with its media, or an attack. Looked through before anything is unpacked.
Long: each thing an attack does is refused beside the others.

A zip is refused for reading when it holds a name that leaves its folder, a link or a device, two names that some
computers take for one, members that overlap, too many or too large ones, or one that grows beyond all reason. Refused
or not, it stays an exhibit and is sealed as received; nothing is ever written to disk under a name from an archive.
"""

from __future__ import annotations

import io
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, Final, cast

from longarm.evidence.source import BytesSource, Source

MAX_MEMBERS: Final = 100_000
MAX_TOTAL: Final = 64 * 1024**3  # bytes, unpacked
MAX_RATIO: Final = 200  # unpacked to packed; text reaches 20, deflate can be made to give 1000
SMALL: Final = 64 * 1024  # below this, a ratio says nothing
MAX_DEPTH: Final = 3  # archives in archives
MAX_INNER: Final = 64 * 1024**2  # an archive in an archive is unpacked into memory

_END: Final = b"PK\x05\x06"
_END_SEARCHED: Final = 22 + 65_535
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_PIECE: Final = 1024 * 1024
# What zipfile raises on bytes that are no sound archive: it was written for sound ones.
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError)


class Refused(Exception):
    """An archive that is not read. `code` is a finding; `member` the name it is about, as written."""

    def __init__(self, code: str, member: str | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.member = member


@dataclass(frozen=True, slots=True)
class Member:
    """One file in a zip: a Source whose bytes are unpacked as they are read. Not readable when `encrypted` or odd."""

    archive: Source
    info: zipfile.ZipInfo

    @property
    def name(self) -> str:
        """`export.zip/_chat.txt`"""
        return f"{self.archive.name}/{self.info.filename}"

    @property
    def size(self) -> int:
        return self.info.file_size

    @property
    def packed(self) -> int:
        """Bytes in the archive."""
        return self.info.compress_size

    @property
    def fault(self) -> str | None:
        """Why it cannot be read, as a finding."""
        if self.info.flag_bits & 0x1:
            return "encrypted"
        return None if self.info.compress_type in _METHODS else "archive_method_unknown"

    def open(self) -> BinaryIO:
        """A new reader. Raises Refused if the archive cannot be read any more."""
        stream = self.archive.open()
        try:
            return cast(BinaryIO, _Closing(zipfile.ZipFile(stream).open(self.info), stream))
        except _BROKEN as fault:
            stream.close()
            raise Refused("archive_damaged", self.info.filename) from fault

    def whole(self) -> bool:
        """Reads it once through: the checksum and the size hold."""
        total = 0
        try:
            with self.open() as stream:
                while piece := stream.read(_PIECE):
                    total += len(piece)
        except (Refused, *_BROKEN):
            return False
        return total == self.size


class _Closing(io.BufferedReader):
    """A member's reader that closes the archive's with it."""

    def __init__(self, member: object, archive: BinaryIO) -> None:
        super().__init__(cast(io.RawIOBase, member), _PIECE)
        self._archive = archive

    def close(self) -> None:
        super().close()
        self._archive.close()


def is_zip(source: Source) -> bool:
    """By its first bytes: `PK`, of a file, of an empty archive or of one in pieces."""
    with source.open() as stream:
        return stream.read(4) in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


def members(source: Source) -> list[Member]:
    """The files of the zip `source`, in its order. Raises Refused, naming the first member that is not to be trusted."""
    with _opened(source) as archive:
        infos = archive.infolist()
        prefix = archive.start_dir
    seen: dict[str, str] = {}
    total = 0
    for info in infos:
        _trusted_name(info)
        _own_place(info, seen)
        total += info.file_size
        if info.file_size > SMALL and info.file_size > info.compress_size * MAX_RATIO:
            raise Refused("archive_bomb", info.filename)
    if total > MAX_TOTAL or (total > SMALL and total > source.size * MAX_RATIO):
        raise Refused("archive_bomb")
    _apart(infos, prefix)
    return [Member(source, info) for info in infos if not info.is_dir()]


@contextmanager
def _opened(source: Source) -> Iterator[zipfile.ZipFile]:
    with source.open() as stream:
        if _declared_members(stream, source.size) > MAX_MEMBERS:
            raise Refused("archive_too_many")
        try:
            with zipfile.ZipFile(stream) as archive:
                if len(archive.infolist()) > MAX_MEMBERS:
                    raise Refused("archive_too_many")
                yield archive
        except _BROKEN as fault:
            raise Refused("archive_damaged") from fault


def _declared_members(stream: BinaryIO, size: int) -> int:
    """What the end record says, before the list is read into memory: each entry takes 46 bytes there at least."""
    start = max(0, size - _END_SEARCHED)
    stream.seek(start)
    tail = stream.read(_END_SEARCHED)
    stream.seek(0)
    place = tail.rfind(_END)
    if place < 0 or len(tail) < place + 22:
        raise Refused("archive_damaged")
    entries, directory = struct.unpack("<HI", tail[place + 10 : place + 16])
    return (
        max(int(entries), 0 if directory == 0xFFFFFFFF else int(directory) // 46) if entries != 0xFFFF else _of_zip64(tail, place)
    )


def _of_zip64(tail: bytes, place: int) -> int:
    record = tail.rfind(b"PK\x06\x06", 0, place)
    if record < 0 or len(tail) < record + 40:
        return 0xFFFF
    return int(struct.unpack("<Q", tail[record + 32 : record + 40])[0])


def _trusted_name(info: zipfile.ZipInfo) -> None:
    name = info.orig_filename
    parts = name.split("/")
    if not name or "\0" in name or "\\" in name or name.startswith("/") or ".." in parts or name[1:2] == ":":
        raise Refused("archive_path_escapes", name)
    kind = stat.S_IFMT(info.external_attr >> 16)
    if stat.S_ISLNK(kind):
        raise Refused("archive_link", name)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise Refused("archive_device", name)


def _own_place(info: zipfile.ZipInfo, seen: dict[str, str]) -> None:
    """No two names that are one on another computer: same letters composed otherwise, or in another case."""
    name = info.filename.rstrip("/")
    place = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    if place in seen:
        raise Refused("archive_duplicate_name" if seen[place] == name else "archive_colliding_names", info.filename)
    seen[place] = name


def _apart(infos: list[zipfile.ZipInfo], end: int) -> None:
    """Members that share bytes make a small archive unpack to a huge one."""
    ordered = sorted(infos, key=lambda info: info.header_offset)
    ends = [info.header_offset for info in ordered[1:]] + [end]
    for info, following in zip(ordered, ends, strict=True):
        if info.header_offset + 30 + info.compress_size > following:
            raise Refused("archive_overlap", info.filename)


def inner(member: Member) -> Source | None:
    """`member` in memory, for an archive in an archive; None when it is too large for that."""
    if member.size > MAX_INNER:
        return None
    with member.open() as stream:
        return BytesSource(member.name, stream.read(MAX_INNER + 1))
