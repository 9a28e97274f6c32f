"""The objects of a large JSON export, one after another, with their bytes: no tree of the whole, no trust in its shape.
Long: one walk whose states know each other.

A walk goes down only where its `Plan` says so and hands out the values it names. Where the bytes stop being JSON (a cut
file, a changed byte) it goes on at the next place that can only be the beginning of a message: inside a JSON string a
quotation mark is escaped, so `{"sender_name"` in the bytes is never somebody's text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final, Literal, NamedTuple, TypeAlias

from longarm.evidence.parsing.byte_window import Window
from longarm.evidence.parsing.json_object import ReadObject, read_object

Path: TypeAlias = tuple[str | int, ...]
Part: TypeAlias = Literal["item", "frame", "descend", "other"]

LOST: Final[Path] = ("?",)
MAX_VALUE: Final = 32 * 1024 * 1024
_FIRST_LOOK: Final = 4096
_LONGEST_START: Final = 256
_DEPTH: Final = 16

# A string to its end, or to the end of what is held: so it is never looked at twice from inside.
_STRING: Final = rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)'
_TOKEN: Final = re.compile(
    rb"[ \t\r\n]*+(?:(?P<string>" + _STRING + rb")|(?P<open>[{\[])|(?P<close>[}\]])|(?P<mark>[:,])|(?P<atom>[-+.\w]++)|\Z)",
    re.DOTALL,
)
_BRACKET: Final = re.compile(rb'(?:[^"{}\[\]]++|' + _STRING + rb")*+(?:([{}\[\]])|\Z)", re.DOTALL)
_CLOSES: Final = {b"{": b"}", b"[": b"]"}
_BOM: Final = b"\xef\xbb\xbf"


class Plan(NamedTuple):
    """What a walk does with each place: `item` a message, `frame` a value of the export itself, `descend`, or `other`.

    `item_start` matches only where a message begins (at most 256 bytes long); `list_key` names every list of them;
    `read` turns a message's bytes into an object.
    """

    part_of: Callable[[Path], Part]
    item_start: re.Pattern[bytes]
    list_key: bytes = b'"messages"'
    read: Callable[[bytes], ReadObject | None] = read_object


class Found(NamedTuple):
    """One stretch of the file. `read` only for items, `data` for items and frames; `cut`: the file ends too early."""

    kind: Literal["item", "frame", "other", "fault", "cut"]
    path: Path
    start: int
    end: int
    data: bytes = b""
    read: ReadObject | None = None


@dataclass
class _Open:
    """A container we stand in: its kind, the key or index of the value that comes, what may come next."""

    bracket: bytes
    path: Path
    expects: Literal["key", "colon", "value", "comma"]
    key: str | int = 0
    fresh: bool = True  # nothing in it yet: may close at once


def walk(stream: BinaryIO, plan: Plan) -> Iterator[Found]:
    """Every item, frame, unread section and fault of the JSON in `stream`, in file order, without overlap."""
    return _Walk(Window(stream), plan).run()


class _Walk:
    def __init__(self, window: Window, plan: Plan) -> None:
        self.window = window
        self.plan = plan
        self.at = 0
        self.stack: list[_Open] = []

    def run(self) -> Iterator[Found]:
        self.window.reach(len(_BOM))
        if self.window.data.startswith(_BOM):
            self.at = len(_BOM)
        yield from self._value(())
        while self.stack:
            self.window.keep = self.at
            yield from self._step()
        yield from self._trailing()

    def _step(self) -> Iterator[Found]:
        """One token inside the innermost container."""
        top = self.stack[-1]
        if top.expects == "value" and not (top.bracket == b"[" and top.fresh and self._peek_close()):
            yield from self._value((*top.path, top.key) if top.path != LOST else LOST)
            return
        token = self.window.match(_TOKEN, self.at, MAX_VALUE)
        if token is None:
            yield from self._resume(self.at)
            return
        kind, start, end = token.lastgroup, self.window.start + token.start(), self.window.start + token.end()
        word = token[kind] if kind else b""
        if kind is None:
            self.stack.clear()
            self.at = end
            yield Found("cut", (), end, end)
        elif kind == "close" and word == _CLOSES[top.bracket] and (top.expects == "comma" or top.fresh):
            yield from self._leave(end)
        elif kind == "mark" and word == b"," and top.expects == "comma":
            top.expects = "key" if top.bracket == b"{" else "value"
            top.key = top.key + 1 if isinstance(top.key, int) else ""
            self.at = end
        elif kind == "mark" and word == b":" and top.expects == "colon":
            top.expects, self.at = "value", end
        elif kind == "string" and top.expects == "key" and len(word) > 1 and word.endswith(b'"'):
            top.key, top.expects, top.fresh, self.at = _name(word), "colon", False, end
        else:
            yield from self._resume(start)

    def _peek_close(self) -> bool:
        token = self.window.match(_TOKEN, self.at, MAX_VALUE)
        return token is not None and token.lastgroup == "close"

    def _leave(self, end: int) -> Iterator[Found]:
        """The innermost container is closed. One we found again after damage has nothing known around it."""
        closed = self.stack.pop()
        self.at = end
        if closed.path == LOST:
            yield from self._resume(end)

    def _value(self, path: Path) -> Iterator[Found]:
        token = self.window.match(_TOKEN, self.at, MAX_VALUE)
        kind = token.lastgroup if token else None
        if token is None or (kind in ("close", "mark")):
            yield from self._resume(self.at)
            return
        start, end = self.window.start + token.end() - len(token[kind or 0]), self.window.start + token.end()
        if kind is None:
            self.at = end
            self.stack.clear()
            yield Found("cut", path, end, end)
            return
        part = "item" if path == LOST else self.plan.part_of(path)
        if kind == "open" and part == "descend" and len(self.stack) < _DEPTH:
            bracket = token["open"]
            self._filled()
            self.stack.append(_Open(bracket, path, "key" if bracket == b"{" else "value"))
            self.at = end
            return
        self.window.keep = start
        closed = self._end_of(start) if kind == "open" else (end if _whole(token) else None)
        if closed is None:
            yield from self._resume(start)
            return
        yield from self._take(part, path, start, closed)

    def _take(self, part: Part, path: Path, start: int, end: int) -> Iterator[Found]:
        data = self.window.slice(start, end) if part in ("item", "frame") else b""
        read = self.plan.read(data) if part == "item" else None
        self.at = end
        self._filled()
        if part == "item" and read is None:
            yield Found("fault", path, start, end)
        elif part in ("item", "frame"):
            yield Found("item" if part == "item" else "frame", path, start, end, data, read)
        else:
            yield Found("other", path, start, end)

    def _filled(self) -> None:
        if self.stack:
            self.stack[-1].expects, self.stack[-1].fresh = "comma", False

    def _end_of(self, start: int) -> int | None:
        """Where the bracket at `start` is closed; None where it is not, or a message begins inside: then it is damaged."""
        look = _FIRST_LOOK
        while True:
            complete = not self.window.reach(start + look)
            limit = min(self.window.end, start + look) - self.window.start
            closed = self._close(start, limit)
            within = closed - self.window.start if closed else limit
            if self.plan.item_start.search(self.window.data, start + 1 - self.window.start, within):
                return None
            if closed or complete or look >= MAX_VALUE:
                return closed
            look *= 4

    def _close(self, start: int, limit: int) -> int | None:
        depth = 0
        for token in _BRACKET.finditer(self.window.data, start - self.window.start, limit):
            if token[1] in (b"{", b"["):
                depth += 1
            elif token[1]:
                depth -= 1
                if not depth:
                    return self.window.start + token.end()
        return None

    def _resume(self, start: int) -> Iterator[Found]:
        """From `start` on this is not JSON: the next message is looked for, all before it is a fault."""
        self.window.keep = start
        found = self.window.search(self.plan.item_start, start + 1, _LONGEST_START)
        end = self.window.end if found is None else found
        region = self.window.slice(start, end) if self.window.start <= start else None
        self.at = self.window.keep = end
        unfinished = found is None and bool(self.stack)
        if found is None:
            self.stack.clear()
        else:
            if region is None or self.plan.list_key in region:
                self.stack.clear()  # another chat may have begun in what could not be read
            self._stand_among_items()
        if end > start:
            yield Found("fault", (), start, end)
        if unfinished:
            yield Found("cut", (), end, end)

    def _stand_among_items(self) -> None:
        """After damage: in the innermost list of messages we were in, else in one of which nothing is known."""
        while self.stack:
            top = self.stack[-1]
            if top.path == LOST or (top.bracket == b"[" and self.plan.part_of((*top.path, 0)) == "item"):
                top.expects, top.fresh = "value", False
                return
            self.stack.pop()
        self.stack.append(_Open(b"[", LOST, "value", fresh=False))

    def _trailing(self) -> Iterator[Found]:
        """After the root only white space may follow."""
        self.window.keep = self.at
        token = self.window.match(_TOKEN, self.at, MAX_VALUE)
        if token is not None and token.lastgroup is None:
            return
        start = self.at
        while self.window.more():
            self.window.keep = self.window.end
        if self.window.end > start:
            yield Found("fault", (), start, self.window.end)


def _whole(token: re.Match[bytes]) -> bool:
    string = token["string"]
    return string is None or (len(string) > 1 and string.endswith(b'"'))


def _name(word: bytes) -> str:
    read = read_object(b"{" + word + b":0}")
    return next(iter(read.value)) if read else word.decode("utf-8", "replace")
