"""Samples out of WAV, FLAC, MP3, Ogg Vorbis and Opus: libsndfile (in the wheel of `soundfile`, LGPL-2.1 or later) over ctypes.

Not by way of `soundfile` itself: its file-like objects need memory that is written and run at once, on the spot. Here the four
functions through which the library reads are made once, when the module's `Decoder` is; from then on nothing new is run, so
that a process may forbid it before it sees a stranger's file. AAC (.m4a) and AMR are not read: the library has no decoder.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, Final

_READ: Final = 0x10
_FRAMES: Final = 16_384
_RATES: Final = range(4_000, 192_001)
_CHANNELS: Final = 8
_count, _place = ctypes.c_int64, ctypes.c_void_p
_Length = ctypes.CFUNCTYPE(_count, _place)
_Seek = ctypes.CFUNCTYPE(_count, _count, ctypes.c_int, _place)
_Move = ctypes.CFUNCTYPE(_count, _place, _count, _place)


class Undecoded(Exception):
    """The library does not know the format, or it says what no recording says."""


class _Virtual(ctypes.Structure):
    _fields_ = [("length", _Length), ("seek", _Seek), ("read", _Move), ("write", _Move), ("tell", _Length)]


class _Info(ctypes.Structure):
    _fields_ = [
        ("frames", _count), ("rate", ctypes.c_int), ("channels", ctypes.c_int), ("format", ctypes.c_int),
        ("sections", ctypes.c_int), ("seekable", ctypes.c_int),
    ]  # fmt: skip


class Decoder:
    """One for a process; one file at a time. Raises OSError where the library cannot be loaded."""

    def __init__(self) -> None:
        self._library = _library()
        self._file = io.BytesIO()
        self._room = ctypes.create_string_buffer(_FRAMES * _CHANNELS * 2)
        self._virtual = _Virtual(
            _Length(self._length), _Seek(self._seek), _Move(self._read), _Move(lambda *_: 0), _Length(lambda _: self._file.tell())
        )

    def open(self, data: bytes, most: float) -> tuple[int, int, Iterator[bytes]]:
        """Rate, channels and samples of 16 bits in pieces, of the first `most` seconds; damage ends them. Raises Undecoded."""
        self._file = io.BytesIO(data)
        info = _Info()
        handle = self._library.sf_open_virtual(ctypes.byref(self._virtual), _READ, ctypes.byref(info), None)
        if not handle:
            raise Undecoded
        if info.rate not in _RATES or not 1 <= info.channels <= _CHANNELS:
            self._library.sf_close(handle)
            raise Undecoded
        return info.rate, info.channels, self._pieces(handle, info, int(most * info.rate))

    def _pieces(self, handle: Any, info: _Info, left: int) -> Iterator[bytes]:
        try:
            while left > 0:
                frames = self._library.sf_readf_short(handle, self._room, min(_FRAMES, left))
                if frames <= 0:
                    return
                left -= frames
                yield self._room.raw[: frames * info.channels * 2]
        finally:
            self._library.sf_close(handle)

    def _length(self, _: Any) -> int:
        return self._file.getbuffer().nbytes

    def _seek(self, offset: int, whence: int, _: Any) -> int:
        at = {0: 0, 1: self._file.tell(), 2: self._length(None)}.get(whence, 0) + offset
        return self._file.seek(at) if at >= 0 else -1

    def _read(self, room: int, count: int, _: Any) -> int:
        data = self._file.read(max(0, count))
        ctypes.memmove(room, data, len(data))
        return len(data)


def _library() -> ctypes.CDLL:
    try:
        found = sorted(one.name for one in files("_soundfile_data").iterdir() if one.name.startswith("libsndfile"))
    except ModuleNotFoundError:
        found = []
    if not found:
        raise OSError("libsndfile")
    made = ctypes.CDLL(str(files("_soundfile_data") / found[0]))
    made.sf_open_virtual.argtypes = (ctypes.POINTER(_Virtual), ctypes.c_int, ctypes.POINTER(_Info), _place)
    made.sf_open_virtual.restype = _place
    made.sf_readf_short.argtypes, made.sf_readf_short.restype = (_place, _place, _count), _count
    made.sf_close.argtypes = (_place,)
    return made
