"""Which states' law reaches the case, on which basis: the ties of its acts, gathered into lines."""

from __future__ import annotations

from collections.abc import Iterable

from longarm.law import presence
from longarm.law.answer import JurisdictionLine
from longarm.law.model import Facts
from longarm.law.scene import Scene
from longarm.law.ties import Tie


def connected_states(scene: Scene, facts: Facts) -> tuple[str, ...]:
    """States the people of the case are in, were in or belong to. Where only data lie is no such state."""
    found: dict[str, None] = {}
    for person in scene.case.persons:
        if {"complainant", "guardian", "recipient", "suspect", "instigator", "intermediary"} & set(person.roles):
            found.update(dict.fromkeys(presence.states_of(person)))
            found.update(dict.fromkeys(own.state for own in scene.nationalities[person.id] if own.state != "unknown"))
    return tuple(state for state in found if state in facts.states)


def jurisdiction_lines(found: Iterable[Tie]) -> tuple[JurisdictionLine, ...]:
    """Ties of one state, basis, ground and answer as one line, in order of the case."""
    grouped: dict[tuple[str, ...], list[Tie]] = {}
    for tie in found:
        key = (tie.state, tie.basis, tie.ground, tie.holds.value, *tie.conditions)
        grouped.setdefault(key, []).append(tie)
    return tuple(_line(together) for together in grouped.values())


def _line(together: list[Tie]) -> JurisdictionLine:
    first = together[0]
    return JurisdictionLine(
        state=first.state,
        basis=first.basis,
        ground=first.ground,
        holds=first.holds.value,
        events=tuple(dict.fromkeys(tie.event for tie in together)),
        because=tuple(dict.fromkeys(name for tie in together for name in tie.because)),
        conditions=first.conditions,
        confidence=first.confidence,
    )
