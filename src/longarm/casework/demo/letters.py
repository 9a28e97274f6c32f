"""E-mails with their whole headers, as a mail program saves them (RFC 5322, MIME), attachments inside."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from email.header import Header
from email.utils import format_datetime
from textwrap import wrap
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in a mail: its name, its kind (`image/png`, or `message/rfc822` for a whole mail), its bytes."""

    name: str
    kind: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail. `route`: its Received lines, topmost first; `more`: further headers, as written."""

    sender: str
    address: str
    to: str
    subject: str
    sent: datetime
    text: str
    message_id: str
    route: tuple[str, ...]
    more: tuple[tuple[str, str], ...] = ()
    attachments: tuple[Attachment, ...] = ()


def eml(letter: Letter) -> bytes:
    """The mail as bytes with CRLF; boundaries come from the Message-ID, so the bytes never change."""
    boundary = "=_" + letter.message_id.partition("@")[0].strip("<")
    lines = [f"Received: {hop}" for hop in letter.route]
    lines += [f"{name}: {value}" for name, value in letter.more]
    lines += [
        f"Message-ID: {letter.message_id}",
        f"Date: {format_datetime(letter.sent)}",
        f"From: {_encoded(letter.sender)} <{letter.address}>",
        f"To: {letter.to}",
        f"Subject: {_encoded(letter.subject)}",
        "MIME-Version: 1.0",
    ]
    if not letter.attachments:
        return _crlf([*lines, *_text_part(letter.text)])
    lines += [f'Content-Type: multipart/mixed; boundary="{boundary}"', "", f"--{boundary}", *_text_part(letter.text)]
    whole = _crlf(lines)
    for attachment in letter.attachments:
        whole += _crlf([f"--{boundary}", *_attached_headers(attachment)])
        whole += attachment.data if attachment.kind == "message/rfc822" else _crlf(_base64(attachment.data))
    return whole + _crlf([f"--{boundary}--"])


def _text_part(text: str) -> list[str]:
    return ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "", *_base64(text.encode())]


def _attached_headers(attachment: Attachment) -> list[str]:
    name = f"filename*=UTF-8''{quote(attachment.name)}"
    transfer = [] if attachment.kind == "message/rfc822" else ["Content-Transfer-Encoding: base64"]
    return [f"Content-Type: {attachment.kind}", f"Content-Disposition: attachment; {name}", *transfer, ""]


def _base64(data: bytes) -> list[str]:
    return wrap(base64.b64encode(data).decode("ascii"), 76)


def _encoded(text: str) -> str:
    return text if text.isascii() else Header(text, "utf-8", maxlinelen=72).encode(linesep="\r\n")


def _crlf(lines: list[str]) -> bytes:
    return b"".join(line.encode() + b"\r\n" for line in lines)
