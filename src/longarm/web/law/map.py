"""A map of states by status, as inline SVG, with the rows of the table that says the same.

Shapes: Natural Earth (public domain), made once by `tools/map_shapes.py`. No colour stands without a word in the table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

import msgspec

from longarm.case.answer import Answer
from longarm.law.answer import PathsAnswer, PathStatus
from longarm.law.cooperation import Cooperation, cooperation
from longarm.law.load import load
from longarm.law.named import name_of
from longarm.texts import Language, say

_ORDER: Final[tuple[PathStatus, ...]] = ("open", "conditional", "unknown", "blocked")


class Shape(NamedTuple):
    """`status` names the class: open, conditional, blocked, unknown, home. The desk draws `code` from `static/desk/world.svg`."""

    code: str
    status: str
    outline: str


class Dot(NamedTuple):
    status: str
    x: int
    y: int


class Frame(NamedTuple):
    """One drawing. `land`: every state of no status, as one outline."""

    name: str
    box: str
    land: str
    shapes: tuple[Shape, ...]
    dots: tuple[Dot, ...]


class Row(NamedTuple):
    """A line of the table. `held`: we hold the law of this state, so it has a page."""

    code: str
    name: str
    status: PathStatus
    held: bool
    instruments: tuple[tuple[str, str], ...]


class Map(NamedTuple):
    """`home`: the state asked about, by name; `legend`: each status with its number; `groups`: rows by status, for the table."""

    home: str | None
    frames: tuple[Frame, ...]
    legend: tuple[tuple[PathStatus, str], ...]
    groups: tuple[tuple[PathStatus, str, tuple[Row, ...]], ...]


def of_answer(answer: PathsAnswer, home: str, language: Language) -> Map:
    """States by the best step before, or towards, each."""
    best: dict[str, PathStatus] = {}
    for path in answer.paths:
        state = path.requested or path.forum
        if state and (state not in best or _ORDER.index(path.status) < _ORDER.index(best[state])):
            best[state] = path.status
    return _map(best, home, {}, language)


def of_state(home: str, day: date, language: Language) -> Map:
    """States by what they share with `home` on the day."""
    found = _cooperation(home, day)
    return _map({one.state: one.status for one in found}, home, {one.state: one for one in found}, language)


def of_parties(bound: Mapping[str, Answer], language: Language) -> Map:
    """States by whether an instrument binds each."""
    word: dict[Answer, PathStatus] = {Answer.YES: "open", Answer.NO: "blocked", Answer.UNKNOWN: "unknown"}
    return _map({code: word[holds] for code, holds in bound.items()}, "", {}, language, "reference-counted-bound")


def drawn_by(status: Mapping[str, str]) -> tuple[Frame, ...]:
    """The drawings alone, each state in the class that `status` gives it: for a page that has a table of its own."""
    return tuple(_frame(name, status) for name in ("old", "americas"))


@lru_cache(maxsize=64)
def _cooperation(home: str, day: date) -> tuple[Cooperation, ...]:
    return cooperation(load(), home, day)


def _map(
    status: Mapping[str, PathStatus],
    home: str,
    shared: Mapping[str, Cooperation],
    language: Language,
    message: str = "between-counted",
) -> Map:
    facts = load()
    rows = []
    for code in sorted(status, key=lambda code: (_ORDER.index(status[code]), name_of(facts, code, language))):
        binding = shared[code].instruments if code in shared else ()
        titles = tuple((name, facts.instruments[name].title.in_language(language)) for name in binding)
        rows.append(Row(code, name_of(facts, code, language), status[code], code in facts.states, titles))
    counted = Counter(status.values())
    present = [one for one in _ORDER if counted[one]]
    legend = tuple((one, say(message, language, status=one, count=counted[one])) for one in present)
    words = dict(legend)
    groups = tuple((one, words[one], tuple(row for row in rows if row.status == one)) for one in present)
    drawn = {**status, home: "home"} if home else dict(status)
    return Map(name_of(facts, home, language) if home else None, drawn_by(drawn), legend, groups)


def _frame(name: str, status: Mapping[str, str]) -> Frame:
    drawn = geometry()
    outlines = drawn.shapes[name]
    left, top, width, height = drawn.boxes[name]
    plain = "".join(outline for code, outline in outlines.items() if code not in status)
    coloured = tuple(Shape(code, status[code], outline) for code, outline in outlines.items() if code in status)
    within = [(code, x, y) for code, (x, y) in drawn.dots.items() if code in status]
    dots = tuple(Dot(status[code], x, y) for code, x, y in within if left <= x <= left + width and top <= y <= top + height)
    return Frame(name, f"{left} {top} {width} {height}", plain, coloured, dots)


class Geometry(msgspec.Struct, frozen=True):
    """`boxes` (left, top, width, height) and `shapes` (outlines by state) of each frame, and places of `dots` by state."""

    origin: str
    boxes: dict[str, tuple[int, int, int, int]]
    shapes: dict[str, dict[str, str]]
    dots: dict[str, tuple[int, int]]


@cache
def geometry() -> Geometry:
    """The shapes, read once."""
    return msgspec.json.decode((files("longarm.web.law") / "shapes.json").read_bytes(), type=Geometry)
