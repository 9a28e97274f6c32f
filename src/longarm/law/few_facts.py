"""A case made of the few things somebody tells without a name: where both are, what is demanded, of whom, what is out already."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, get_args

import msgspec

from longarm.case.answer import Answer
from longarm.case.model import Case, Event, Identifier, Location, Person, Trace
from longarm.case.states import STATES
from longarm.case.vocabulary import EventKind, Wants
from longarm.case.when import When
from longarm.errors import BadInput

WANTS: Final[tuple[Wants, ...]] = get_args(Wants)
Part = Literal["minor", "pictures", "published"]
PARTS: Final[tuple[Part, ...]] = get_args(Part)
UNKNOWN: Final = "unknown"
REFERENCE: Final = "between"
_HARMED, _OTHER, _CHILD, _NUMBER = "complainant", "suspect-1", "child", "phone-1"


class FewFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What was told. States are ISO 3166-1 codes; only `harmed_in` must be known.

    `minor`: is anybody under 18 in it? `pictures`: has the other private pictures? `published`: is something out already?
    `number_of`: the state whose telephone number the other uses. `platform`: the id of the service it went through.
    """

    harmed_in: str
    suspect_in: str = UNKNOWN
    number_of: str = UNKNOWN
    platform: str | None = None
    demand: Wants | None = None
    minor: Answer = Answer.UNKNOWN
    pictures: Answer = Answer.UNKNOWN
    published: Answer = Answer.UNKNOWN

    def __post_init__(self) -> None:
        """Raises BadInput for a state that is none."""
        if self.harmed_in not in STATES:
            raise BadInput("ask-where", value=self.harmed_in[:20])
        for code in (self.suspect_in, self.number_of):
            if code != UNKNOWN and code not in STATES:
                raise BadInput("ask-no-state", value=code[:20])


def case_from(told: FewFacts, day: date) -> Case:
    """The smallest case that says what was told, and nothing more: a threat, and what goes with it, all on `day`.

    Where the other is counts as told, not as established (`claimed`): so no step towards that state rests on it alone.
    """
    return Case(
        longarm="case/1",
        reference=REFERENCE,
        opened=When.parse(day.isoformat()),
        persons=_persons(told),
        identifiers=_identifiers(told),
        events=_events(told, When.parse(day.isoformat())),
        risks=("child_at_risk",) if told.minor is Answer.YES else (),
    )


def traces_of(told: FewFacts) -> tuple[Trace, ...]:
    """The state of the number, where it was told; the number itself is not asked for."""
    return () if told.number_of == UNKNOWN else (Trace(id=_NUMBER, state=told.number_of, certainty="medium"),)


def _persons(told: FewFacts) -> tuple[Person, ...]:
    here = (Location(state=told.harmed_in),)
    there = () if told.suspect_in == UNKNOWN else (Location(state=told.suspect_in, certainty="claimed"),)
    harmed = Person(id=_HARMED, roles=("complainant",), minor=False if told.minor is Answer.NO else None, locations=here)
    other = Person(id=_OTHER, roles=("suspect",), locations=there)
    if told.minor is not Answer.YES:
        return (harmed, other)
    return (harmed, other, Person(id=_CHILD, roles=("complainant",), minor=True, locations=here))


def _identifiers(told: FewFacts) -> tuple[Identifier, ...]:
    if told.number_of == UNKNOWN:
        return ()
    return (Identifier(id=_NUMBER, type="phone", value=UNKNOWN, used_by=_OTHER),)


def _events(told: FewFacts, on: When) -> tuple[Event, ...]:
    concerned = _CHILD if told.minor is Answer.YES else None
    kinds: list[tuple[EventKind, Wants | None]] = [("threat_to_publish", None)]
    if told.demand is not None:
        kinds.append(("demand", told.demand))
    if told.minor is Answer.YES and told.demand in ("sexual", "images"):
        kinds.append(("child_sexual_demand", None))
    if told.pictures is Answer.YES:
        kinds.append(("intimate_image_obtained", None))
    if told.published is Answer.YES:
        kinds.append(("intimate_image_published" if told.pictures is Answer.YES else "publication", None))
    return tuple(
        Event(id=f"e{number}", kind=kind, at=on, by=_OTHER, to=_HARMED, wants=wants, concerns=concerned, via=told.platform)
        for number, (kind, wants) in enumerate(kinds, start=1)
    )
