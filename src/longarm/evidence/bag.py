"""Writes a bag (BagIt 1.0, RFC 8493) with both SHA-256 and SHA-512, in one pass over the bytes, onto any `Target`.

Order matters: payload, then its manifests, then tag files, then `close`, which writes the tag manifests. Nothing may be
added after that but anchors, which stand outside every manifest.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from longarm.evidence.bag_info import DECLARATION
from longarm.evidence.hashing import Digests, digests, digests_of
from longarm.evidence.manifest import ALGORITHMS, Algorithm, manifest, safe_path
from longarm.evidence.target import Target, Writer


class BagWriter:
    """A bag being written. Holds one line a file in memory, never the files."""

    def __init__(self, target: Target) -> None:
        self.target = target
        self.payload: dict[str, Digests] = {}
        self.tags: dict[str, Digests] = {}

    def copy(self, path: str, reader: BinaryIO, size: int) -> Digests:
        """Add the payload file `path` from `reader`, of about `size` bytes: read once, written, hashed twice."""
        with self.target.open(_payload(path), size) as writer:
            self.payload[path] = digests_of(reader, writer.write)
        return self.payload[path]

    def add(self, path: str, data: bytes) -> Digests:
        """Add a small payload file."""
        return self.copy(path, io.BytesIO(data), len(data))

    @contextmanager
    def stream(self, path: str) -> Iterator[Writer]:
        """Add a payload file that is made piece by piece."""
        with self.target.open(_payload(path), 0) as writer:
            hashed = _Hashed(writer)
            yield hashed
        self.payload[path] = hashed.digests()

    def write_manifests(self) -> bytes:
        """The payload is complete: write its manifests. Returns the SHA-256 one."""
        for algorithm in ALGORITHMS:
            self.tag(f"manifest-{algorithm}.txt", self._manifest(self.payload, algorithm))
        return self._manifest(self.payload, "sha256")

    @property
    def oxum(self) -> str:
        """Payload-Oxum: bytes, a dot, number of files."""
        return f"{sum(found.size for found in self.payload.values())}.{len(self.payload)}"

    def tag(self, path: str, data: bytes) -> None:
        """Add a tag file: any file outside `data/`."""
        _check(path)
        with self.target.open(path, len(data)) as writer:
            writer.write(data)
        self.tags[path] = digests(data)

    def close(self) -> bytes:
        """Write the declaration and the tag manifests. Returns the SHA-512 one: what a time-stamp is over."""
        self.tag("bagit.txt", DECLARATION)
        seals = {algorithm: self._manifest(self.tags, algorithm) for algorithm in ALGORITHMS}
        for algorithm, data in seals.items():
            self.tag(f"tagmanifest-{algorithm}.txt", data)
        return seals["sha512"]

    def _manifest(self, files: dict[str, Digests], algorithm: Algorithm) -> bytes:
        return manifest({path: getattr(found, algorithm) for path, found in files.items()})


class _Hashed:
    def __init__(self, writer: Writer) -> None:
        self.writer, self.size = writer, 0
        self.sha256, self.sha512 = hashlib.sha256(), hashlib.sha512()

    def write(self, data: bytes | memoryview, /) -> int:
        self.sha256.update(data)
        self.sha512.update(data)
        self.size += len(data)
        return self.writer.write(data)

    def digests(self) -> Digests:
        return Digests(self.size, self.sha256.hexdigest(), self.sha512.hexdigest())


def _payload(path: str) -> str:
    if not path.startswith("data/"):
        raise ValueError(f"{path} is not under data/")
    return _check(path)


def _check(path: str) -> str:
    if not safe_path(path):
        raise ValueError(f"{path} is not a safe name")
    return path
