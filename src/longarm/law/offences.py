"""Which offences of a state an event meets, by the law of the day of the event.
Long: one question, asked of each element of an offence.
"""

from __future__ import annotations

import math
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, Literal

import msgspec

from longarm.case.answer import Answer, any_of
from longarm.case.model import Event
from longarm.case.when import When
from longarm.law import rules
from longarm.law.answer import OffenceLine
from longarm.law.dates import LawDate, Years
from longarm.law.index import Applying, Index
from longarm.law.limitation import Until, prosecutable_until
from longarm.law.model import Confidence, Law, Offence
from longarm.law.scene import Scene

# A law whose day of entry into force is unknown counts as in force a year after its date, and as unknown until then.
_GRACE: Final = timedelta(days=366)


class Charge(msgspec.Struct, frozen=True, gc=False):
    """One event under one offence. `applies`: in force that day, and meant for what was demanded.

    `until`: the last day for its prosecution, where that is known and no child was harmed.
    """

    event: str
    offence: Offence
    applies: Answer
    until: Until | None

    @property
    def sure(self) -> bool:
        """Good enough to rest an open path on."""
        return self.applies is Answer.YES and self.offence.confidence != "low"


class Charges:
    """The offences of one state that the events of a scene meet; and what is known not to be one."""

    def __init__(self, scene: Scene, index: Index, state: str) -> None:
        self.state = state
        self.of: dict[str, list[Charge]] = {}
        self.no_offence: set[str] = set()  # events for which the state is known to have no offence
        for event in (*scene.acts, *(e for e in scene.events if e.kind == "payment")):
            found, denied = _charges(scene, index, state, event)
            self.of[event.id] = found
            if denied and not found:
                self.no_offence.add(event.id)

    def punishable(self, event_id: str) -> Answer:
        """Is the event an offence in this state? No only where the facts say so."""
        if event_id in self.no_offence:
            return Answer.NO
        found = [charge.applies for charge in self.of.get(event_id, ())]
        return any_of(found) if found else Answer.UNKNOWN

    def under(self, event_id: str, laws: tuple[str, ...]) -> Answer:
        """Is the event an offence under one of `laws`?"""
        found = [charge.applies for charge in self.of.get(event_id, ()) if charge.offence.law in laws]
        return any_of(found) if found else Answer.NO

    def reaches(self, event_id: str, years: float) -> Answer:
        """Is the ceiling of one of the offences at least `years`?"""
        found = Answer.NO
        for charge in self.of.get(event_id, ()):
            found |= charge.offence.max_years.reaches(years) & charge.applies
        return found


def offence_lines(charges: Charges) -> tuple[OffenceLine, ...]:
    """The lines of the answer for one state: an offence with every event it meets."""
    grouped: dict[tuple[str, Answer], list[Charge]] = {}
    for found in charges.of.values():
        for charge in found:
            grouped.setdefault((charge.offence.id, charge.applies), []).append(charge)
    return tuple(_line(charges.state, together) for together in grouped.values())


def offence_fact(state: str, offence: Offence) -> str:
    """The id of the fact."""
    return f"states/{state}#offences/{offence.id}"


def in_force(start: LawDate, law: Law | None, day: When) -> Answer:
    """Was a provision in force on `day`, that began on `start`, or with its law where `start` is unknown?"""
    if start.known:
        return _begun(start, day)
    if law is None:
        return Answer.UNKNOWN
    if law.in_force.known:
        return _begun(law.in_force, day)
    if not law.date.known:
        return Answer.UNKNOWN
    begun = _begun(law.date, day)
    if begun is Answer.YES and (day.first == date.min or day.first - _GRACE < law.date.last):
        return Answer.UNKNOWN
    return begun


def still_in_force(until: LawDate, law: Law | None, day: When) -> Answer:
    """Had it not ended? `until` is its last day; a law ends on the day of its repeal."""
    lasts = Answer.YES
    if until.happened:
        lasts = Answer.YES if day.last <= until.first else Answer.NO if day.first > until.last else Answer.UNKNOWN
    if law and law.repealed.happened:
        end = law.repealed
        lasts &= Answer.YES if day.last < end.first else Answer.NO if day.first >= end.last else Answer.UNKNOWN
    return lasts


def _begun(start: LawDate, day: When) -> Answer:
    if start.last <= day.first:
        return Answer.YES
    return Answer.NO if start.first > day.last else Answer.UNKNOWN


def _charges(scene: Scene, index: Index, state: str, event: Event) -> tuple[list[Charge], bool]:
    found: list[Charge] = []
    denied = False
    of_child = event.kind in rules.actions().child_kinds or any(
        scene.is_minor(person) is Answer.YES for person in scene.harmed_by(event)
    )
    for known in _applying(index, state, event):
        offence, applies = known.offence, known.applies
        if offence.wants:
            applies &= _wanted(scene, event, offence)
        if known.parts and applies is Answer.YES and not _in_part(scene, known.parts):
            applies = Answer.UNKNOWN
        if applies is Answer.NO:
            continue
        if offence.exists:
            found.append(Charge(event.id, offence, applies, None if of_child else known.until))
        else:
            denied = denied or applies is Answer.YES
    return found, denied


def _applying(index: Index, state: str, event: Event) -> tuple[Applying, ...]:
    """The offences that may be law on the day of the event, for acts of its kind (remembered)."""
    key = (state, event.kind, event.at.first, event.at.last)
    kept = index.applying.get(key)
    if kept is None:
        found = []
        for offence in index.offences.get((state, event.kind), ()):
            if event.kind == "payment" and "demand" not in offence.events:
                continue  # paying is what the person harmed did: it completes an extortion and is no fraud by itself
            law = index.laws.get(offence.law)
            applies = in_force(offence.from_, law, event.at) & still_in_force(offence.until, law, event.at)
            if applies is not Answer.NO:
                parts = rules.regional().get(offence.law, ())
                found.append(Applying(offence, applies, parts, prosecutable_until(index.facts.states[state], offence, event.at)))
        kept = tuple(found)
        index.applying.put(key, kept)
    return kept


def _in_part(scene: Scene, names: tuple[str, ...]) -> bool:
    """Does a place of the case name the part of the state where the law holds?"""
    places = [(place.place or "").casefold() for person in scene.case.persons for place in person.locations]
    return any(name in place for name in names for place in places)


def _wanted(scene: Scene, event: Event, offence: Offence) -> Answer:
    """Was one of the things demanded that the offence is about? A threat is read with the demands of the same author."""
    author = event.to if event.kind == "payment" else event.by
    demands = [event] if event.kind == "demand" else [e for e in scene.acts if e.kind == "demand" and e.by == author]
    if not demands:
        return Answer.UNKNOWN
    return any_of(Answer.UNKNOWN if d.wants is None else Answer.YES if d.wants in offence.wants else Answer.NO for d in demands)


def _line(state: str, together: list[Charge]) -> OffenceLine:
    offence, applies = together[0].offence, together[0].applies
    confidence: Confidence = offence.confidence if applies is Answer.YES else "low"
    lapses = [charge.until for charge in together if charge.until is not None]
    return OffenceLine(
        state=state,
        law=offence.law,
        article=offence.article,
        events=tuple(charge.event for charge in together),
        max_years=_ceiling(offence.max_years),
        applies=applies.value,
        confidence=confidence,
        sources=(offence_fact(state, offence), *dict.fromkeys(until.fact for until in lapses)),
        prosecute_until=min(lapses).day.isoformat() if lapses else None,
    )


@lru_cache(maxsize=256)
def _ceiling(years: Years) -> int | float | Literal["life", "death"] | None:
    number = years.number
    if number is None:
        return None
    if math.isinf(number):
        return "death" if years == "death" else "life"
    return int(number) if number.is_integer() else number
