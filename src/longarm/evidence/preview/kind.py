"""How a file can be put on a screen, decided by its first bytes and never by its name: a closed list, all else is not shown.

Media types are those of IANA. A browser is told one of these and nothing else; what it cannot play it does not play.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from longarm.evidence.preview.text import is_text

HEAD: Final = 64 * 1024  # bytes that decide

How = Literal["picture", "audio", "video", "text", "archive", "none"]


class Shown(NamedTuple):
    """`how` it is shown; `type` is the media type for audio and video, the format (`JPEG`) for a picture, else empty.

    Of an archive (a zip: an export, an office document) the pictures in it are shown."""

    how: How
    type: str = ""


NOT_SHOWN: Final = Shown("none")

# (offset, bytes, what). The first that fits.
_MARKS: Final[tuple[tuple[int, bytes, Shown], ...]] = (
    (0, b"\xff\xd8\xff", Shown("picture", "JPEG")),
    (0, b"\x89PNG\r\n\x1a\n", Shown("picture", "PNG")),
    (0, b"GIF87a", Shown("picture", "GIF")),
    (0, b"GIF89a", Shown("picture", "GIF")),
    (4, b"ftypM4A ", Shown("audio", "audio/mp4")),
    (4, b"ftypM4B ", Shown("audio", "audio/mp4")),
    (0, b"ID3", Shown("audio", "audio/mpeg")),
    (0, b"fLaC", Shown("audio", "audio/flac")),
    (0, b"PK\x03\x04", Shown("archive")),
)
_MP4: Final = (b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"MSNV", b"dash", b"qt  ")
_3GP: Final = (b"3gp", b"3g2")
_MPEG_AUDIO: Final = re.compile(rb"\xff[\xe2-\xe5\xf2-\xf5\xfa-\xfd][\x10-\xeb]")  # layers II and III, a bit rate that exists
_ADTS: Final = re.compile(rb"\xff[\xf0\xf1\xf8\xf9][\x40-\xbf]")


def shown_as(head: bytes) -> Shown:
    """How a file that begins with `head` (64 KiB of it are looked at) is shown."""
    head = head[:HEAD]
    for offset, mark, shown in _MARKS:
        if head.startswith(mark, offset):
            return shown
    return _riff(head) or _container(head) or _bare_audio(head) or (Shown("text") if is_text(head) else NOT_SHOWN)


def _riff(head: bytes) -> Shown | None:
    if not head.startswith(b"RIFF"):
        return None
    return {b"WEBP": Shown("picture", "WEBP"), b"WAVE": Shown("audio", "audio/wav")}.get(head[8:12], NOT_SHOWN)


def _container(head: bytes) -> Shown | None:
    if head.startswith(b"OggS"):
        film = any(codec in head[:512] for codec in (b"\x80theora", b"fishead\0"))
        return Shown("video", "video/ogg") if film else Shown("audio", "audio/ogg")
    if head.startswith(b"\x1aE\xdf\xa3"):
        return Shown("video", "video/webm") if b"\x42\x82\x84webm" in head[:128] else NOT_SHOWN
    if head[4:8] != b"ftyp":
        return None
    brand = head[8:12]
    if brand in _MP4:
        return Shown("video", "video/mp4")
    return Shown("video", "video/3gpp") if brand.startswith(_3GP) else NOT_SHOWN


def _bare_audio(head: bytes) -> Shown | None:
    """Sound without a container, and the bitmap of Windows: marks so short that a text could begin with them."""
    if _ADTS.match(head):
        return Shown("audio", "audio/aac")
    if _MPEG_AUDIO.match(head):
        return Shown("audio", "audio/mpeg")
    if head.startswith(b"BM") and head[6:10] == b"\0\0\0\0" and b"\0" in head[10:18]:
        return Shown("picture", "BMP")
    return None
