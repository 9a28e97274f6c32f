"""Identifiers of an input of any length, text or messages, with memory that does not grow with it.
Long: text and messages go through one window.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from typing import IO, Final, Literal, NamedTuple

import msgspec

from longarm.errors import BadInput
from longarm.law.model import Facts
from longarm.signals.find import find
from longarm.signals.found import Found

_BLOCK: Final = 1 << 16
_MAX_LINE: Final = 16 << 20
_MAX_SENDERS: Final = 100_000  # remembered, so that each is reported once
_MAGIC: Final = (b"PK\x03\x04", b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"SQLite format 3", b"OggS", b"GIF8", b"RIFF", b"\x1f\x8b")
# Where a block without a line end may be cut: between two words, not between the groups of a number.
_CUTS: Final = tuple(
    re.compile(place)
    for place in (
        r"(?<=[^\d\s().+/-])\s(?=[^\d\s().+/-])",
        r"(?<=[^\d\s().+/-])\s",  # a list of numbers: after its commas
        r"\s(?=\+)",
        r"\s",
    )
)
_TELEGRAM: Final = re.compile(r"(user|channel|chat)(\d{3,20})")

Field = Literal["text", "from", "from_id"]


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where an identifier stands: a line of a text, or a field of the message on line `message` of its export."""

    line: int | None = None
    message: int | None = None
    field: Field | None = None
    chat: str | None = None


class Input(NamedTuple):
    """What is read: `name` stands for it in errors, `warn` gets ids of sentences, `region` reads national numbers."""

    stream: IO[bytes]
    name: str
    facts: Facts
    region: str | None
    warn: Callable[[str], None]


class _Message(msgspec.Struct, frozen=True, kw_only=True):
    """What is needed of an object that `longarm read` prints."""

    source: str
    kind: str = "message"
    chat: str | None = None
    from_: str | None = msgspec.field(default=None, name="from")
    from_id: str | None = None
    text: str = ""
    line: int = 0


_READ: Final = msgspec.json.Decoder(_Message)


def identify(given: Input) -> Iterator[tuple[Found, Place]]:
    """Every identifier of an input with its place.

    Raises BadInput when it is not text, or when a line among messages is no message.
    """
    head = given.stream.readline(_BLOCK)
    _refuse_binary(head, given.name)
    if head.startswith((b"{", codecs.BOM_UTF8 + b"{")) and not head.endswith(b"\n"):
        head += given.stream.readline(_MAX_LINE)
    if _is_message(head):
        yield from _in_messages(head, given)
    else:
        yield from _in_text(head, given)


def _refuse_binary(data: bytes, name: str) -> None:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if data.startswith(_MAGIC) or (b"\x00" in data and not wide):
        raise BadInput("identify-binary", file=name)


def _is_message(line: bytes) -> bool:
    if not line.removeprefix(codecs.BOM_UTF8).startswith(b"{"):
        return False
    try:
        _READ.decode(line.removeprefix(codecs.BOM_UTF8))
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return True


def _in_messages(head: bytes, given: Input) -> Iterator[tuple[Found, Place]]:
    senders: set[tuple[str | None, Field, str]] = set()
    line, number = head.removeprefix(codecs.BOM_UTF8), 1
    while line:
        if len(line) > _MAX_LINE:
            raise BadInput("identify-line-too-long", file=given.name, line=number, limit=_MAX_LINE >> 20)
        if line.strip():
            try:
                message = _READ.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError) as fault:
                raise BadInput("identify-bad-line", file=given.name, line=number, why=str(fault)) from None
            if message.kind not in ("account", "skipped"):
                yield from _in_message(message, senders, given)
        line, number = given.stream.readline(_MAX_LINE + 1), number + 1


def _in_message(message: _Message, senders: set[tuple[str | None, Field, str]], given: Input) -> Iterator[tuple[Found, Place]]:
    """Those of the sender (once for each of a chat: an unsaved number is the sender's name) and those of the text."""
    told: set[str | None] = set()
    for field, value in (("from", message.from_), ("from_id", message.from_id)):
        if value and (key := (message.chat, field, value)) not in senders:
            if len(senders) < _MAX_SENDERS:
                senders.add(key)  # type: ignore[arg-type]
            own = _of_telegram(value) if field == "from_id" and message.source.startswith("telegram") else None
            for found in (own,) if own else find(value, given.facts, given.region):
                if found.normal is None or found.normal not in told:  # a number that is both name and id is told once
                    told.add(found.normal)
                    yield found, Place(message=message.line, field=field, chat=message.chat)  # type: ignore[arg-type]
    for found in find(message.text, given.facts, given.region) if message.text else ():
        yield found, Place(message=message.line, field="text", chat=message.chat)


def _of_telegram(from_id: str) -> Found | None:
    """Telegram's exports write the lasting id of a sender as `user123456`, of a channel as `channel123456`."""
    match = _TELEGRAM.fullmatch(from_id)
    if match is None:
        return None
    number = {"user": "", "channel": "-100", "chat": "-"}[match[1]] + match[2]
    span = (0, len(from_id))
    return Found(type="account", value=from_id, normal=f"telegram:{number}", platform="telegram", span=span, certainty="high")


def _in_text(head: bytes, given: Input) -> Iterator[tuple[Found, Place]]:
    start, line = 0, 1
    for block in _blocks(head, given):
        counted = 0
        for found in find(block, given.facts, given.region):
            line += block.count("\n", counted, found.span[0])
            counted = found.span[0]
            span = (start + found.span[0], start + found.span[1])
            yield msgspec.structs.replace(found, span=span), Place(line=line)
        line += block.count("\n", counted)
        start += len(block)


def _blocks(head: bytes, given: Input) -> Iterator[str]:
    """The text in blocks that end with a line, or where none ends, between two words."""
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    decoder = codecs.getincrementaldecoder("utf-16" if wide else "utf-8-sig")(errors="replace")
    pending, warned = "", False
    data = head + given.stream.read(_BLOCK)
    _refuse_binary(data[: 1 << 13], given.name)
    while data:
        text = decoder.decode(data)
        if not warned and "\ufffd" in text and b"\xef\xbf\xbd" not in data and not wide:
            warned = True
            given.warn("identify-not-utf8")
        pending += text
        if cut := _cut(pending):
            yield pending[:cut]
            pending = pending[cut:]
        data = given.stream.read(_BLOCK)
    if pending := pending + decoder.decode(b"", final=True):
        yield pending


def _cut(text: str) -> int:
    """Where to cut `text`, 0 to wait for more of it."""
    if end := text.rfind("\n") + 1:
        return end
    if len(text) < _BLOCK:
        return 0
    for cut in _CUTS:
        if places := [m.end() for m in cut.finditer(text, max(0, len(text) - 4096))]:
            return places[-1]
    return len(text)
