"""What a file that nobody reads looks like, by its first bytes: so that its account can say what to do with it."""

from __future__ import annotations

import re
from collections import Counter
from math import log2
from typing import Final

from longarm.evidence.source import Source

_HEAD: Final = 64 * 1024

# (offset, first bytes, kind). The first that fits.
_STARTS: Final = (
    (0, b"%PDF", "pdf"),
    (0, b"\x89PNG", "image"),
    (0, b"\xff\xd8\xff", "image"),
    (0, b"GIF8", "image"),
    (8, b"WEBP", "image"),
    (4, b"ftypheic", "image"),
    (4, b"ftypmif1", "image"),
    (4, b"ftypavif", "image"),
    (4, b"ftypM4A", "audio"),
    (4, b"ftyp", "video"),
    (0, b"\x1aE\xdf\xa3", "video"),
    (0, b"OggS", "audio"),
    (0, b"fLaC", "audio"),
    (0, b"#!AMR", "audio"),
    (8, b"WAVE", "audio"),
    (0, b"SQLite format 3\0", "sqlite"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
    (0, b"{\\rtf", "office"),
    (0, b"Rar!", "rar"),
    (0, b"7z\xbc\xaf\x27\x1c", "7z"),
    (0, b"\x1f\x8b", "gzip"),
    (257, b"ustar", "tar"),
    (0, b"age-encryption.org/", "encrypted"),
    (0, b"-----BEGIN PGP MESSAGE", "encrypted"),
    (0, b"Salted__", "encrypted"),
    (0, b"\xff\xfe", "text_utf16"),
    (0, b"\xfe\xff", "text_utf16"),
    (0, b"WARC/1.", "web_archive"),
    (0, b"WARC/0.", "web_archive"),
    (0, b"<!DOCTYPE html", "html"),
    (0, b"<!doctype html", "html"),
    (0, b"<html", "html"),
    (0, b"<?xml", "xml"),
    (0, b"<", "markup"),
    (0, b"PK\x03\x04", "zip"),
    (0, b"PK\x05\x06", "zip"),
    (0, b"\x7fELF", "program"),
)

# Two or three letters that a text may begin with too: only before bytes that no text holds.
_SHORT_STARTS: Final = ((b"BM", "image"), (b"ID3", "audio"), (b"MZ", "program"))
_JSON: Final = re.compile(rb"""[\[{]\s*(["\[{\]}]|-?\d+(\.\d+)?\s*[,\]]|true\b|false\b|null\b)""")

# A database says whose it is by its tables.
_DATABASES: Final = (
    (b"ZWAMESSAGE", "whatsapp-ios"),
    (b"wa_contacts", "whatsapp-android"),
    (b"message_quoted", "whatsapp-android"),
    (b"chat_message_join", "imessage"),
    (b"ChatInfo", "viber"),
    (b"messages_v2", "telegram"),
)
# Kilobits a second of layer III by their number in the frame, MPEG-1 and later.
_KILOBITS_1: Final = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_KILOBITS_2: Final = (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
# Kinds that hold no messages.
WORDLESS: Final = ("image", "audio", "video")
# Bits of information a byte: text stays under 6, compressed or encrypted bytes reach nearly 8.
_DENSE: Final = 7.9


def looks_like(source: Source) -> dict[str, str | int | None]:
    """`looks_like`, and for a database `app`. Facts for the account's `variant`."""
    with source.open() as stream:
        head = stream.read(_HEAD)
    kind = kind_of(head)
    if kind == "sqlite":
        return {"looks_like": kind, "app": next((app for table, app in _DATABASES if table in head), None)}
    return {"looks_like": kind}


def kind_of(head: bytes) -> str:
    """The kind of a file by its first 64 KiB; `unknown` where nothing tells."""
    if not head:
        return "empty"
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
    for offset, start, kind in _STARTS:
        if head.startswith(start, offset) or (offset == 0 and bare.startswith(start)):
            return kind
    if _JSON.match(bare):
        return "json"
    if b"\0" in head[:512] and (short := next((kind for start, kind in _SHORT_STARTS if head.startswith(start)), None)):
        return short
    if not bare:
        return "blank"
    if _frames_of_mp3(head):
        return "audio"
    if len(head) >= 4096 and _density(head) > _DENSE:
        return "encrypted_or_compressed"
    return "unknown"


def _frames_of_mp3(head: bytes) -> bool:
    """MPEG audio, layer III, without a tag before it: three frames, each where the one before says (ISO/IEC 11172-3, 13818-3)."""
    at = 0
    for _ in range(3):
        size = _frame_of_mp3(head[at : at + 4])
        if not size:
            return False
        at += size
    return True


def _frame_of_mp3(head: bytes) -> int:
    """The length in bytes that a frame's four first bytes say; 0 for what is no such frame."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return 0
    version, rate, kilobits = head[1] >> 3 & 3, head[2] >> 2 & 3, head[2] >> 4
    if version == 1 or rate == 3 or kilobits in (0, 15):
        return 0
    first = version == 3
    hertz = (44_100, 48_000, 32_000)[rate] >> {3: 0, 2: 1, 0: 2}[version]
    bits = (_KILOBITS_1 if first else _KILOBITS_2)[kilobits - 1] * 1000
    return (144 if first else 72) * bits // hertz + (head[2] >> 1 & 1)


def _density(data: bytes) -> float:
    total = len(data)
    return -sum(count / total * log2(count / total) for count in Counter(data).values())
