"""The only reader of YAML and JSON: every scalar is text, nothing is guessed, everything refused has a file and a line.
Long: one reader with all it refuses.

YAML guesses types (`NO` becomes false, `+218` the number 218, `12:30` the number 750) and lets a repeated key win in
silence; a 430-byte file of aliases can stand for 10^9 values. So this reads libyaml's events (YAML 1.1), builds plain
dicts, lists and texts, and refuses anchors, aliases, tags, repeated keys, empty values, deep nesting and large files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NoReturn, TypeAlias

import yaml

from longarm.errors import BadInput, system_reason
from longarm.texts import Sentence

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"
Place: TypeAlias = tuple[str | int, ...]

MAX_BYTES: Final = 8 * 1024 * 1024
MAX_DEPTH: Final = 64

# JSON escapes a character beyond U+FFFF as two surrogates; YAML has one escape for it.
_SURROGATES: Final = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")

# What libyaml says of the faults people make, by its first words; the rest stays in its own.
_WHY: Final = {
    "found a tab character": "yaml-why-tab",
    "found character '\\t'": "yaml-why-tab",
    "found character that cannot start any token": "yaml-why-character",
    "found unexpected end of stream": "yaml-why-not-closed",
    "found unexpected document indicator": "yaml-why-not-closed",
    "did not find expected ',' or": "yaml-why-not-closed",
    "mapping values are not allowed": "yaml-why-colon",
    "could not find expected ':'": "yaml-why-no-colon",
    "did not find expected key": "yaml-why-indented",
    "did not find expected '-' indicator": "yaml-why-indented",
    "block sequence entries are not allowed": "yaml-why-indented",
    "exceeded maximum nesting depth": "yaml-why-depth",
}


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds, and the line (from 1) on which each part of it stands."""

    name: str
    tree: Tree
    lines: dict[Place, int] = field(repr=False)

    def line_of(self, place: Place) -> int:
        """The line of `place`, or of the nearest part around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def load_file(path: Path, max_bytes: int = MAX_BYTES) -> Document:
    """Read the file at `path`. Raises BadInput when it cannot be read or is refused."""
    try:
        with path.open("rb") as source:
            data = source.read(max_bytes + 1)
    except OSError as fault:
        raise BadInput("yaml-unreadable", file=str(path), why=system_reason(fault)) from fault
    return load(data, str(path), max_bytes)


def load(data: bytes | str, name: str, max_bytes: int = MAX_BYTES) -> Document:
    """Read one YAML or JSON document; `name` stands for it in errors. Raises BadInput when it is refused."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if len(raw) > max_bytes:
        raise BadInput("yaml-too-large", file=name, limit=max_bytes // 1024)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise BadInput("yaml-not-utf8", file=name, line=raw.count(b"\n", 0, fault.start) + 1) from fault
    return _Builder(name).build(_SURROGATES.sub(_joined, text))


def _joined(match: re.Match[str]) -> str:
    high, low = int(match[2], 16), int(match[3], 16)
    return f"{match[1]}\\U{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00):08x}"


class _Builder:
    """Turns the events of one document into its tree, without recursion: depth is the attacker's choice."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[Place, int] = {}
        self.place: Place = ()  # of the innermost open mapping or list
        self.open: list[dict[str, Tree] | list[Tree]] = []
        self.key: list[str | None] = []
        self.root: Tree | None = None

    def build(self, text: str) -> Document:
        documents = 0
        try:
            for event in yaml.parse(text, Loader=yaml.CLoader):
                if isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        self._refuse("yaml-two-documents", event)
                else:
                    self._take(event)
        except yaml.MarkedYAMLError as fault:
            mark = fault.problem_mark or fault.context_mark
            line = mark.line + 1 if mark else 1
            raise BadInput("yaml-not-yaml", file=self.name, line=line, why=_why(str(fault.problem or fault.context))) from None
        except yaml.reader.ReaderError as fault:
            line = text.count("\n", 0, fault.position) + 1 if isinstance(fault.position, int) else 1
            raise BadInput("yaml-control-character", file=self.name, line=line) from None
        if self.root is None:
            raise BadInput("yaml-empty", file=self.name)
        return Document(self.name, self.root, self.lines)

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._refuse("yaml-alias", event)
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            self._refuse("yaml-alias", event)
        if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)) and event.tag:
            self._refuse("yaml-tag", event)
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._start(event, {} if isinstance(event, yaml.MappingStartEvent) else [])
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end()

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        plain = event.style in (None, "")
        if self.open and isinstance(self.open[-1], dict) and self.key[-1] is None:
            self._name(event)
            return
        if plain and event.value in ("", "~", "null", "Null", "NULL"):
            self._refuse("yaml-no-value", event, key=str(self.key[-1]) if self.key and self.key[-1] else "-")
        self._put(event.value, event)

    def _name(self, event: yaml.ScalarEvent) -> None:
        mapping = self.open[-1]
        if event.value in mapping:
            first = self.lines[(*self.place, event.value)]
            self._refuse("yaml-repeated-key", event, key=event.value, first=first)
        self.key[-1] = event.value
        self.lines[(*self.place, event.value)] = _line(event)

    def _put(self, value: Tree, event: yaml.Event) -> Place:
        place: Place = ()
        if not self.open:
            self.root = value
        elif isinstance(top := self.open[-1], list):
            place = (*self.place, len(top))
            top.append(value)
        elif (key := self.key[-1]) is None:
            self._refuse("yaml-key-not-text", event)
        else:
            place = (*self.place, key)
            top[key], self.key[-1] = value, None
        self.lines.setdefault(place, _line(event))
        return place

    def _start(self, event: yaml.CollectionStartEvent, value: dict[str, Tree] | list[Tree]) -> None:
        if len(self.open) >= MAX_DEPTH:
            self._refuse("yaml-too-deep", event, limit=MAX_DEPTH)
        self.place = self._put(value, event)
        self.open.append(value)
        self.key.append(None)

    def _end(self) -> None:
        self.open.pop()
        self.key.pop()
        self.place = self.place[:-1]

    def _refuse(self, message: str, event: yaml.Event, **facts: Any) -> NoReturn:
        raise BadInput(message, file=self.name, line=_line(event), **facts)


def _why(said: str) -> Sentence | str:
    return next((Sentence(ours) for theirs, ours in _WHY.items() if said.startswith(theirs)), said)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
