"""What a case says on a day: the acts done by then, who did them, and what is contradictory in it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import msgspec

from longarm.case.answer import Answer
from longarm.case.model import Case, Event, Location, Nationality, Person
from longarm.case.when import When
from longarm.errors import BadInput
from longarm.law import presence
from longarm.law.presence import Presence, certainly_overlap, inside

# Kinds that are something the offender did; the others are what was done about it.
NOT_ACTS: Final = frozenset(("payment", "report_filed", "report_refused", "reply", "arrest", "warrant_issued"))
OFFENDER_ROLES: Final = frozenset(("suspect", "instigator", "intermediary"))


class Scene(msgspec.Struct, frozen=True):
    """A case as it stood at the end of `as_of`: `events` had happened, `later` had not.

    `children` are the persons harmed who are under 18, as far as known.
    """

    case: Case
    as_of: date
    today: When
    people: dict[str, Person]
    events: tuple[Event, ...]
    later: tuple[Event, ...]
    acts: tuple[Event, ...]
    offenders: tuple[Person, ...]
    complainants: tuple[Person, ...]
    children: tuple[Person, ...]
    nationalities: dict[str, tuple[Nationality, ...]]
    _places: dict[tuple[str, str], tuple[Presence, ...]]
    _homes: dict[tuple[str, str], tuple[Presence, ...]]
    _harmed: dict[str, tuple[Person, ...]]

    def places(self, person: Person, day: When) -> tuple[Presence, ...]:
        """Where the person was, or may have been, on `day` (remembered)."""
        key = (person.id, day)
        found = self._places.get(key)
        if found is None:
            found = self._places[key] = presence.at(person, day)
        return found

    def homes(self, person: Person, day: When) -> tuple[Presence, ...]:
        """Where the person lived on `day` (remembered)."""
        key = (person.id, day)
        found = self._homes.get(key)
        if found is None:
            found = self._homes[key] = presence.residence(person, day)
        return found

    def person(self, person_id: str | None) -> Person | None:
        return self.people.get(person_id) if person_id else None

    def harmed_by(self, event: Event) -> tuple[Person, ...]:
        """Whom an act reached: the one it was sent to, else the one it concerns, else every person harmed."""
        found = self._harmed.get(event.id)
        if found is None:
            named = tuple(p for p in (self.person(event.to), self.person(event.concerns)) if p and not is_offender(p))
            found = self._harmed[event.id] = named or self.complainants
        return found

    def is_minor(self, person: Person) -> Answer:
        """Under 18 on this day?"""
        return _is_minor(person, self.as_of)


def is_offender(person: Person) -> bool:
    return not OFFENDER_ROLES.isdisjoint(person.roles)


def set_scene(case: Case, as_of: date) -> Scene:
    """The case on that day. Raises BadInput when it contradicts itself (two known places on one day, an act before birth)."""
    people = {person.id: person for person in case.persons}
    for person in case.persons:
        _one_place_at_a_time(person)
    for event in case.events:
        _after_birth(event, people)
    happened: list[Event] = []
    later: list[Event] = []
    for event in case.events:
        (later if event.at.known and event.at.first > as_of else happened).append(event)
    offenders = tuple(p for p in case.persons if is_offender(p))
    acts = tuple(e for e in happened if e.kind not in NOT_ACTS and _by_offender(e, people))
    return Scene(
        case=case,
        as_of=as_of,
        today=When.parse(as_of.isoformat()),
        people=people,
        events=tuple(happened),
        later=tuple(later),
        acts=acts,
        offenders=offenders,
        complainants=tuple(p for p in case.persons if "complainant" in p.roles),
        children=tuple(p for p in case.persons if not is_offender(p) and _is_minor(p, as_of) is Answer.YES),
        nationalities={p.id: p.nationalities for p in case.persons},
        _places={},
        _homes={},
        _harmed={},
    )


def _is_minor(person: Person, day: date) -> Answer:
    """Under 18 on the day? A birth year alone decides only when the whole year does."""
    if person.minor is not None:
        return Answer.YES if person.minor else Answer.NO
    if person.birth_year is None:
        return Answer.UNKNOWN
    age = day.year - person.birth_year
    return Answer.YES if age < 18 else Answer.NO if age > 18 else Answer.UNKNOWN


def _by_offender(event: Event, people: dict[str, Person]) -> bool:
    """An act nobody is named for is an act of somebody unknown; one by the person harmed is not an act against her."""
    return event.by is None or is_offender(people[event.by])


def _one_place_at_a_time(person: Person) -> None:
    """Two known stays may overlap only where one lies within the other (a journey, a move) or for the day of travel."""
    known = [place for place in person.locations if place.certainty == "known" and place.state != "unknown"]
    for i, one in enumerate(known):
        for other in known[i + 1 :]:
            if one.state != other.state and _contradict(one, other):
                raise BadInput("paths-two-places", person=person.id, one=one.state, other=other.state)


def _contradict(one: Location, other: Location) -> bool:
    if inside(one, other) or inside(other, one):
        return False
    return certainly_overlap(one, other, timedelta(days=1))


def _after_birth(event: Event, people: dict[str, Person]) -> None:
    if not event.at.known:
        return
    for person_id in (event.by, event.to, event.concerns):
        person = people.get(person_id) if person_id else None
        if person and person.birth_year is not None and event.at.last.year < person.birth_year:
            raise BadInput("paths-before-birth", event=event.id, at=str(event.at), person=person.id, year=person.birth_year)
