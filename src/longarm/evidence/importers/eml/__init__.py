"""E-mails as their program saved them (RFC 5322, MIME): `.eml`, "original source", "forward as attachment", and mbox.
Long: a mail, its parts, and the mails within it call each other.

The header block is kept whole in `raw`: the Received chain, Message-ID and Authentication-Results prove more than the
words. A mail attached to a mail is an item of its own. Bytes: a mail is one message, all of it; a line `From …` that a
mail store put before the headers is `blank`; what has no headers is `skipped`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC
from email import policy
from email.message import Message as Mail
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from typing import Final

from longarm.evidence.importers.contract import Account, Asked, AtCertainty, Item, Message, Skipped
from longarm.evidence.importers.eml.part import (
    FAULTS,
    address_of,
    content,
    decoded,
    defects,
    file_name,
    header,
    one_line,
    parts_of,
)
from longarm.evidence.importers.eml.store import Piece, is_store, pieces
from longarm.evidence.parsing.byte_ledger import Ledger
from longarm.evidence.parsing.exact_bytes import exact
from longarm.evidence.parsing.html_text import text_of
from longarm.evidence.parsing.local_time import in_zone
from longarm.evidence.source import Source

NAME: Final = "eml"
STORE: Final = "mbox"
KNOWS: Final = (NAME, STORE)

MAX_BYTES: Final = 64 * 1024 * 1024
MAX_PARTS: Final = 500
MAX_WORK: Final = 40_000_000  # lines times boundaries: the parser holds each line against every open boundary
MAX_DEPTH: Final = 20
MAX_HEADERS: Final = 256 * 1024

_HEAD: Final = 64 * 1024
_FIELD: Final = re.compile(rb"([!-9;-~]{1,78})[ \t]*:")
_KNOWN: Final = frozenset(
    b"from to cc date subject received message-id mime-version return-path delivered-to reply-to sender "
    b"content-type dkim-signature authentication-results x-originating-ip".split()
)
_NOT_MAIL: Final = re.compile(rb"(?im)^Snapshot-Content-Location:")  # a page saved as MHTML
_BOUNDARY: Final = re.compile(rb"(?i)\bboundary\s*=")
_IP: Final = re.compile(r"\[?((?:\d{1,3}\.){3}\d{1,3}|[0-9A-Fa-f:]{2,39}:[0-9A-Fa-f:.]{1,39})\]?")
_FAILED: Final = re.compile(r"\b(?:spf|dkim|dmarc)\s*=\s*(?:fail|softfail|permerror)\b", re.IGNORECASE)
_POLICY: Final = policy.compat32  # lenient; see mail_part


def recognises(source: Source) -> bool:
    """Begins with header fields, three of them known ones, or two and a `From ` line; and is no saved page."""
    with source.open() as stream:
        head = stream.read(_HEAD)
    names = _field_names(head)
    return len(names & _KNOWN) >= (2 if is_store(head) else 3) and not _NOT_MAIL.search(_header_block(head))


def read(source: Source, asked: Asked) -> Iterator[Item]:
    """Each mail, the mails attached to it, and the account; the route of a single one stands in `variant`."""
    return _Letter(source, asked).items()


def _header_block(data: bytes) -> bytes:
    """The bytes before the first empty line."""
    ends = [at for mark in (b"\n\n", b"\r\n\r\n", b"\n\r\n") if (at := data.find(mark)) >= 0]
    return data[: min(ends) + 1] if ends else data


def _field_names(head: bytes) -> set[bytes]:
    """The header fields at the start of the file; empty when its first line is none."""
    lines = _header_block(head).removeprefix(b"\xef\xbb\xbf").splitlines()
    if is_store(head):
        lines = lines[1:]
    names: set[bytes] = set()
    for line in lines:
        if line[:1] in (b" ", b"\t") and names:
            continue
        field = _FIELD.match(line)
        if field is None:
            break
        names.add(field[1].lower())
    return names


@dataclass
class _Body:
    """What one mail says and carries."""

    texts: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)

    def take(self, part: Mail) -> None:
        """A text or page that is meant to be read, or a file."""
        kind, name = part.get_content_type(), file_name(part)
        shown = "attachment" not in str(part.get("Content-Disposition", "")).lower()
        if shown and not name and kind in ("text/plain", "text/html"):
            (self.texts if kind == "text/plain" else self.pages).append(content(part, self.findings))
        else:
            self.files.append(name or kind)

    def text(self) -> str:
        """The plain text; where there is none, the words of the HTML."""
        if text := "\n".join(part.replace("\r\n", "\n") for part in self.texts if part.strip()):
            return text
        if self.pages:
            self.findings.append("html_stripped")
        return "\n".join(text_of(page) for page in self.pages)


class _Letter:
    def __init__(self, source: Source, asked: Asked) -> None:
        self.file = source
        with source.open() as stream:
            self.source = STORE if is_store(stream.read(_HEAD)) else NAME
        self.asked = asked
        self.ledger = Ledger(source.size)
        self.counts: Counter[str] = Counter()
        self.marks: list[str] = []
        self.variant: dict[str, str | int | None] = {}
        self.line = 0
        self.parts = 0

    def items(self) -> Iterator[Item]:
        with self.file.open() as stream:
            for piece in pieces(stream, MAX_BYTES):
                yield from self._piece(piece)
        yield self._account()

    def _piece(self, piece: Piece) -> Iterator[Item]:
        """One mail of the file; a lead that is followed by no mail is skipped with it."""
        self.counts["mails"] += 1
        mail, why = self._opened(piece.data)
        if mail is None or piece.data is None:
            if piece.size:
                self.ledger.skip(piece.offset, piece.offset + piece.size)
                self.counts["skipped"] += 1
                yield Skipped(source=self.source, line=self.line + 1, offset=piece.offset, bytes=piece.size, why=why)
            return
        self.ledger.message(piece.offset + piece.lead, piece.offset + piece.size)
        self.variant = self.variant or _route(mail)
        self.parts = 0
        yield from self._mails(mail, _header_block(piece.data[:MAX_HEADERS]))

    def _opened(self, data: bytes | None) -> tuple[Mail | None, str]:
        if data is None:
            return None, "too_large"
        if not _field_names(data[:MAX_HEADERS]):
            return None, "not_mail"
        return self._parsed(data), "too_many_parts"

    def _parsed(self, data: bytes) -> Mail | None:
        """None when there are more parts in each other than can be followed in sensible time."""
        bounds = len(_BOUNDARY.findall(data))
        if bounds > MAX_PARTS or data.count(b"\n") * (bounds + 1) > MAX_WORK:
            return None
        try:
            return BytesParser(policy=_POLICY).parsebytes(data)
        except FAULTS:
            return None

    def _mails(self, top: Mail, block: bytes) -> Iterator[Message]:
        """The mail and, outermost first, the mails attached to it; parts beyond the limits are named in a finding."""
        waiting: list[tuple[Mail, int]] = [(top, 0)]
        while waiting:
            mail, depth = waiting.pop(0)
            body = _Body()
            inside = [(mail, depth)]
            while inside:
                part, deep = inside.pop(0)
                self.parts += 1
                body.findings += defects(part)
                if self.parts > MAX_PARTS or deep > MAX_DEPTH:
                    body.findings.append("too_many_parts")
                    break
                if part.get_content_type() == "message/rfc822":
                    waiting += [(below, deep + 1) for below in parts_of(part)]
                    body.files.append(file_name(part) or "message/rfc822")
                elif part.is_multipart():
                    inside[:0] = [(below, deep + 1) for below in parts_of(part)]
                else:
                    body.take(part)
            raw = exact(block) if mail is top else None
            if raw is not None and not block.isascii() and raw.isascii():
                body.findings.append("bad_utf8")
            yield self._message(mail, body, raw)

    def _message(self, mail: Mail, body: _Body, raw: str | None) -> Message:
        self.line += 1
        sender, address = address_of(mail, "From")
        subject = decoded(mail, "Subject")
        findings = body.findings
        at, certainty = self._time(mail, findings)
        text = body.text() or subject
        if text and text == subject:
            findings.append("text_composed")
        _, answer = address_of(mail, "Reply-To")
        if answer and address and answer.lower() != address.lower():
            findings.append("reply_to_differs")
        if _FAILED.search(header(mail, "Authentication-Results")):
            findings.append("mail_not_authentic")
        if not mail.get_all("Received"):
            findings.append("mail_without_route")
        kept = tuple(dict.fromkeys(findings))
        self.marks += kept
        self.counts["messages"] += 1
        self.counts["media"] += len(body.files)
        return Message(
            source=self.source,
            chat=subject or None,
            at=at,
            at_certainty=certainty,
            from_=sender or address or None,
            from_id=address.lower() or None,
            text=text,
            media=tuple(body.files),
            line=self.line,
            raw=raw,
            findings=kept,
        )

    def _time(self, mail: Mail, findings: list[str]) -> tuple[str | None, AtCertainty]:
        """The Date field with the offset the sender's program wrote; `-0000` is UTC and says nothing of the place."""
        written = header(mail, "Date").strip()
        try:
            moment = parsedate_to_datetime(written)
            if moment.tzinfo is not None:
                return moment.isoformat().replace("+00:00", "Z"), "second"
            if "-0000" in written:
                return moment.replace(tzinfo=UTC).isoformat().replace("+00:00", "Z"), "second"
            placed = in_zone(moment.isoformat(), self.asked.zone)
        except (*FAULTS, OverflowError):
            placed = None
        if placed is None:
            findings.append("no_time")
            return None, "unknown"
        findings += placed.findings if self.asked.zone else ("time_without_zone",)
        return placed.at, "second"

    def _account(self) -> Account:
        return Account(
            source=self.source,
            file=self.file.name,
            bytes=self.ledger.size,
            messages=self.ledger.messages,
            skipped=self.ledger.skipped,
            blank=self.ledger.blank,
            variant={"mails": self.counts["mails"]} if self.source == STORE else self.variant,
            counts={code: number for code, number in self.counts.items() if number and code != "mails"},
            findings=tuple(dict.fromkeys(self.marks)),
            missing=("mail_route",) if "mail_without_route" in self.marks else (),
        )


def _route(mail: Mail) -> dict[str, str | int | None]:
    """What proves where the mail came from. Only the topmost lines, written by one's own provider, can be trusted."""
    received = [str(value) for value in mail.get_all("Received", [])]
    origin = _IP.search(header(mail, "X-Originating-IP"))
    return {
        "message_id": one_line(header(mail, "Message-ID")),
        "to": one_line(decoded(mail, "To")),
        "reply_to": one_line(decoded(mail, "Reply-To")),
        "return_path": one_line(header(mail, "Return-Path")),
        "originating_ip": origin[1] if origin else None,
        "authentication_results": one_line(header(mail, "Authentication-Results")),
        "received": len(received),
        **{f"received_{number}": one_line(value) for number, value in enumerate(received[:20], start=1)},
    }
