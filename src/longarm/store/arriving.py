"""A file of the vault that arrives in pieces, over several requests, perhaps over days and restarts.

It lies as `.arriving-<name>` (the sweep at start leaves such files alone) until `finish` gives it its place; `vault.remove`
removes it wherever it is. What goes on
from a break (`Progress`) is kept by the caller, sealed. Each piece is on the disk before the caller stores the new progress:
a crash in between leaves more in the file than the progress knows. The same bytes then come again and are found there;
other bytes are refused (`Torn`), because they would be encrypted with the same key stream.
"""

from __future__ import annotations

import io
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

from longarm.errors import BadInput
from longarm.keys import stream
from longarm.store.vault import ARRIVING, bound, path_of, sync


class Torn(Exception):
    """What lies in the vault is not what came before: this file must begin again, under another key."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The file's random name and key, and its suspended encryption."""

    name: str
    key: bytes = field(repr=False)
    suspended: bytes = field(repr=False)


def begin(root: Path) -> Progress:
    """A file of which nothing has come yet. Raises BadInput when the vault cannot be written."""
    name, key = secrets.token_hex(16), stream.new_key()
    head = io.BytesIO()
    writer = stream.EncryptingWriter(head, key, bound(name))
    with _faults():
        descriptor = os.open(_part(root, name), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(head.getvalue())
            os.fsync(file.fileno())
        sync(root)
    return Progress(name, key, writer.suspended())


def receive(root: Path, name: str, suspended: bytes, arrived: int, data: bytes | memoryview) -> bytes:
    """Writes `data` behind the `arrived` bytes that came before; returns the new suspended encryption, to be stored.

    Raises Torn, BadInput when the disk is full.
    """
    fresh = io.BytesIO()
    writer = stream.EncryptingWriter.resume(fresh, suspended, bound(name))
    writer.write(data)
    with _faults(), _opened(root, name) as file:
        _put(file, stream.stored_so_far(arrived), fresh.getvalue())
    return writer.suspended()


def finish(root: Path, name: str, suspended: bytes, arrived: int) -> None:
    """Ends the file and gives it its place in the vault; twice is once. Raises as `receive` does."""
    target = path_of(root, name)
    if target.exists() and target.stat().st_size == stream.stored_size(arrived):
        return
    last = io.BytesIO()
    stream.EncryptingWriter.resume(last, suspended, bound(name)).finish()
    with _faults():
        with _opened(root, name) as file:
            _put(file, stream.stored_so_far(arrived), last.getvalue(), end=True)
        target.parent.mkdir(mode=0o700, exist_ok=True)
        _part(root, name).rename(target)
        sync(target.parent)


def unfinished(root: Path) -> Iterator[tuple[str, float]]:
    """The names of the files on their way in, and when each was last written to (seconds since 1970)."""
    for part in root.glob(f"{ARRIVING}*"):
        yield part.name.removeprefix(ARRIVING), part.stat().st_mtime


def _put(file: BinaryIO, place: int, fresh: bytes, *, end: bool = False) -> None:
    there = file.seek(0, io.SEEK_END)
    if there < place or (end and there > place + len(fresh)):
        raise Torn
    file.seek(place)
    before = file.read(len(fresh))
    if before != fresh[: len(before)]:
        raise Torn
    file.write(fresh[len(before) :])
    file.flush()
    os.fsync(file.fileno())


@contextmanager
def _opened(root: Path, name: str) -> Iterator[BinaryIO]:
    try:
        file = _part(root, name).open("r+b")
    except FileNotFoundError:
        raise Torn from None
    with file:
        yield cast(BinaryIO, file)


@contextmanager
def _faults() -> Iterator[None]:
    try:
        yield
    except OSError:  # said to the person who gives the file; whoever runs the node sees a full disk on the health page
        raise BadInput("giving-not-stored") from None


def _part(root: Path, name: str) -> Path:
    path_of(root, name)  # refuses what is no name of ours
    return root / f"{ARRIVING}{name}"
