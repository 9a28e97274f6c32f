"""What is to be sealed: each file with its name as received, found in the order of names, links and devices left out."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from longarm.errors import BadInput, system_reason
from longarm.evidence.found import shortened
from longarm.evidence.source import Source
from longarm.evidence.target import MARK


@dataclass(frozen=True, slots=True)
class Received:
    """A source, and how it came: `folder` is where it stood below the path that was given, `received_*` are free words.

    `number` is the exhibit's own (E0007), where it has one already: one that is left out leaves a gap. `restrictions` are codes
    such as `intimate`; `limits` sentences on what this exhibit cannot show.
    """

    source: Source
    folder: str = ""
    received_from: str | None = None
    received_at: str | None = None
    received_how: str | None = None
    device: str | None = None
    restrictions: tuple[str, ...] = ()
    number: int | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something under the given paths that is not sealed. `why` is `link` or `not-a-file`."""

    path: str
    why: Literal["link", "not-a-file"]


@dataclass(frozen=True, slots=True)
class RegularFile:
    """A file on disk that is opened only while it is a plain file: no link is followed, no pipe waited for."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def size(self) -> int:
        """Raises BadInput as `open` does."""
        with self.open() as reader:
            return os.fstat(reader.fileno()).st_size

    def open(self) -> BinaryIO:
        """Raises BadInput when it cannot be read, or is no plain file."""
        try:
            handle = os.open(self.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except OSError as fault:
            if self.path.is_symlink():
                raise BadInput("seal-link", file=shortened(str(self.path))) from fault
            raise BadInput("seal-unreadable", file=shortened(str(self.path)), why=system_reason(fault)) from fault
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise BadInput("seal-not-a-file", file=shortened(str(self.path)))
        return os.fdopen(handle, "rb")


def as_text(name: str) -> str:
    """A file name can hold any bytes; what is not UTF-8 is shown as `\\xNN`."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def walk(paths: Sequence[Path]) -> tuple[tuple[Received, ...], tuple[LeftOut, ...]]:
    """Every file of `paths`, folders walked in the order of names, and what was left out.

    Raises BadInput when a path does not exist, cannot be read, is a link or no file, or when there is nothing to seal.
    """
    found: dict[Path, Received] = {}
    left: list[LeftOut] = []
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            for item in _folder(path):
                if isinstance(item, LeftOut):
                    left.append(item)
                else:
                    found.setdefault(item[0].absolute(), item[1])
        else:
            RegularFile(path).open().close()
            found.setdefault(path.absolute(), Received(RegularFile(path)))
    if not found:
        raise BadInput("seal-nothing")
    return tuple(found.values()), tuple(left)


def _folder(top: Path) -> Iterator[tuple[Path, Received] | LeftOut]:
    """Everything below `top`, a folder's own files before its folders'. Without recursion: the depth is not ours."""
    folders = [top]
    while folders:
        folder = folders.pop()
        below: list[Path] = []
        for entry in _entries(folder):
            place = Path(entry.path)
            shown = as_text(str(Path(top.resolve().name) / place.relative_to(top)))
            if entry.is_symlink():
                yield LeftOut(shortened(shown), "link")
            elif entry.is_dir(follow_symlinks=False):
                below += [place] if MARK not in entry.name else []
            elif entry.is_file(follow_symlinks=False):
                yield place, Received(RegularFile(place), folder=str(Path(shown).parent))
            else:
                yield LeftOut(shortened(shown), "not-a-file")
        folders += reversed(below)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: os.fsencode(entry.name))
    except OSError as fault:
        raise BadInput("seal-unreadable", file=shortened(str(folder)), why=system_reason(fault)) from fault
