"""The written talk of a case (`words/*.yaml`): exchanges by phase, as people of that place write to each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal, TypeAlias

from longarm.strict_yaml import Tree, load

What: TypeAlias = Literal["text", "image", "voice", "call", "deleted", "place"]

_LINE: Final = re.compile(r"(?P<speaker>[a-z]): (?P<text>.+)")
_THINGS: Final[dict[str, What]] = {
    "[صورة]": "image",
    "[صوت]": "voice",
    "[مكالمة]": "call",
    "[محذوفة]": "deleted",
    "[موقع]": "place",
}


@dataclass(frozen=True, slots=True)
class Line:
    """What one person writes: a text, or a thing whose text is empty."""

    speaker: str
    text: str
    what: What = "text"


Exchange: TypeAlias = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Exchanges that are said once (`told`) or any day (`routine`), by phase; words for their slots; other lists."""

    told: dict[str, tuple[Exchange, ...]]
    routine: dict[str, tuple[Exchange, ...]]
    slots: dict[str, tuple[str, ...]]
    lists: dict[str, tuple[str, ...]]


@cache
def phrases(name: str) -> Phrases:
    """The words of `words/{name}.yaml`. Raises BadInput when the file is not YAML, ValueError when a line has no speaker."""
    source = files("longarm.casework.demo") / "words" / f"{name}.yaml"
    tree = load(source.read_bytes(), f"{name}.yaml").tree
    if not isinstance(tree, dict):
        raise ValueError(name)
    lists = {key: _texts(value) for key, value in tree.items() if key in ("answers", "names")}
    told = {key: _exchanges(value) for key, value in tree.items() if key not in ("slots", "routine", *lists)}
    slots, routine = tree.get("slots", {}), tree.get("routine", {})
    if not isinstance(slots, dict) or not isinstance(routine, dict):
        raise ValueError(name)
    return Phrases(
        told,
        {key: _exchanges(value) for key, value in routine.items()},
        {key: _texts(value) for key, value in slots.items()},
        lists,
    )


def _texts(value: Tree) -> tuple[str, ...]:
    return tuple(str(text) for text in value) if isinstance(value, list) else ()


def _exchanges(value: Tree) -> tuple[Exchange, ...]:
    return tuple(tuple(_line(line) for line in block.splitlines() if line.strip()) for block in _texts(value))


def _line(written: str) -> Line:
    match = _LINE.fullmatch(written.strip())
    if match is None:
        raise ValueError(written)
    what = _THINGS.get(match["text"])
    return Line(match["speaker"], "" if what else match["text"], what or "text")
