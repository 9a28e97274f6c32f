"""What may endanger the person harmed: read from the case and the laws of its states, before any advice.
Long: each sign is read in its own way.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import msgspec

from longarm.case.answer import Answer
from longarm.case.model import Person
from longarm.law import rules
from longarm.law.answer import Action, HazardLine
from longarm.law.index import HazardOfLaw, Index
from longarm.law.model import Facts
from longarm.law.offences import in_force
from longarm.law.rules.tables import First, Sign
from longarm.law.scene import Scene

Notes = list[tuple[str, str]]  # id of an event, its remarks


class Hazards(msgspec.Struct, frozen=True):
    """The hazards of a case: `shown` with what shows them, `named` in the case itself, `by_law` in which states' laws.

    `barred`: states whose authorities she may not turn to, with those of her states whose law punishes it.
    """

    shown: dict[str, tuple[str, ...]]
    named: frozenset[str]
    by_law: dict[str, tuple[str, ...]]
    homes: frozenset[str]
    origins: frozenset[str]
    barred: dict[str, frozenset[str]]

    def beside(self, action: Action, *states: str | None) -> tuple[str, ...]:
        """The hazards that stand beside a step before, or towards, these states."""
        given = {state for state in states if state is not None}
        found: dict[str, None] = {}
        for row in rules.hazards_beside(action):
            if row.hazard in self.shown and self._concerns(row.where, row.hazard, given):
                if row.risk_only is Answer.YES and row.hazard not in self.named:
                    continue
                found[row.hazard] = None
        for always in rules.hazards_always(action):
            if not always.states or not given.isdisjoint(always.states):
                found.update(dict.fromkeys(always.hazards))
        if self.is_barred(action, *states):
            found[rules.hazards().contact.hazard] = None
        return tuple(found)

    def before(self, action: Action, beside: tuple[str, ...], *states: str | None) -> tuple[First, ...]:
        """What must be done first, given the hazards that stand beside the step."""
        rows = rules.hazards_first(action)
        found = tuple(row for row in rows if row.hazard in beside and (row.risk_only is Answer.NO or row.hazard in self.named))
        return (*found, rules.hazards().contact.first) if self.is_barred(action, *states) else found

    def forbid(self, action: Action, beside: tuple[str, ...], *states: str | None) -> str | None:
        """The hazard that forbids the step, if one does."""
        if self.barred and action in rules.hazards().contact.forbids and self.is_barred(action, *states):
            return rules.hazards().contact.hazard
        rows = (row for row in rules.hazards_forbidding(action) if row.hazard in beside)
        return next((row.hazard for row in rows if row.abroad is Answer.NO or self.homes.isdisjoint(states)), None)

    def is_barred(self, action: Action, forum: str | None = None, requested: str | None = None) -> bool:
        """Does the step bring her, or the authorities of a state of hers, to one contact with which that state punishes?"""
        if not self.barred:
            return False
        contact = rules.hazards().contact
        if action not in contact.forbids and action not in contact.first.actions:
            return False
        return forum in self.barred or (requested in self.barred and forum in self.barred[requested])

    @property
    def calls_for_consultation(self) -> tuple[str, ...]:
        """Those named in the case, or shown by a law; what a single act hints at is no reason to wait."""
        return tuple(h for h in rules.hazards().consult if h in self.named or h in self.by_law)

    @property
    def endangers_life(self) -> tuple[str, ...]:
        return tuple(h for h in rules.hazards().life if h in self.shown)

    def weigh(self, beside: Iterable[str]) -> int:
        """How far these push a step down: by the table where the case names them, by one where only a law or an act hints."""
        return sum(rules.weight(h) if h in self.named else min(rules.weight(h), 1) for h in beside)

    def _concerns(self, where: str, hazard: str, given: set[str]) -> bool:
        if where == "any":
            return True
        if where == "origin":
            return bool(given & self.origins)
        return bool(given & self.homes or given & self.origins) or not given.isdisjoint(self.by_law.get(hazard, ()))


def hazards_of(scene: Scene, index: Index, states: Iterable[str], touched: frozenset[str] = frozenset()) -> Hazards:
    """The hazards of the case. `states` are those it may be tried in, `touched` those and where data or offenders may be."""
    facts = index.facts
    shown: dict[str, tuple[str, ...]] = {risk: (f"hazards/{risk}",) for risk in scene.case.risks if risk in facts.hazards}
    named = set(shown)
    notes = _notes(scene)
    kinds = {event.kind for event in scene.events}
    for sign in rules.hazards().signs:
        if sign.kinds and kinds.isdisjoint(sign.kinds):
            continue
        if because := _signs(scene, sign, notes):
            shown[sign.hazard] = _joined(shown.get(sign.hazard, (f"hazards/{sign.hazard}",)), because)
            if sign.note or sign.complainant_status or sign.minor is Answer.YES:
                named.add(sign.hazard)
    homes = {
        p.state for person in scene.complainants for p in (*scene.homes(person, scene.today), *scene.places(person, scene.today))
    }
    origins = {own.state for person in scene.complainants for own in scene.nationalities[person.id]}
    by_law: dict[str, tuple[str, ...]] = {}
    for state in states:
        for hazard, because in _of_laws(scene, index.hazards.get(state, []), state in homes, notes):
            shown[hazard] = _joined(shown.get(hazard, ()), because)
            by_law[hazard] = _joined(by_law.get(hazard, ()), (state,))
    barred: dict[str, frozenset[str]] = {}
    for state in sorted((homes | origins) & index.forbidding.keys()):
        for law in index.forbidding[state]:
            for other in set(law.contact_with) & touched - homes - origins if _is_law(scene, law) else ():
                hazard = rules.hazards().contact.hazard
                shown[hazard] = _joined(shown.get(hazard, (f"hazards/{hazard}",)), (law.fact,))
                by_law[hazard] = _joined(by_law.get(hazard, ()), (state,))
                barred[other] = barred.get(other, frozenset()) | {state}
    return Hazards(_ordered(facts, shown), frozenset(named), by_law, frozenset(homes), frozenset(origins - {"unknown"}), barred)


def hazard_lines(hazards: Hazards) -> tuple[HazardLine, ...]:
    return tuple(HazardLine(id=hazard, because=because) for hazard, because in hazards.shown.items())


def _signs(scene: Scene, sign: Sign, notes: Notes) -> tuple[str, ...]:
    """The parts of the case that show the hazard."""
    found: list[str] = []
    if sign.kinds:
        found += [e.id for e in scene.events if e.kind in sign.kinds and (not sign.wants or e.wants in sign.wants)]
    if sign.roles:
        found += [p.id for p in scene.case.persons if not set(sign.roles).isdisjoint(p.roles)]
    if sign.minor is Answer.YES:
        found += [child.id for child in scene.children]
    if sign.minor_complainant is Answer.YES:
        found += [p.id for p in scene.complainants if scene.is_minor(p) is Answer.YES]
    if sign.refusals:
        refused = [e.id for e in scene.events if e.kind == "report_refused"]
        found += refused if len(refused) >= sign.refusals else []
    found += _noted(notes, sign.note)
    if sign.complainant_status:
        found += [p.id for p in scene.complainants if _says(_status(p), sign.complainant_status)]
    return tuple(dict.fromkeys(found))


def _of_laws(scene: Scene, laws: list[HazardOfLaw], at_home: bool, notes: Notes) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Hazards of a state's laws that concern this case; not of a law that did not exist yet."""
    for law in laws:
        for sign in law.signs:
            if sign.home is Answer.YES and not at_home:
                continue
            because = [e.id for e in scene.acts if e.kind in sign.kinds] + _noted(notes, sign.note)
            if sign.minor_complainant is Answer.YES:
                because += [p.id for p in scene.complainants if scene.is_minor(p) is Answer.YES]
            if (because or (sign.risk and sign.risk in scene.case.risks)) and _is_law(scene, law):
                yield sign.hazard, (law.fact, *because)


def _is_law(scene: Scene, law: HazardOfLaw) -> bool:
    return law.statute is None or in_force(law.statute.in_force, law.statute, scene.today) is not Answer.NO


def _notes(scene: Scene) -> Notes:
    """What was remarked on events, in lower case."""
    return [(e.id, f"{e.note or ''} {e.notes or ''}".casefold()) for e in scene.events if e.note or e.notes]


def _noted(notes: Notes, words: tuple[str, ...]) -> list[str]:
    if not words or not notes:
        return []
    folded = _folded(words)
    return [name for name, note in notes if any(word in note for word in folded)]


@lru_cache(maxsize=256)
def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a table in lower case."""
    return tuple(word.casefold() for word in words)


def _status(person: Person) -> str:
    status = person.residence_status
    return " ".join(status.values()) if isinstance(status, dict) else status or ""


def _says(text: str, words: tuple[str, ...]) -> bool:
    lower = text.casefold()
    return any(word in lower for word in _folded(words))


def _joined(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _ordered(facts: Facts, shown: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """In the order in which the intake asks for them."""
    order = [*facts.order, *(h for h in facts.hazards if h not in facts.order)]
    return {hazard: shown[hazard] for hazard in order if hazard in shown}
