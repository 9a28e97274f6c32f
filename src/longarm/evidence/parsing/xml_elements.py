"""The elements of a flat XML export, one after another, with their bytes: no parser of documents, no DTD, no entities.
Long: one walk whose states know each other.

Only the five entities of XML itself and numeric references are known (XML 1.0, 4.1 and 4.6), so nothing can be expanded.
Emoji written as two surrogates (`&#55357;&#56832;`, illegal, but common) are joined and counted; line ends inside an
attribute stay, though XML would make them spaces: the text is as written. A `<` cannot stand inside a tag, so after
damage reading goes on at the next `<sms `, `<mms ` or `<call `.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Final, Literal, NamedTuple

from longarm.evidence.parsing.byte_window import Window

MAX_ELEMENT: Final = 64 * 1024 * 1024
_LONGEST_START: Final = 16

_ATTRIBUTES: Final = rb"""(?:[^<>"']++|"[^"]*+"|'[^']*+')*+"""
_TAG: Final = re.compile(rb"<(?P<close>/?)(?P<name>[A-Za-z][\w:.-]*+)(?P<attributes>" + _ATTRIBUTES + rb")>")
_ATTRIBUTE: Final = re.compile(rb"""\s++([A-Za-z_][\w:.-]*+)\s*+=\s*+("[^"]*+"|'[^']*+')""")
# What is begun matches to the end of what is held (`open`), so that the window knows to read on.
_ASIDE: Final = re.compile(rb"\s++|<!--(?:[^-]++|-(?!->))*+(?:-->|(?P<open>\Z))|<\?(?:[^?]++|\?(?!>))*+(?:\?>|(?P<begun>\Z))")
_DOCTYPE: Final = re.compile(rb"<!DOCTYPE(?:[^\[\]>]++|\[[^\]]*+(?:\]|\Z))*+(?:>|(?P<open>\Z))", re.IGNORECASE)
_REFERENCE: Final = re.compile(r"&(?:#(?P<decimal>\d{1,7})|#[xX](?P<hex>[0-9A-Fa-f]{1,6})|(?P<name>\w{1,32}));")
_NAMED: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_PAIR: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LONE: Final = re.compile("[\ud800-\udfff]")
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


class Tag(NamedTuple):
    """A tag's name and attributes; `findings`: `bad_utf8`, `bad_unicode`, `repaired`, `unknown_entity`, `repeated_key`."""

    name: str
    attributes: dict[str, str]
    findings: tuple[str, ...]
    joined: int


class Found(NamedTuple):
    """One stretch of the file: an element with its inner tags, the root's tag, a DOCTYPE (not read), or a fault."""

    kind: Literal["element", "root", "doctype", "fault", "cut"]
    start: int
    end: int
    tags: tuple[Tag, ...] = ()
    data: bytes = b""


def elements(stream: BinaryIO, roots: frozenset[str], names: tuple[str, ...]) -> Iterator[Found]:
    """The elements called `names` inside a root of `roots`, in file order, and whatever else is no white space or comment."""
    return _Walk(Window(stream), roots, names).run()


class _Walk:
    def __init__(self, window: Window, roots: frozenset[str], names: tuple[str, ...]) -> None:
        self.window = window
        self.roots = roots
        self.names = frozenset(names)
        self.start_of_item = re.compile(rb"<(?:" + b"|".join(name.encode() for name in names) + rb")[\s/>]")
        self.at = 0
        self.depth = 0

    def run(self) -> Iterator[Found]:
        self.window.reach(3)
        if self.window.data.startswith(b"\xef\xbb\xbf"):
            self.at = 3
        while self.window.reach(self.at + 1):
            self.window.keep = self.at
            yield from self._step()
        if self.depth > 0:
            yield Found("cut", self.at, self.at)

    def _step(self) -> Iterator[Found]:
        for pattern, kind in ((_ASIDE, None), (_DOCTYPE, "doctype")):
            if aside := self._aside(pattern):
                start, self.at = self.at, aside
                if kind == "doctype":
                    yield Found("doctype", start, self.at)
                elif self.start_of_item.search(self.window.slice(start, aside)):
                    yield Found("fault", start, aside)  # a message inside a comment is no part of the frame
                return
        tag = self._tag()
        if tag is None:
            yield from self._resume()
            return
        name, end = tag["name"].decode("ascii", "replace"), self.window.start + tag.end()
        if name in self.roots:
            self.depth += -1 if tag["close"] else 1
            start, self.at = self.at, end
            opened = None if tag["close"] else _read_tag(tag)
            yield Found("root", start, end, (opened,) if opened else ())
        elif name in self.names and not tag["close"]:
            yield from self._element(tag, name, end)
        else:
            yield from self._resume()

    def _aside(self, pattern: re.Pattern[bytes]) -> int | None:
        found = self.window.match(pattern, self.at, MAX_ELEMENT)
        if found is None or any(unfinished is not None for unfinished in found.groups()):
            return None
        return self.window.start + found.end()

    def _tag(self) -> re.Match[bytes] | None:
        """The tag here; None when it is not closed before the next element begins."""
        if self.window.slice(self.at, self.at + 1) != b"<":
            return None
        look = 4096
        while True:
            complete = not self.window.reach(self.at + look)
            here = self.at - self.window.start
            tag = _TAG.match(self.window.data, here)
            other = self.start_of_item.search(self.window.data, here + 1, tag.end() if tag else len(self.window.data))
            if other:
                return None
            if tag or complete or look >= MAX_ELEMENT:
                return tag
            look *= 4

    def _element(self, tag: re.Match[bytes], name: str, end: int) -> Iterator[Found]:
        """An element that closes itself, or ends at its closing tag before the next one begins."""
        start, closing = self.at, b"</" + name.encode() + b">"
        first = _read_tag(tag)
        if tag["attributes"].endswith(b"/"):
            self.at = end
            yield self._made(start, end, (first,) if first else None)
            return
        look = 4096
        while True:
            complete = not self.window.reach(end + look)
            here = end - self.window.start
            closed = self.window.data.find(closing, here)
            other = self.start_of_item.search(self.window.data, here, closed if closed >= 0 else len(self.window.data))
            if other or (closed < 0 and (complete or look >= MAX_ELEMENT)):
                yield from self._resume()
                return
            if closed >= 0:
                break
            look *= 4
        inner = [_read_tag(part) for part in _TAG.finditer(self.window.data, here, closed) if not part["close"]]
        tags = (first, *inner)
        self.at = self.window.start + closed + len(closing)
        yield self._made(start, self.at, None if None in tags else tuple(tag for tag in tags if tag))

    def _made(self, start: int, end: int, tags: tuple[Tag, ...] | None) -> Found:
        if tags is None:
            return Found("fault", start, end)
        return Found("element", start, end, tags, self.window.slice(start, end))

    def _resume(self) -> Iterator[Found]:
        start = self.at
        found = self.window.search(self.start_of_item, start + 1, _LONGEST_START)
        self.at = self.window.end if found is None else found
        yield Found("fault", start, self.at)


def _read_tag(tag: re.Match[bytes]) -> Tag | None:
    """The tag's attributes as written; None when they are not attributes."""
    held = tag["attributes"].removesuffix(b"/")
    attributes: dict[str, str] = {}
    findings: list[str] = []
    joined = at = 0
    for found in _ATTRIBUTE.finditer(held):
        if found.start() != at:
            return None
        at = found.end()
        name = found[1].decode("ascii", "replace")
        if name in attributes:
            findings.append("repeated_key")
        attributes[name], pairs = _value(found[2][1:-1], findings)
        joined += pairs
    if held[at:].strip():
        return None
    return Tag(tag["name"].decode("ascii", "replace"), attributes, tuple(dict.fromkeys(findings)), joined)


def _value(data: bytes, findings: list[str]) -> tuple[str, int]:
    """An attribute's text, its references resolved and split characters joined; and how many were joined."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            text = data.decode("utf-8", "surrogatepass")  # an emoji written as two three-byte halves (CESU-8)
        except UnicodeDecodeError:
            findings.append("bad_utf8")
            text = data.decode("utf-8", "replace")
    if "&" in text:
        text = _REFERENCE.sub(lambda match: _character(match, findings), text)
    text, joined = _PAIR.subn(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)
    if joined:
        findings.append("repaired")
    for pattern in (_LONE, _FORBIDDEN):
        text, bad = pattern.subn("\ufffd", text)
        if bad:
            findings.append("bad_unicode")
    return text, joined


def _character(match: re.Match[str], findings: list[str]) -> str:
    if name := match["name"]:
        if name not in _NAMED:
            findings.append("unknown_entity")
        return _NAMED.get(name, match[0])
    code = int(match["decimal"]) if match["decimal"] else int(match["hex"], 16)
    if code <= 0x10FFFF:
        return chr(code)
    findings.append("bad_unicode")
    return "\ufffd"
