"""A case of a series as it leaves: what the suspect used and did; of who was harmed neither name, number nor word.

Further than `minimise`, which it begins with: persons, identifiers and events get ids of ours (an id may be a name), the alias
goes too, free words go, and what a suspect used stays here where it holds a name or number of somebody harmed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

import msgspec

from longarm.case.model import Case, Event, Identifier, Location, Person
from longarm.case.vocabulary import PLATFORMS
from longarm.exchange.request.minimise import minimise
from longarm.exchange.request.theirs import HARMED, Theirs


class Unnamed(NamedTuple):
    """`ids`: of the identifiers a suspect used, from those of the case to ours. `kept_back`: how many of these did not go."""

    case: Case
    ids: dict[str, str]
    kept_back: int


def unnamed(case: Case, reference: str, theirs: Theirs, kept_back: Collection[str] = ()) -> Unnamed:
    """`case` for a prosecutor, under `reference`. `kept_back`: identifiers that stay whatever they look like."""
    least = minimise(_harmed_first(case), reference, "information").case
    people = _renamed(least.persons, lambda one: "harmed" if HARMED & set(one.roles) else "suspect")
    mine = {one.id for one in least.persons if not HARMED & set(one.roles)}
    used = [one for one in least.identifiers if one.used_by in mine]
    ids = {one.id: f"id-{number}" for number, one in enumerate(used, 1)}
    going = [one for one in used if one.id not in kept_back and not any(map(theirs.in_, (one.value, one.handle)))]
    events = {one.id: f"event-{number}" for number, one in enumerate(least.events, 1)}
    names = people | {one.id: ids[one.id] for one in going} | events
    made = Case(
        longarm="case/1",
        reference=reference,
        opened=least.opened,
        language=least.language,
        persons=tuple(_person(one, names, theirs) for one in least.persons),
        identifiers=tuple(_identifier(one, names, theirs) for one in going),
        events=tuple(_event(one, names) for one in least.events),
    )
    return Unnamed(made, ids, len(used) - len(going))


def _harmed_first(case: Case) -> Case:
    """Who is harmed, or helps, is no suspect here, whatever else the file says of the same person."""
    persons = tuple(
        msgspec.structs.replace(one, roles=tuple(role for role in one.roles if role in HARMED))
        if HARMED & set(one.roles)
        else one
        for one in case.persons
    )
    return msgspec.structs.replace(case, persons=persons)


def _renamed(persons: Iterable[Person], kind: Callable[[Person], str]) -> dict[str, str]:
    counts: dict[str, int] = {}
    names = {}
    for one in persons:
        word = kind(one)
        counts[word] = counts.get(word, 0) + 1
        names[one.id] = f"{word}-{counts[word]}"
    return names


def _person(one: Person, names: Mapping[str, str], theirs: Theirs) -> Person:
    harmed = bool(HARMED & set(one.roles))
    named = not harmed and not theirs.in_(one.legal_name)
    return Person(
        id=names[one.id],
        roles=one.roles,
        alias=None if harmed or theirs.in_(one.alias, loosely=True) else one.alias,
        legal_name=one.legal_name if named else None,
        identity=one.identity if named else "unknown",
        birth_year=None if harmed else one.birth_year,
        minor=one.minor,
        nationality=one.nationalities,
        locations=tuple(_place(place, names) for place in one.locations),
    )


def _place(place: Location, names: Mapping[str, str]) -> Location:
    """The state, no free word."""
    because = tuple(names[one] for one in place.because if one in names)
    return Location(state=place.state, from_=place.from_, to=place.to, certainty=place.certainty, because=because)


def _identifier(one: Identifier, names: Mapping[str, str], theirs: Theirs) -> Identifier:
    return Identifier(
        id=names[one.id],
        type=one.type,
        value=one.value,
        used_by=names.get(one.used_by or ""),
        platform=one.platform if one.platform in PLATFORMS else None,
        handle=one.handle,
        service=None if theirs.in_(one.service) else one.service,
        from_=one.from_,
        to=one.to,
    )


def _event(one: Event, names: Mapping[str, str]) -> Event:
    return Event(
        id=names[one.id],
        kind=one.kind,
        at=one.at,
        by=names.get(one.by or ""),
        to=names.get(one.to or ""),
        concerns=names.get(one.concerns or ""),
        wants=one.wants,
        via=one.via if one.via in PLATFORMS else None,
        events=tuple(names[other] for other in one.events if other in names),
    )
