"""The checks of a backup folder. Without the paper: signatures, chain, every object's hash. With it: every row, decrypted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from nacl.public import PrivateKey

from longarm.casework.backup.deleted import read_deleted
from longarm.casework.backup.manifest import Signed, read
from longarm.casework.backup.marker import last_backup_in
from longarm.casework.backup.rows import opened_rows
from longarm.casework.backup.shelf import Shelf, sha256_of
from longarm.casework.check.report import NotChecked, ran
from longarm.casework.node import node
from longarm.errors import BadInput, LongarmError, Unsound, system_reason
from longarm.evidence.report import Check, Reason
from longarm.keys.node import load, spoken
from longarm.store.frames import Digests, End, Rows
from longarm.store.models import Record
from longarm.store.vault_files import files


class BackupChecks:
    """Run once, `run` in the order of the numbers. `beside_node`: Django is set up for the node that made them."""

    def __init__(
        self, shelf: Shelf, *, private: PrivateKey | None, at: int | None, node_key: str | None, beside_node: bool
    ) -> None:
        self.shelf, self.private, self.at = shelf, private, at
        self.node_key, self.beside_node = node_key, beside_node
        self.read: dict[int, Signed] = {}

    def run(self) -> Iterator[Check]:
        """Raises BadInput when the folder has no backup, or none of that number."""
        numbers = list(self.shelf.backups())
        if not numbers:
            raise BadInput("backup-none-yet", folder=str(self.shelf.root))
        if self.at is not None and self.at not in numbers:
            raise BadInput("backup-no-such", number=self.at, folder=str(self.shelf.root))
        yield ran("manifests", lambda: self._manifests(numbers))
        yield ran("chain", lambda: self._chain(numbers))
        yield ran("signer", self._signer)
        yield ran("objects", self._objects)
        yield ran("deleted", self._deleted)
        yield ran("rows", self._rows)
        yield ran("continues", self._continues)
        yield ran("bytes", self._bytes)

    def _manifests(self, numbers: list[int]) -> Iterable[Reason]:
        for number in numbers:
            try:
                self.read[number] = read(self.shelf, number)
            except LongarmError as fault:
                yield Reason.of(fault.message, fault.facts)

    def _chain(self, numbers: list[int]) -> Iterable[Reason]:
        for before, after in pairwise(numbers):
            if after != before + 1:
                yield Reason.of("check-chain-gap", {"number": before + 1})
            elif not {before, after} <= self.read.keys():
                continue  # said already
            elif self.read[after].manifest.previous != self.read[before].digest:
                yield Reason.of("check-chain-broken", {"number": after})
        last = last_backup_in(node().folder.data, self.shelf.id) if self.beside_node else None
        if last is not None and (last.number not in self.read or self.read[last.number].digest != last.manifest):
            yield Reason.of("check-chain-cut", {"number": last.number})

    def _signer(self) -> Iterable[Reason]:
        known = self.node_key or (load(node().folder.keys / "node.pem").fingerprint if self.beside_node else None)
        expected = known or self._newest().fingerprint
        others = sorted({signed.fingerprint for signed in self.read.values()} - {expected})
        for fingerprint in others:
            yield Reason.of("check-other-signer", {"fingerprint": spoken(fingerprint)})
        if known is None and not others:
            raise NotChecked("check-signer-unknown", fingerprint=spoken(expected))

    def _objects(self) -> Iterable[Reason]:
        wanted = {}
        for number, signed in self.read.items():
            made = signed.manifest
            wanted[made.rows.object] = made.rows.size
            wanted |= {file.object: file.size for file in made.files}
            if made.missing:
                yield Reason.of("check-backup-lacks", {"number": number, "count": len(made.missing)})
        for name, size in sorted(wanted.items()):
            if not self.shelf.has(name, size) or sha256_of(self.shelf.object_path(name)) != name:
                yield Reason.of("check-object-altered", {"object": name})

    def _deleted(self) -> Iterable[Reason]:
        found = read_deleted(self.shelf)
        newest = self._newest()
        if len(found.lines) < newest.manifest.deleted:
            raise Unsound("backup-deleted-altered")
        if found.fingerprint is not None and found.fingerprint != newest.fingerprint:
            yield Reason.of("check-other-signer", {"fingerprint": spoken(found.fingerprint)})

    def _rows(self) -> Iterable[Reason]:
        if self.private is None:
            raise NotChecked("check-no-paper")
        signed = self.read[self.at] if self.at in self.read else self._newest()
        digests, said = Digests(), None
        with opened_rows(self.shelf, signed.manifest, self.private) as frames:
            for frame in frames:
                if isinstance(frame, Rows):
                    digests.add(frame)
                said = frame
        if not isinstance(said, End) or said.digests != digests.found():
            raise Unsound("store-rows-unreadable")
        return ()

    def _continues(self) -> Iterable[Reason]:
        """Whoever rewrites the node's whole record cannot rewrite what a backup elsewhere says of its head."""
        if not self.beside_node:
            raise NotChecked("check-no-node-beside")
        for number, signed in self.read.items():
            length, head = signed.manifest.record_length, signed.manifest.record_head
            row = Record.objects.filter(seq=length).first()
            if length and (row is None or bytes(row.head).hex() != head):
                yield Reason.of("check-record-other", {"number": number, "line": length})

    def _bytes(self) -> Iterable[Reason]:
        """Files of the vault never change: what the newest backup has of them is what they must be, without any case's key."""
        if not self.beside_node:
            raise NotChecked("check-no-node-beside")
        saw = {file.name: file.object for file in self._newest().manifest.files}
        for path, _, _ in files(node().folder.vault):
            try:
                if path.name in saw and sha256_of(path) != saw[path.name]:
                    yield Reason.of("check-vault-altered", {"file": path.name})
            except FileNotFoundError:  # removed in between
                continue
            except OSError as fault:
                yield Reason.of("backup-source-unreadable", {"file": str(path), "why": system_reason(fault)})

    def _newest(self) -> Signed:
        if not self.read:
            raise NotChecked("check-no-manifest")
        return self.read[max(self.read)]
