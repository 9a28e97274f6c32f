"""Numbers for help of a state: who is there for a life first, then support, children, reports. Never another state's."""

from __future__ import annotations

from typing import Final, NamedTuple

from longarm.law.model import Facts, Line
from longarm.texts import Language
from longarm.web.law.cited import Cited, cited

# Programmes that block a picture by its hash are steps of their own, not numbers to call.
_KINDS: Final = ("crisis", "support", "child", "report", "police")


class LineRow(NamedTuple):
    """`contacts`: each number or address stands alone on its line."""

    name: str
    contacts: tuple[str, ...]
    said: tuple[str, ...]
    fact: Cited | None


def lines(facts: Facts, state: str, language: Language) -> tuple[LineRow, ...]:
    """Those of the state, then those for everybody."""
    found = [line for line in facts.lines_of(state) if line.kind in _KINDS]
    found.sort(key=lambda line: (line.state != state, _KINDS.index(line.kind)))
    return tuple(_row(facts, line, language) for line in found)


def own_lines(facts: Facts, state: str, language: Language) -> tuple[LineRow, ...]:
    """Those of the state alone."""
    kinds = [line for line in facts.lines_of(state) if line.state == state and line.kind in _KINDS]
    return tuple(_row(facts, line, language) for line in sorted(kinds, key=lambda line: _KINDS.index(line.kind)))


def _row(facts: Facts, line: Line, language: Language) -> LineRow:
    return LineRow(
        name=line.name.in_language(language),
        contacts=tuple(part.strip() for part in line.contact.split(";")),
        said=tuple(text for text in (line.hours, line.warning) if text),
        fact=cited(facts, f"lines/{line.id}", language),
    )
