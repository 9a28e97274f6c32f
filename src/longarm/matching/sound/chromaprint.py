"""Chromaprint over ctypes: 32 bits for every eighth of a second of sound (github.com/acoustid/chromaprint, LGPL-2.1 or later).

The library is the system's (Debian: `libchromaprint1`). A package that binds it (pyacoustid) brings an HTTP client along, for
asking a service on the net who sings; longarm needs five functions of it and asks nobody.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from functools import cache
from typing import Final

_LIBRARY: Final = "libchromaprint.so.1"
_ALGORITHM: Final = 1  # CHROMAPRINT_ALGORITHM_DEFAULT, the one of every published fingerprint
PACE: Final = 11025 / 1365  # words a second
LEAD: Final = 2.6  # seconds of sound that the first word spans: 16 frames of 4096 samples at 11,025, one every 1365, and 4 more


@cache
def library() -> ctypes.CDLL:
    """Raises OSError where the system has none."""
    made = ctypes.CDLL(_LIBRARY)
    handle, number = ctypes.c_void_p, ctypes.c_int
    made.chromaprint_new.argtypes, made.chromaprint_new.restype = (number,), handle
    made.chromaprint_start.argtypes = (handle, number, number)
    made.chromaprint_feed.argtypes = (handle, ctypes.c_char_p, number)
    made.chromaprint_finish.argtypes = (handle,)
    made.chromaprint_get_raw_fingerprint.argtypes = (
        handle, ctypes.POINTER(ctypes.POINTER(ctypes.c_uint32)), ctypes.POINTER(number),
    )  # fmt: skip
    made.chromaprint_dealloc.argtypes, made.chromaprint_dealloc.restype = (handle,), None
    made.chromaprint_free.argtypes, made.chromaprint_free.restype = (handle,), None
    return made


def fingerprint(pieces: Iterable[bytes], rate: int, channels: int) -> bytes:
    """Words of four bytes, the lowest first, of samples of 16 bits. Empty where there is too little to hear. Raises ValueError
    for a rate or number of channels that the library does not take."""
    made = library()
    handle = made.chromaprint_new(_ALGORITHM)
    try:
        if not made.chromaprint_start(handle, rate, channels):
            raise ValueError("rate")
        for piece in pieces:
            made.chromaprint_feed(handle, piece, len(piece) // 2)
        words, size = ctypes.POINTER(ctypes.c_uint32)(), ctypes.c_int()
        if not (made.chromaprint_finish(handle) and made.chromaprint_get_raw_fingerprint(handle, words, size)):
            return b""
        try:
            return b"".join(words[number].to_bytes(4, "little") for number in range(size.value))
        finally:
            made.chromaprint_dealloc(words)
    finally:
        made.chromaprint_free(handle)
