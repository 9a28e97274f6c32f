"""What of a case the other side gets: what the measure needs, and nothing else. What is left out is said, by code and number.
Long: a rule for each part of a case.

Nothing that may turn against the person harmed in the state that is asked goes there: her dangers never, and where the law
there endangers her (the path's hazards) neither her nationality, her places, nor what exposes her.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, NamedTuple

import msgspec

from longarm.case.model import Case, Event, Identifier, Location, Person
from longarm.case.vocabulary import EventKind
from longarm.exchange.request.words import LeftOut, Measure

# Where a hazard of exposure stands beside the path, events of these kinds stay at home (law/rules/hazards.yaml, laws).
_EXPOSING: Final[frozenset[EventKind]] = frozenset(
    ("intimate_image_obtained", "intimate_image_published", "fabricated_material", "publication")
)
_DANGEROUS_THERE: Final = frozenset(("prosecution_of_complainant", "honour_violence", "own_embassy", "irregular_stay"))
_OF_AUTHORITIES: Final[frozenset[EventKind]] = frozenset(("report_filed", "report_refused", "reply", "arrest", "warrant_issued"))
# Who reaches her for help must know her place; who acts against a suspect needs his name where it is known.
_WITH_SUSPECTS_NAME: Final[frozenset[Measure]] = frozenset(
    ("identify", "arrest", "surrender", "prosecute", "take_statement", "stored_data", "information", "preserve")
)


class Minimised(NamedTuple):
    """`left_out`: how many pieces of each kind did not go along."""

    case: Case
    left_out: dict[LeftOut, int]


def minimise(
    case: Case,
    reference: str,
    measure: Measure,
    *,
    events: Collection[str] = (),
    hazards: Collection[str] = (),
    name_complainant: bool = False,
) -> Minimised:
    """The case for the other side, under `reference`.

    `events`: those of the path, none: all. `hazards`: those beside the path. `name_complainant`: her legal name goes along,
    because the measure needs it and she allowed it; never where a hazard of the path would turn it against her.
    """
    left: dict[LeftOut, int] = {}
    endangered = bool(_DANGEROUS_THERE & (set(hazards) | set(case.risks)))
    gone = _Gone(left)
    wanted = [one for one in case.events if gone.unless(_goes(one, events), "events")]
    wanted = [one for one in wanted if gone.unless(not (endangered and one.kind in _EXPOSING), "exposing")]
    harmed, offenders = {one.id for one in case.complainants}, {one.id for one in case.suspects}
    kept = harmed | offenders
    persons = [one for one in case.persons if gone.unless(one.id in kept, "other_persons")]
    named = name_complainant and not endangered
    people = tuple(
        _offender(one, gone, measure) if one.id in offenders else _harmed(one, gone, named=named, endangered=endangered)
        for one in persons
    )
    identifiers = tuple(
        _plain(one, gone)
        for one in case.identifiers
        if gone.unless(one.used_by in offenders or one.used_by is None, "identifiers")
    )
    stay = kept | {one.id for one in identifiers} | {one.id for one in wanted}
    gone.count("exhibits", len(case.exhibits))
    gone.count("hazards", len(case.risks))
    gone.count("notes", sum(bool(text) for text in (case.note, case.notes)))
    made = Case(
        longarm="case/1",
        reference=reference,
        opened=case.opened,
        language=case.language,
        persons=tuple(_among(one, stay) for one in people),
        identifiers=identifiers,
        events=tuple(_told(one, stay, gone) for one in wanted),
    )
    return Minimised(made, {kind: number for kind, number in left.items() if number})


class _Gone:
    """Counts what does not go along."""

    def __init__(self, left: dict[LeftOut, int]) -> None:
        self.left = left

    def count(self, kind: LeftOut, number: int = 1) -> None:
        self.left[kind] = self.left.get(kind, 0) + number

    def unless(self, goes: bool, kind: LeftOut) -> bool:
        if not goes:
            self.count(kind)
        return goes


def _goes(event: Event, events: Collection[str]) -> bool:
    """What authorities did elsewhere is not theirs to read; the refusals of others least of all."""
    return event.kind not in _OF_AUTHORITIES and (not events or event.id in events)


def _harmed(person: Person, gone: _Gone, *, named: bool, endangered: bool) -> Person:
    """Her alias, whether she is a minor; what jurisdiction needs (nationality, state) unless it endangers her there."""
    gone.count("legal_names", int(bool(person.legal_name) and not named))
    gone.count("safe_contacts", int(bool(person.safe_contact)))
    gone.count("notes", sum(bool(text) for text in (person.note, person.notes)))
    gone.count("exposing", len(person.nationality) + len(person.locations) if endangered else 0)
    return Person(
        id=person.id,
        roles=person.roles,
        alias=None if endangered else person.alias,
        legal_name=person.legal_name if named else None,
        identity=person.identity if named else "unknown",
        minor=person.minor,
        nationality=() if endangered else person.nationalities,
        locations=() if endangered else tuple(_state_only(one) for one in person.locations),
    )


def _offender(person: Person, gone: _Gone, measure: Measure) -> Person:
    named = measure in _WITH_SUSPECTS_NAME
    gone.count("legal_names", int(bool(person.legal_name) and not named))
    gone.count("notes", sum(bool(text) for text in (person.note, person.notes)))
    return msgspec.structs.replace(
        person,
        note=None,
        notes=None,
        legal_name=person.legal_name if named else None,
        identity=person.identity if named else "unknown",
        residence_status=None,
        safe_contact=None,
        consents=(),
        locations=tuple(msgspec.structs.replace(one, note=None, notes=None) for one in person.locations),
    )


def _state_only(place: Location) -> Location:
    return Location(state=place.state, from_=place.from_, to=place.to, certainty=place.certainty)


def _plain(identifier: Identifier, gone: _Gone) -> Identifier:
    gone.count("notes", sum(bool(text) for text in (identifier.note, identifier.notes)))
    return msgspec.structs.replace(identifier, note=None, notes=None)


def _among(person: Person, stay: Collection[str]) -> Person:
    """Reasons that point to what did not go along are dropped."""
    places = tuple(
        msgspec.structs.replace(one, because=tuple(name for name in one.because if name in stay)) for one in person.locations
    )
    return msgspec.structs.replace(person, locations=places)


def _told(event: Event, stay: Collection[str], gone: _Gone) -> Event:
    gone.count("notes", sum(bool(text) for text in (event.note, event.notes)))
    return msgspec.structs.replace(
        event,
        note=None,
        notes=None,
        before=None,
        reason=None,
        by=event.by if event.by in stay else None,
        to=event.to if event.to in stay else None,
        concerns=event.concerns if event.concerns in stay else None,
        events=tuple(name for name in event.events if name in stay),
        exhibits=(),
    )
