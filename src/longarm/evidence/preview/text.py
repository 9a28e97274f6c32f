"""The first part of a text, made safe to look at: which encoding was read, what steers the direction or is unseen made visible.

Escaping is the template's; here nothing stays that moves other letters about or that an eye would miss.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

MOST: Final = 64 * 1024  # bytes of a text that are shown
_MOST_LINES: Final = 2000
_LONGEST: Final = 4000  # letters of a line
_CONTROL_BYTES: Final = bytes(code for code in range(32) if code not in (9, 10, 12, 13)) + b"\x7f"

# Controls (C0, C1), marks and embeddings of direction (UAX #9), separators, the byte order mark, tags, unpaired halves.
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
_BREAKS: Final = re.compile("\r\n|\r|\n|\f")


class Piece(NamedTuple):
    """Letters as written, or (`mark`) the code of one that cannot be seen: `U+202E`."""

    text: str
    mark: bool = False


class TextPreview(NamedTuple):
    """Lines of pieces. `certain` is False where the encoding is only the likeliest; `more` when the text goes on."""

    encoding: str
    certain: bool
    lines: tuple[tuple[Piece, ...], ...]
    more: bool


def is_text(head: bytes) -> bool:
    """Hardly any control characters, in an encoding that `text_preview` reads."""
    if not head or head.startswith((b"%PDF", b"{\\rtf", b"%!PS")):
        return False
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = _utf16(head)
        return sum(letter in text for letter in map(chr, range(9))) == 0 and text.count("\ufffd") * 100 <= len(text)
    controls = len(head) - len(head.translate(None, _CONTROL_BYTES))
    return controls <= 2 + len(head) // 1000 and b"\0\0" not in head


def text_preview(data: bytes, *, more: bool) -> TextPreview:
    """The first 64 KiB of `data`. `more`: the file goes on after `data`."""
    more, data = more or len(data) > MOST, data[:MOST]
    text, encoding, certain = _decoded(data, cut=more)
    lines = _BREAKS.split(text)
    if len(lines) > _MOST_LINES or any(len(line) > _LONGEST for line in lines):
        more, lines = True, [line[:_LONGEST] for line in lines[:_MOST_LINES]]
    return TextPreview(encoding, certain, tuple(_pieces(line) for line in lines), more)


def _decoded(data: bytes, *, cut: bool) -> tuple[str, str, bool]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _utf16(data), "UTF-16", True
    bare = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return bare.decode(), "UTF-8", True
    except UnicodeDecodeError as fault:
        if cut and fault.start >= len(bare) - 3:  # a letter cut in two at the end of what is shown
            return bare[: fault.start].decode(), "UTF-8", True
    text = bare.decode("utf-8", "replace")
    if text.count("\ufffd") * 50 <= len(text):  # a bad byte here and there
        return text, "UTF-8", False
    return bare.decode("windows-1256", "replace"), "Windows-1256", False


def _utf16(data: bytes) -> str:
    return data[: len(data) & ~1].decode("utf-16", "replace")


def _pieces(line: str) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = 0
    for found in _UNSEEN.finditer(line):
        if found.start() > at:
            pieces.append(Piece(line[at : found.start()]))
        pieces.append(Piece(f"U+{ord(found[0]):04X}", mark=True))
        at = found.end()
    if at < len(line):
        pieces.append(Piece(line[at:]))
    return tuple(pieces)
