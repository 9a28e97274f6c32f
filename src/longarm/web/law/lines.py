"""Numbers for help of a state: who is there for a life first, then support, children, reports. Never another state's.

For any page that shows them: `{% include "law/lines.html" with lines=… %}`. Where `own_lines` is empty the page says that no
number of that state is known (`between-no-line`): an empty answer is `unknown`, not `there is none`.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from longarm.law.model import Facts, Line
from longarm.law.wording import Told, all_told
from longarm.texts import Language
from longarm.web.law.cited import Cited, cited

# Programmes that block a picture by its hash are steps of their own, not numbers to call.
_KINDS: Final = ("crisis", "support", "child", "report", "police")


class LineRow(NamedTuple):
    """`contacts`: each number or address stands alone on its line. `said`: hours and warnings."""

    name: str
    contacts: tuple[str, ...]
    said: tuple[Told, ...]
    fact: Cited | None


def lines(facts: Facts, state: str, language: Language) -> tuple[LineRow, ...]:
    """Those of the state, then those that can be reached from anywhere. `unknown` and a state without facts: the latter alone."""
    found = [line for line in facts.lines_of(state) if line.state != state and line.kind in _KINDS]
    found.sort(key=lambda line: _KINDS.index(line.kind))
    return own_lines(facts, state, language) + tuple(row_of(facts, line, language) for line in found)


def own_lines(facts: Facts, state: str, language: Language) -> tuple[LineRow, ...]:
    """Those of the state alone; empty where none is known."""
    found = [line for line in facts.lines_of(state) if line.state == state and line.kind in _KINDS]
    found.sort(key=lambda line: _KINDS.index(line.kind))
    return tuple(row_of(facts, line, language) for line in found)


def row_of(facts: Facts, line: Line, language: Language) -> LineRow:
    """A line as a page shows it; no contact where the facts know only that it exists."""
    return LineRow(
        name=line.name.in_language(language),
        contacts=tuple(part.strip() for part in line.contact.split(";") if part.strip() != "unknown"),
        said=all_told(facts, (line.hours, line.warning), language),
        fact=cited(facts, f"lines/{line.id}", language),
    )
