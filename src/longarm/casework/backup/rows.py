"""The database's part of a backup: the rows, encrypted under a key of their own that is sealed to the backup key."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, NamedTuple, cast

from nacl.public import PrivateKey

from longarm.casework.backup.manifest import Manifest, Sealed
from longarm.casework.backup.shelf import Shelf
from longarm.errors import Unsound
from longarm.keys import stream
from longarm.keys.backup import open_key, seal_key, short_name
from longarm.store import frames
from longarm.store.dump import dump, tables
from longarm.store.models import RecordHead
from longarm.store.records import START
from longarm.store.snapshot import one_moment
from longarm.store.vault_files import Named, named


class Part(NamedTuple):
    sealed: Sealed
    new: bool
    record_length: int
    record_head: str


def seal_rows(shelf: Shelf, number: int, public: bytes, fetch: Callable[[dict[str, Named]], None]) -> Part:
    """Reads the database in one moment and keeps it sealed to `public`, for backup `number` only.

    `fetch` is given the files these rows name, at once: while the rows are read, the node may already replace one.

    Raises BadInput when the folder cannot be written or a newer longarm has changed the database, Django's Error when the
    database cannot be read.
    """
    key, there = stream.new_key(), tables()

    def write(target: BinaryIO) -> None:
        writer = stream.EncryptingWriter(target, key, _bound(number))
        frames.write(dump(there), cast(BinaryIO, writer))
        writer.finish()

    with one_moment():
        head = RecordHead.objects.filter(id=1).first()
        fetch(named(there.models))
        object_ = shelf.put(write)
    sealed = Sealed(object=object_.name, size=object_.size, key_sealed=seal_key(public, key), sealed_to=short_name(public))
    return Part(sealed, object_.new, head.length if head else 0, bytes(head.head if head else START).hex())


@contextmanager
def opened_rows(shelf: Shelf, manifest: Manifest, private: PrivateKey) -> Iterator[Iterator[frames.Frame]]:
    """The rows of a backup, decrypted as they are read. Raises Unsound when it is another paper, or they were changed."""
    key = open_key(private, manifest.rows.key_sealed)
    try:
        file = shelf.object_path(manifest.rows.object).open("rb")
    except OSError:
        raise Unsound("backup-object-missing", object=manifest.rows.object) from None
    with file:
        reader = stream.DecryptingReader(file, key, _bound(manifest.number))
        yield frames.read(cast(BinaryIO, io.BufferedReader(reader, stream.CHUNK)))


def _bound(number: int) -> bytes:
    return f"longarm-backup/1 rows {number}".encode()
