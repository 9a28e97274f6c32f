"""Where a person was on a day, and how sure that is: people move, so every question of place is asked with a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from longarm.case.answer import Answer
from longarm.case.model import Location, Person
from longarm.case.when import When


class Presence(msgspec.Struct, frozen=True):
    """A state a person was, or may have been, in. `surely` yes only for a known stay that certainly covers the day."""

    state: str
    surely: Answer
    certainty: str
    because: tuple[str, ...]


def at(person: Person, day: When) -> tuple[Presence, ...]:
    """Every state the person may have been in on `day`. A journey hides the home it lies within."""
    covering = [(place, covered) for place in person.locations if (covered := _covers(place, day)) is not Answer.NO]
    if len(covering) > 1:
        away = [place for place, covered in covering if covered is Answer.YES and place.certainty == "known"]
        away = [place for place in away if place.state != "unknown"]
        covering = [(p, covered) for p, covered in covering if not any(inside(other, p) for other in away if other is not p)]
    return tuple(_presence(person, place, covered) for place, covered in covering if place.state != "unknown")


def residence(person: Person, day: When) -> tuple[Presence, ...]:
    """Where the person lives: as `at`, but a stay with an end that lies within a longer one is only a journey."""
    homes = [p for p in person.locations if p.state != "unknown" and _covers(p, day) is not Answer.NO]
    if len(homes) > 1:
        stays = homes
        homes = [
            place for place in stays if not (place.to and any(inside(place, other) for other in stays if other is not place))
        ]
        homes = [place for place in homes if not any(inside(other, place) for other in homes if other is not place)]
    return tuple(_presence(person, place, _covers(place, day)) for place in homes)


def _presence(person: Person, place: Location, covered: Answer) -> Presence:
    surely = covered if place.certainty == "known" else Answer.UNKNOWN
    return Presence(place.state, surely, place.certainty, (person.id, *place.because))


def surely_in(places: tuple[Presence, ...], state: str) -> Answer:
    """Is somebody with these places in `state`? No where a known stay elsewhere covers the day."""
    elsewhere = False
    for place in places:
        if place.surely is Answer.YES:
            if place.state == state:
                return Answer.YES
            elsewhere = True
    return Answer.NO if elsewhere else Answer.UNKNOWN


def states_of(person: Person) -> Iterator[str]:
    """Every state named as a place of the person, on any day."""
    for place in person.locations:
        if place.state != "unknown":
            yield place.state


def inside(one: Location, other: Location) -> bool:
    """Does the stay `one` lie within `other`, and is it shorter?"""
    (start, end), (from_, to) = _span(one), _span(other)
    return from_ <= start and end <= to and (start, end) != (from_, to)


def certainly_overlap(one: Location, other: Location, allowed: timedelta) -> bool:
    """Do the two certainly share more days than `allowed`? Only days that both certainly cover count."""
    first = max(_start(one).last if one.from_ else date.min, _start(other).last if other.from_ else date.min)
    last = min(_end(one).first if one.to else date.max, _end(other).first if other.to else date.max)
    return last - first >= allowed if last >= first else False


def _covers(place: Location, day: When) -> Answer:
    """Yes when every possible day of `day` lies within, no when none does."""
    begun = _start(place).on_or_before(day.first) if place.from_ else Answer.YES
    if begun is Answer.NO and place.from_ and place.from_.first <= day.last:
        begun = Answer.UNKNOWN
    lasts = Answer.YES
    if place.to and place.to.known:
        lasts = Answer.YES if place.to.first >= day.last else Answer.NO if place.to.last < day.first else Answer.UNKNOWN
    elif place.to:
        lasts = Answer.UNKNOWN
    return begun & lasts


def _span(place: Location) -> tuple[date, date]:
    start = place.from_.first if place.from_ and place.from_.known else date.min
    end = place.to.last if place.to and place.to.known else date.max
    return start, end


def _start(place: Location) -> When:
    assert place.from_ is not None  # noqa: S101 - for the type checker: asked only where it is set
    return place.from_


def _end(place: Location) -> When:
    assert place.to is not None  # noqa: S101 - as above
    return place.to
