"""The folder of `longarm match --index`: the evidence items of earlier cases, sealed in one file, and the key beside it.

Every identifier stands in it as a keyed hash. Threats and hashes of pictures have to be read to be compared: they are sealed
(XChaCha20-Poly1305) and opened in memory only. Who has the folder with its key reads them, and can try telephone numbers one
after another: the folder belongs where the case files may lie. It is written whole, under another name first.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, Final, Self

import msgspec

from longarm.errors import BadInput, Unsound, system_reason
from longarm.keys.content import Place, decrypt, encrypt
from longarm.keys.derive import subkey
from longarm.matching.item import Item
from longarm.matching.keyed import keyed

_CASES: Final = "cases.sealed"
_KEY: Final = "key"
_KIND: Final = b"longarm match index "
_HEAD: Final = _KIND + b"1\n"
_PLACE: Final = Place("match-index", "cases", 1)
_LARGEST: Final = 4 * 1024**3


class MatchIndex:
    """An opened folder, held against a second run until `close`. `made`: it was not there before."""

    def __init__(self, folder: Path) -> None:
        """Opens `folder` or makes it. Raises BadInput for what is no index, is damaged, of another version, or in use."""
        self._folder = folder
        self._held: dict[str, tuple[Item, ...]] = {}
        try:
            self.made = self._prepare()
            self._lock = self._locked()
            self._secret = self._read_key()
            if (folder / _CASES).exists():
                self._held = self._read_cases()
        except OSError as fault:
            raise BadInput("matching-index-unreadable", folder=str(folder), why=system_reason(fault)) from fault

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._lock.close()

    def __contains__(self, case: str) -> bool:
        return case in self._held

    def __len__(self) -> int:
        return len(self._held)

    def items(self) -> tuple[Item, ...]:
        return tuple(item for case in sorted(self._held) for item in self._held[case])

    def keyed(self, item: Item) -> Item:
        return keyed(item, subkey(self._secret, "match-hash"))

    def put(self, case: str, items: Iterable[Item]) -> None:
        """A case with its items as `keyed` gives them, in the place of what was held of it."""
        self._held[case] = tuple(items)

    def forget(self, case: str) -> None:
        """Raises BadInput when it is not there."""
        if self._held.pop(case, None) is None:
            raise BadInput("matching-index-no-such-case", folder=str(self._folder), reference=case)

    def save(self) -> None:
        """All or nothing. Raises BadInput when the disk does not take it; then what was there stays."""
        sealed = encrypt(subkey(self._secret, "match-seal"), msgspec.msgpack.encode(self._held), _PLACE)
        try:
            _write(self._folder / _CASES, _HEAD + sealed)
        except OSError as fault:
            raise BadInput("matching-index-unwritten", folder=str(self._folder), why=system_reason(fault)) from fault

    def _prepare(self) -> bool:
        """True when the key was made. A folder in which other things lie is not taken over."""
        if self._folder.exists() and not self._folder.is_dir():
            raise BadInput("matching-index-foreign", folder=str(self._folder))
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        there = {entry.name for entry in self._folder.iterdir()} - {f"{_KEY}.new", f"{_CASES}.new"}
        if there - {_KEY, _CASES}:
            raise BadInput("matching-index-foreign", folder=str(self._folder))
        if _KEY in there:
            return False
        if _CASES in there:
            raise BadInput("matching-index-no-key", folder=str(self._folder))
        _write(self._folder / _KEY, os.urandom(32).hex().encode() + b"\n")
        return True

    def _locked(self) -> IO[bytes]:
        file = (self._folder / _KEY).open("rb")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            raise BadInput("matching-index-busy", folder=str(self._folder)) from None
        return file

    def _read_key(self) -> bytes:
        with suppress(ValueError):
            key = bytes.fromhex(self._lock.read(100).decode("ascii"))
            if len(key) == 32:
                return key
        raise self._damaged()

    def _read_cases(self) -> dict[str, tuple[Item, ...]]:
        file = self._folder / _CASES
        if file.stat().st_size > _LARGEST:
            raise self._damaged()
        data = file.read_bytes()
        if not data.startswith(_HEAD):
            raise BadInput("matching-index-version", folder=str(self._folder)) if data.startswith(_KIND) else self._damaged()
        try:
            opened = decrypt(subkey(self._secret, "match-seal"), data[len(_HEAD) :], _PLACE)
            return msgspec.msgpack.decode(opened, type=dict[str, tuple[Item, ...]])
        except (Unsound, msgspec.DecodeError, UnicodeDecodeError):
            raise self._damaged() from None

    def _damaged(self) -> BadInput:
        return BadInput("matching-index-damaged", folder=str(self._folder))


def _write(path: Path, data: bytes) -> None:
    new = path.with_name(path.name + ".new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
