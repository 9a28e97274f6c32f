"""What is known of an offender now: where, whose national, and whether by name; what a state must know to hand anybody over."""

from __future__ import annotations

import msgspec

from longarm.case.answer import Answer
from longarm.case.model import Nationality, Person
from longarm.law import presence
from longarm.law.nexus import nationality
from longarm.law.scene import Scene


class Offender(msgspec.Struct, frozen=True):
    """`place`: the states the person may be in on the day, with how sure that is.

    `identified`: by a name that is not only claimed or inferred; a state where the person is known to be tells nobody who it is.
    """

    person: Person
    nationalities: tuple[Nationality, ...]
    place: tuple[presence.Presence, ...]
    identified: bool
    seeks_refuge: bool

    def is_in(self, state: str) -> Answer:
        """Is the person in `state` now?"""
        return presence.surely_in(self.place, state)

    def national_of(self, state: str) -> Answer:
        return nationality(self.nationalities, state)


def offenders(scene: Scene) -> tuple[Offender, ...]:
    named = {i.used_by for i in scene.case.identifiers if i.type == "name"}
    return tuple(
        Offender(
            person=person,
            nationalities=scene.nationalities[person.id],
            place=scene.places(person, scene.today),
            identified=_is_named(person) or person.id in named,
            seeks_refuge=_seeks_refuge(person),
        )
        for person in scene.offenders
    )


def _is_named(person: Person) -> bool:
    return bool(person.legal_name) and person.identity not in ("claimed", "inferred")


def _seeks_refuge(person: Person) -> bool:
    """Says, or is said, to be a refugee: then nothing goes to the state fled from."""
    status = person.residence_status
    words = " ".join(status.values()) if isinstance(status, dict) else status or ""
    return any(word in words.casefold() for word in ("refug", "asyl", "réfug", "لاجئ", "لجوء"))
