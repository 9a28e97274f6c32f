"""Who can be called in a state, by what is needed: never another state's number, and never a desk that a danger forbids."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from longarm.law.load import load
from longarm.texts import Language
from longarm.web.law.lines import LineRow, row_of

# Police and report desks are left out: which of them to go to, and whether, is looked at together (law/safety).
_KINDS: Final = {"self_harm": ("crisis", "support"), "family": ("support",), "home": ("support",), "child": ("child", "support")}


def helpers(state: str, needs: Iterable[str], language: Language) -> tuple[LineRow, ...]:
    """The lines of `state` for `needs` (dangers, or `child`), the most needed first; then, for a child, those for everybody."""
    facts, found = load(), {}
    for kind in dict.fromkeys(kind for need in needs for kind in _KINDS.get(need, ())):
        for line in facts.lines_of(state):
            if line.kind == kind and line.contact != "unknown" and (line.state == state or kind == "child"):
                found[line.id] = row_of(facts, line, language)
    return tuple(found.values())
