"""What connects an act with states: where its author was, where it arrived, whose national did or suffered it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from longarm.case.answer import Answer
from longarm.case.model import Event, Nationality, Person
from longarm.law.answer import BasisOfJurisdiction, Ground
from longarm.law.scene import Scene

_OF_RESULT: Final[tuple[BasisOfJurisdiction, ...]] = ("territorial", "effects")


class Nexus(msgspec.Struct, frozen=True, gc=False):
    """One act and one state. `surely`: yes only on what is known. `opens`: what would settle an unknown."""

    state: str
    event: Event
    basis: BasisOfJurisdiction
    ground: Ground
    surely: Answer
    because: tuple[str, ...]
    opens: tuple[tuple[str, str], ...] = ()


def all_nexus(scene: Scene) -> dict[str, list[Nexus]]:
    """Every connection of the acts of the scene, by state, in order of the case."""
    found: dict[str, list[Nexus]] = {}
    for event in scene.acts:
        for nexus in _of_event(scene, event):
            found.setdefault(nexus.state, []).append(nexus)
    return found


def nationality(nationalities: tuple[Nationality, ...], state: str) -> Answer:
    """Is somebody with these a national of `state`? No where only another one is known: a second is not assumed."""
    other = False
    for own in nationalities:
        if own.state == state:
            return Answer.YES if own.certainty == "known" else Answer.UNKNOWN
        other = other or (own.certainty == "known" and own.state != "unknown")
    return Answer.NO if other else Answer.UNKNOWN


def _of_event(scene: Scene, event: Event) -> Iterator[Nexus]:
    author = scene.person(event.by)
    if author:
        for place in scene.places(author, event.at):
            opens = () if place.surely is Answer.YES else (("location", author.id),)
            yield Nexus(place.state, event, "territorial", "conduct", place.surely, place.because, opens)
        yield from _national(scene, event, author, "active_personality")
    for harmed in scene.harmed_by(event):
        yield from _arrived(scene, event, harmed)
        yield from _national(scene, event, harmed, "passive_personality")


def _national(scene: Scene, event: Event, person: Person, basis: BasisOfJurisdiction) -> Iterator[Nexus]:
    for own in scene.nationalities[person.id]:
        if own.certainty == "known":
            yield Nexus(own.state, event, basis, "nationality", Answer.YES, (person.id,))
        else:
            yield Nexus(own.state, event, basis, "nationality", Answer.UNKNOWN, (person.id,), (("nationality", person.id),))


def _arrived(scene: Scene, event: Event, harmed: Person) -> Iterator[Nexus]:
    """Where the act arrived: where she was, or may have been. Who says nothing of her place may be at home."""
    asked = (("residence", harmed.id),)
    places = scene.places(harmed, event.at)
    for place in places:
        opens = () if place.surely is Answer.YES else asked
        for basis in _OF_RESULT:
            yield Nexus(place.state, event, basis, "result", place.surely, place.because, opens)
    if all(place.state == "unknown" for place in harmed.locations):
        for own in scene.nationalities[harmed.id]:
            for basis in _OF_RESULT:
                yield Nexus(own.state, event, basis, "result", Answer.UNKNOWN, (harmed.id,), asked)
    for place in scene.homes(harmed, event.at):
        opens = () if place.surely is Answer.YES else asked
        yield Nexus(place.state, event, "residence", "residence", place.surely, place.because, opens)
