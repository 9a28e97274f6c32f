"""A picture as it may be shown, and why one is not: the types alone. Pillow is not loaded here, so not where keys are."""

from __future__ import annotations

from typing import Final

import msgspec

FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "BMP")
LARGEST: Final = 64 * 1024**2  # bytes of a file that is decoded


class Unfit(Exception):
    """A picture that is not shown. `code` is the end of an id in `texts`: `preview-refused-…`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Said(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the file says about itself (Exif 3.0). It can be forged, and it can be right."""

    taken: str | None = None  # as written: `2025:12:30 21:04:11`
    device: str | None = None
    software: str | None = None
    latitude: float | None = None  # degrees, WGS 84
    longitude: float | None = None


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """`jpeg` is what is shown; width and height are those of the original."""

    jpeg: bytes
    format: str
    width: int
    height: int
    animated: bool
    said: Said
