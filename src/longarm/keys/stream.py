"""Files at rest: libsodium secretstream (XChaCha20-Poly1305), encrypted chunk by chunk while the bytes arrive.
Long: writing and reading of one form, side by side.

A stored file is `LAF1 | header (24) | chunks`: each chunk is 64 KiB of plaintext (the last one shorter, perhaps empty) and 17
bytes. The last chunk carries the tag FINAL: a file cut at any place, even between two chunks, does not read to its end
without an error, and neither does one with bytes after the end. Each chunk is bound to `bound`, so that one stored file
cannot stand for another.
"""

from __future__ import annotations

import io
from typing import BinaryIO, Final

from nacl.bindings import (
    crypto_secretstream_xchacha20poly1305_ABYTES as TAG_BYTES,
)
from nacl.bindings import (
    crypto_secretstream_xchacha20poly1305_HEADERBYTES as HEADER_BYTES,
)
from nacl.bindings import (
    crypto_secretstream_xchacha20poly1305_init_pull,
    crypto_secretstream_xchacha20poly1305_init_push,
    crypto_secretstream_xchacha20poly1305_pull,
    crypto_secretstream_xchacha20poly1305_push,
    crypto_secretstream_xchacha20poly1305_state,
)
from nacl.bindings import (
    crypto_secretstream_xchacha20poly1305_STATEBYTES as STATE_BYTES,
)
from nacl.bindings import (
    crypto_secretstream_xchacha20poly1305_TAG_FINAL as FINAL,
)
from nacl.bindings import (
    crypto_secretstream_xchacha20poly1305_TAG_MESSAGE as MORE,
)
from nacl.utils import random

from longarm.errors import Unsound
from longarm.keys.derive import KEY_BYTES

MAGIC: Final = b"LAF1"
CHUNK: Final = 1 << 16  # bytes of plaintext
_STORED_CHUNK: Final = CHUNK + TAG_BYTES
_START: Final = len(MAGIC) + HEADER_BYTES
_SIZE_BYTES: Final = 8
_SUSPENDED: Final = _SIZE_BYTES + STATE_BYTES
_MARK_EVERY: Final = 64  # chunks (4 MiB) between two places a reader can go back to


def new_key() -> bytes:
    """A key for one file."""
    return random(KEY_BYTES)


def stored_size(size: int) -> int:
    """Bytes on disk of a file of `size` bytes."""
    return _START + size + (size // CHUNK + 1) * TAG_BYTES


def stored_so_far(size: int) -> int:
    """Bytes on disk of an unfinished file of which `size` bytes were written: whole chunks only."""
    return _START + size // CHUNK * _STORED_CHUNK


def plain_size(stored: int) -> int:
    """Bytes of plaintext in a stored file of `stored` bytes. Raises Unsound when no stored file has that size."""
    chunks, rest = divmod(stored - _START, _STORED_CHUNK)
    if stored < _START + TAG_BYTES or rest < TAG_BYTES:
        raise Unsound("keys-file-cut")
    return chunks * CHUNK + rest - TAG_BYTES


class EncryptingWriter(io.RawIOBase):
    """Writes what it is given, encrypted, to `target`; `finish` ends it. Without `finish` the file never reads as whole.

    `suspended` is what `resume` needs to go on in another process: it holds the key and up to a chunk of plaintext, and
    must be kept encrypted. Going on twice from one state with other bytes would spend one key stream on two texts: who
    resumes must see to it that what was written before stays the same (`store.arriving` does).
    """

    def __init__(self, target: BinaryIO, key: bytes, bound: bytes) -> None:
        super().__init__()
        self._target = target
        self._bound = bound
        self._state = crypto_secretstream_xchacha20poly1305_state()
        self._waiting = bytearray()
        self._finished = False
        self.size = 0
        target.write(MAGIC + crypto_secretstream_xchacha20poly1305_init_push(self._state, key))

    @classmethod
    def resume(cls, target: BinaryIO, suspended: bytes, bound: bytes) -> EncryptingWriter:
        """The writer that `suspended` was taken from; what it writes belongs at `stored_so_far` of its size.

        Raises Unsound when it is no such state.
        """
        size = int.from_bytes(suspended[:_SIZE_BYTES], "big")
        state, waiting = suspended[_SIZE_BYTES:_SUSPENDED], suspended[_SUSPENDED:]
        if len(state) != STATE_BYTES or len(waiting) != size % CHUNK:
            raise Unsound("keys-file-altered")
        writer = cls(io.BytesIO(), bytes(KEY_BYTES), bound)
        writer._target = target
        writer._state.statebuf[0:STATE_BYTES] = state  # type: ignore[index]  # a C array, typed as bytes
        writer._waiting = bytearray(waiting)
        writer.size = size
        return writer

    def suspended(self) -> bytes:
        """`size (8) | libsodium's state | the plaintext that waits for a full chunk`."""
        return self.size.to_bytes(_SIZE_BYTES, "big") + bytes(self._state.statebuf) + bytes(self._waiting)

    def writable(self) -> bool:
        return True

    def write(self, data: object, /) -> int:
        if self._finished:
            raise ValueError("this file has ended")
        view = memoryview(data).cast("B")  # type: ignore[arg-type]  # any buffer, as RawIOBase says
        self.size += len(view)
        at = min(CHUNK - len(self._waiting), len(view)) if self._waiting else 0
        self._waiting += view[:at]
        if len(self._waiting) == CHUNK:
            self._push(bytes(self._waiting), MORE)
            self._waiting.clear()
        while len(view) - at >= CHUNK:  # only what is left over waits: each byte is copied once
            self._push(bytes(view[at : at + CHUNK]), MORE)
            at += CHUNK
        self._waiting += view[at:]
        return len(view)

    def finish(self) -> None:
        """Writes the last chunk. The target stays open."""
        if not self._finished:
            self._push(bytes(self._waiting), FINAL)
            self._waiting.clear()
            self._finished = True

    def tell(self) -> int:
        return self.size

    def _push(self, chunk: bytes, tag: int) -> None:
        self._target.write(crypto_secretstream_xchacha20poly1305_push(self._state, chunk, self._bound, tag))


class DecryptingReader(io.RawIOBase):
    """Reads a stored file as a seekable stream of plaintext. Every byte it returns was authenticated before.

    The stream runs forward only; going back restarts it from the nearest mark (a copy of libsodium's state, kept every 4 MiB
    in memory), so that archives, whose index stands at the end, are read without passing over them again and again.
    Raises Unsound at the place where the file was changed, cut or lengthened.
    """

    def __init__(self, source: BinaryIO, key: bytes, bound: bytes) -> None:
        super().__init__()
        self._source = source
        self._bound = bound
        self._size = plain_size(source.seek(0, io.SEEK_END))
        self._chunks = self._size // CHUNK + 1
        source.seek(0)
        head = source.read(_START)
        if head[: len(MAGIC)] != MAGIC:
            raise Unsound("keys-file-altered")
        self._state = crypto_secretstream_xchacha20poly1305_state()
        crypto_secretstream_xchacha20poly1305_init_pull(self._state, head[len(MAGIC) :], key)
        self._next = 0  # the chunk that the state stands before
        self._marks = {0: bytes(self._state.statebuf)}
        self._at = 0
        self._chunk = b""
        self._chunk_index = -1

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        if start + offset < 0:
            raise ValueError("negative seek position")
        self._at = start + offset
        return self._at

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]  # any buffer, as RawIOBase says
        if not len(view):
            return 0
        index, inside = divmod(self._at, CHUNK)
        # The end is only believed once the last chunk was opened: an empty last chunk carries FINAL too.
        chunk = self._open(min(index, self._chunks - 1))
        if self._at >= self._size:
            return 0
        piece = chunk[inside : inside + len(view)]
        view[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def close(self) -> None:
        if not self.closed:
            self._source.close()
        super().close()

    def _open(self, index: int) -> bytes:
        if index == self._chunk_index:
            return self._chunk
        mark = max(m for m in self._marks if m <= index)
        if index < self._next or mark > self._next:
            self._restart(mark)
        while self._next <= index:
            self._pull()
        return self._chunk

    def _restart(self, mark: int) -> None:
        state = self._marks[mark]
        self._state.statebuf[0 : len(state)] = state  # type: ignore[index]  # a C array, typed as bytes
        self._next = mark

    def _pull(self) -> None:
        index = self._next
        last = index == self._chunks - 1
        self._source.seek(_START + index * _STORED_CHUNK)
        stored = self._source.read(_STORED_CHUNK + 1 if last else _STORED_CHUNK)
        try:
            chunk, tag = crypto_secretstream_xchacha20poly1305_pull(self._state, stored, self._bound)
        except (RuntimeError, ValueError):
            raise Unsound("keys-file-altered") from None
        if (tag == FINAL) != last or tag not in (FINAL, MORE):
            raise Unsound("keys-file-cut")
        self._chunk, self._chunk_index, self._next = chunk, index, index + 1
        if self._next % _MARK_EVERY == 0:
            self._marks.setdefault(self._next, bytes(self._state.statebuf))
