"""Plain text that is no chat longarm knows: each line that is not blank is one message without sender and time.

So that notes, copied messages and lists of numbers can be searched for identifiers. A carriage return belongs to the
line end. Text in another encoding than UTF-8 is read with its invalid bytes shown as U+FFFD and kept in `raw`.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

from longarm.evidence.importers.contract import Account, Asked, Item, Message, Skipped
from longarm.evidence.looks_like import kind_of
from longarm.evidence.source import Source

NAME: Final = "text"
KNOWS: Final = ("text",)

_BOM: Final = b"\xef\xbb\xbf"
_HEAD: Final = 64 * 1024
_CONTROLS: Final = bytes(code for code in range(32) if code not in (9, 10, 12, 13)) + b"\x7f"
# A share of invalid bytes above this is another encoding than UTF-8 at best, and more likely no text.
_INVALID_AT_MOST: Final = 0.3
_LONGEST: Final = 1024 * 1024


def recognises(source: Source) -> bool:
    """Of no other kind by its first bytes, hardly any control characters, most of it valid UTF-8."""
    with source.open() as stream:
        head = stream.read(_HEAD).removeprefix(_BOM)
    if kind_of(head) != "unknown" or head.startswith(b"MIME-Version:"):
        return False
    controls = len(head) - len(head.translate(None, _CONTROLS))
    invalid = head.decode("utf-8", "replace").count("\ufffd")
    return controls * 1000 <= len(head) and invalid <= len(head) * _INVALID_AT_MOST


def read(source: Source, asked: Asked) -> Iterator[Item]:
    """A message a line, what was skipped, the account."""
    del asked  # no times here
    return _Lines(source).items()


class _Lines:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.messages = self.skipped = self.blank = 0
        self.counts: Counter[str] = Counter()
        self.line, self.offset = 0, 0

    def items(self) -> Iterator[Item]:
        with self.source.open() as stream:
            if stream.read(3) == _BOM:
                self.blank = self.offset = 3
            stream.seek(self.offset)
            while line := stream.readline(_LONGEST):
                self.line += 1
                if len(line) == _LONGEST and not line.endswith(b"\n"):
                    yield self._too_long(line, stream.readline)
                    continue
                if item := self._item(line):
                    yield item
                self.offset += len(line)
        yield Account(
            source=NAME,
            file=self.source.name,
            bytes=self.source.size,
            messages=self.messages,
            skipped=self.skipped,
            blank=self.blank,
            variant={},
            counts=dict(self.counts),
            findings=tuple(code for code in ("bad_utf8", "nul") if self.counts[code]),
        )

    def _item(self, line: bytes) -> Message | None:
        if not line.strip():
            self.blank += len(line)
            return None
        self.messages += len(line)
        self.counts["messages"] += 1
        written = line.rstrip(b"\r\n")
        findings = ["nul"] if b"\0" in written else []
        try:
            text = raw = written.decode()
        except UnicodeDecodeError:
            text, raw = written.decode("utf-8", "replace"), b64encode(written).decode()
            findings.append("bad_utf8")
        self.counts.update(findings)
        return Message(source=NAME, text=text, line=self.line, raw=raw, findings=tuple(findings))

    def _too_long(self, line: bytes, more: Callable[[int], bytes]) -> Skipped:
        """A line of a megabyte is no text a person wrote: passed over whole."""
        size = len(line)
        while not line.endswith(b"\n") and (line := more(_LONGEST)):
            size += len(line)
        self.skipped += size
        self.counts["skipped"] += 1
        skipped = Skipped(source=NAME, line=self.line, offset=self.offset, bytes=size, why="line_too_long")
        self.offset += size
        return skipped
