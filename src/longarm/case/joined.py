"""Two case files made one, and one made two: what the parts are called is settled here, what they mean by a person.
Long: joining and parting undo each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NamedTuple

import msgspec

from longarm.case.model import Case, Event, Person

_KINDS: Final = ("persons", "identifiers", "events", "exhibits")


def joined(case: Case, other: Case, same: Mapping[str, str] | None = None) -> Case:
    """`case` with everything of `other`. `same`: persons of `other` (by id) who are persons of `case`.

    Ids that both use get a number in the parts of `other`. A person named in `same` keeps what `case` says; what only `other`
    knew is added: roles, nationalities, places. An identifier that both have with the same user stands once.
    """
    same = dict(same or {})
    names = _names(case, other, same)
    more = _renamed(other, names)
    persons = {person.id: person for person in case.persons}
    for person in more.persons:
        known = persons.get(person.id)
        persons[person.id] = person if known is None else _completed(known, person)
    there = {(one.type, one.value, one.used_by): one.id for one in case.identifiers}
    twice = {one.id: there[key] for one in more.identifiers if (key := (one.type, one.value, one.used_by)) in there}
    more = _renamed(more, twice)
    identifiers = (*case.identifiers, *(one for one in more.identifiers if one.id not in there.values()))
    return msgspec.structs.replace(
        case,
        persons=tuple(persons.values()),
        identifiers=identifiers,
        events=(*case.events, *more.events),
        exhibits=(*case.exhibits, *more.exhibits),
        risks=tuple(dict.fromkeys((*case.risks, *other.risks))),
    )


def identifiers_after(case: Case, other: Case, same: Mapping[str, str] | None = None) -> dict[str, str]:
    """What each identifier of `other` is called in `joined`: what was noted about it follows it there."""
    names = _names(case, other, dict(same or {}))
    there = {(one.type, one.value, one.used_by): one.id for one in case.identifiers}
    renamed = _renamed(other, names).identifiers
    return {
        old.id: there.get((new.type, new.value, new.used_by), new.id) for old, new in zip(other.identifiers, renamed, strict=True)
    }


class Parted(NamedTuple):
    """What stays, and what becomes a case of its own."""

    rest: Case
    part: Case


def parted(case: Case, complainant: str, reference: str) -> Parted:
    """`complainant` (an id) with everything done to her as a case of its own, under `reference`.

    What concerns somebody else as well stays too; suspects and their identifiers stand in both. Raises KeyError when there is
    no such person.
    """
    person = case.person(complainant)
    others = {one.id for one in case.complainants if one.id != complainant}
    hers = [event for event in case.events if complainant in (event.by, event.to, event.concerns)]
    only_hers = {event.id for event in hers if not others & {event.by, event.to, event.concerns}}
    with_her = {complainant} | {one.id for one in case.suspects} - others
    with_her |= {one for event in hers for one in (event.by, event.to, event.concerns) if one} - others
    part = msgspec.structs.replace(
        case,
        reference=reference,
        persons=tuple(one for one in case.persons if one.id in with_her),
        identifiers=tuple(one for one in case.identifiers if one.used_by is None or one.used_by in with_her),
        events=tuple(hers),
        exhibits=tuple(one for one in case.exhibits if any(one.id in event.exhibits for event in hers)),
    )
    rest = msgspec.structs.replace(
        case,
        persons=tuple(one for one in case.persons if one is not person),
        identifiers=tuple(one for one in case.identifiers if one.used_by != complainant),
        events=tuple(event for event in case.events if event.id not in only_hers),
    )
    return Parted(_closed(rest), _closed(part))


def _closed(case: Case) -> Case:
    """Nothing points at what is not in the file any more."""
    there = {part.id for part in _parts(case)}

    def kept(one: str | None) -> str | None:
        return one if one in there else None

    def keep(many: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one for one in many if one in there)

    return _mapped(case, kept, keep)


def _names(case: Case, other: Case, same: Mapping[str, str]) -> dict[str, str]:
    """The new id of every part of `other` that needs one."""
    taken = {part.id for part in _parts(case)}
    names = dict(same)
    for part in _parts(other):
        if part.id in same:
            continue
        free = part.id
        number = 2
        while free in taken:
            free, number = f"{part.id[:58]}-{number}", number + 1
        taken.add(free)
        if free != part.id:
            names[part.id] = free
    return names


def _parts(case: Case) -> Iterable[Any]:
    for kind in _KINDS:
        yield from getattr(case, kind)


def _renamed(case: Case, names: Mapping[str, str]) -> Case:
    def new(one: str | None) -> str | None:
        return None if one is None else names.get(one, one)

    named = _mapped(case, new, lambda many: tuple(names.get(one, one) for one in many))
    own = {
        kind: tuple(msgspec.structs.replace(part, id=names.get(part.id, part.id)) for part in getattr(named, kind))
        for kind in _KINDS
    }
    return msgspec.structs.replace(named, **own)


def _mapped(case: Case, one: Callable[[str | None], str | None], many: Callable[[tuple[str, ...]], tuple[str, ...]]) -> Case:
    """`case` with every reference from one part to another put through `one` and `many`."""

    def person(it: Person) -> Person:
        places = tuple(msgspec.structs.replace(where, because=many(where.because)) for where in it.locations)
        return msgspec.structs.replace(it, locations=places)

    def event(it: Event) -> Event:
        ends = {"by": one(it.by), "to": one(it.to), "concerns": one(it.concerns)}
        return msgspec.structs.replace(it, **ends, events=many(it.events), exhibits=many(it.exhibits))

    return msgspec.structs.replace(
        case,
        persons=tuple(person(it) for it in case.persons),
        identifiers=tuple(msgspec.structs.replace(it, used_by=one(it.used_by)) for it in case.identifiers),
        events=tuple(event(it) for it in case.events),
    )


def _completed(known: Person, more: Person) -> Person:
    nationalities = {one.state for one in known.nationalities}
    return msgspec.structs.replace(
        known,
        roles=tuple(dict.fromkeys((*known.roles, *more.roles))),
        nationality=(*known.nationality, *(one for one in more.nationalities if one.state not in nationalities)),
        locations=tuple(dict.fromkeys((*known.locations, *more.locations))),
        birth_year=known.birth_year or more.birth_year,
        minor=known.minor if known.minor is not None else more.minor,
        dialect=known.dialect or more.dialect,
    )
