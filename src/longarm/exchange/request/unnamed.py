"""A case of a series as it leaves: what the suspect used and did; of who was harmed neither name, number nor word.

Further than `minimise`, which it begins with: persons, identifiers and events get ids of ours (an id may be a name), the alias
goes too, free words go, and what a suspect used stays here where it holds a name or number of somebody harmed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

import msgspec

from longarm.case.model import Case, Event, Identifier, Location, Person
from longarm.case.vocabulary import PLATFORMS
from longarm.exchange.request.minimise import minimise

_HARMED: Final = frozenset(("complainant", "recipient", "guardian", "reporter"))
_NUMBER: Final = 6  # digits and more: shorter ones stand in anything
_END: Final = 9  # last digits of a longer one: as written in its state and from outside


class Unnamed(NamedTuple):
    """`ids`: of the identifiers a suspect used, from those of the case to ours. `kept_back`: how many of these did not go."""

    case: Case
    ids: dict[str, str]
    kept_back: int


class Theirs:
    """Names, numbers and addresses of the harmed side, to be met in any text."""

    def __init__(self, cases: Iterable[Case]) -> None:
        words: set[str] = set()
        first: set[str] = set()
        self._numbers: set[str] = set()
        for case in cases:
            for name in _names_of(case):
                words.add(_plain(name))
                first.add(_plain(name).partition(" ")[0])
            for text in map(_plain, _reached_by(case)):
                if len(digits := _digits(text)) >= _NUMBER and not any(letter.isalpha() for letter in text):
                    self._numbers.add(digits.lstrip("0")[-_END:])
                else:
                    words.add(text)
        self._words = _any_of(words)
        self._first = _any_of(words | {word for word in first if len(word) > 2})

    def in_(self, text: str | None, *, loosely: bool = False) -> bool:
        """Does the text hold any of them? `loosely`: a given name alone is enough."""
        plain = _plain(text or "")
        looked = self._first if loosely else self._words
        if looked and looked.search(plain):
            return True
        digits = _digits(plain)
        return any(number in digits for number in self._numbers)


def unnamed(case: Case, reference: str, theirs: Theirs, kept_back: Collection[str] = ()) -> Unnamed:
    """`case` for a prosecutor, under `reference`. `kept_back`: identifiers that stay whatever they look like."""
    least = minimise(_harmed_first(case), reference, "information").case
    people = _renamed(least.persons, lambda one: "harmed" if _HARMED & set(one.roles) else "suspect")
    mine = {one.id for one in least.persons if not _HARMED & set(one.roles)}
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
        msgspec.structs.replace(one, roles=tuple(role for role in one.roles if role in _HARMED))
        if _HARMED & set(one.roles)
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
    harmed = bool(_HARMED & set(one.roles))
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


def _names_of(case: Case) -> Iterator[str]:
    for person in _harmed_in(case):
        yield from filter(None, (person.alias, person.legal_name))


def _reached_by(case: Case) -> Iterator[str]:
    """What leads to her: the reference, what she uses, and of how she may be reached what is a number or an address."""
    yield case.reference
    harmed = _harmed_in(case)
    for person in harmed:
        contact = person.safe_contact
        words = contact.values() if isinstance(contact, dict) else (contact or "",)
        yield from (word for word in words if "@" in word or len(_digits(word)) >= _NUMBER)
    ids = {person.id for person in harmed}
    for one in case.identifiers:
        if one.used_by in ids:
            yield from filter(None, (one.value, one.handle))


def _harmed_in(case: Case) -> list[Person]:
    return [person for person in case.persons if _HARMED & set(person.roles)]


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    ordered = sorted((word for word in words if len(word) > 1), key=lambda word: (-len(word), word))
    return re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in ordered)) if ordered else None


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _digits(text: str) -> str:
    return "".join(str(unicodedata.digit(letter)) for letter in text if letter.isdigit())
