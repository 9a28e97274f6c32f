"""Whom the authorities of a state can ask: every other state that holds data of the offenders or where they are or may be now."""

from __future__ import annotations

from longarm.case.answer import Answer
from longarm.law.answer import Opening
from longarm.law.holders import Held
from longarm.law.matter import Matter


class Asked:
    """What lies in one state: data of identifiers, and offenders who are or may be there."""

    def __init__(self, state: str) -> None:
        self.state = state
        self.held: list[Held] = []
        self.identifiers: tuple[str, ...] = ()
        self.telecom = False
        self.offenders: dict[str, Answer] = {}
        self._opens: tuple[Opening, ...] | None = None  # asked once all is in

    def hold(self, held: Held) -> None:
        self.held.append(held)
        if held.identifier not in self.identifiers:
            self.identifiers = (*self.identifiers, held.identifier)
        if held.kind == "telecom":
            self.telecom = True

    def opens(self, matter: Matter) -> tuple[Opening, ...]:
        """What must be learnt first, where data or people only may be there. Data that surely lie there need nothing."""
        if self._opens is None:
            self._opens = self._unsure(matter)
        return self._opens

    def _unsure(self, matter: Matter) -> tuple[Opening, ...]:
        if any(held.sure for held in self.held) or Answer.YES in self.offenders.values():
            return ()
        unsure = [*(("location", who) for who in self.offenders), *(held.depends_on for held in self.held if held.depends_on)]
        return tuple(matter.opening(kind, who) for kind, who in dict.fromkeys(unsure))


def asked_states(matter: Matter) -> dict[str, Asked]:
    """Every state that holds data of the offenders or where they are or may be now."""
    found: dict[str, Asked] = {}
    for known in matter.known:
        for held in known.held:
            _asked(found, held.state).hold(held)
    for offender in matter.offenders:
        for place in offender.place:
            _asked(found, place.state).offenders[offender.person.id] = place.surely
    return found


def _asked(found: dict[str, Asked], state: str) -> Asked:
    if state not in found:
        found[state] = Asked(state)
    return found[state]
