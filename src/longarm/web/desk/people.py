"""The persons of a case as the desk shows them: roles, states and how sure they are; never a legal name unasked."""

from __future__ import annotations

from typing import NamedTuple

from longarm.case.model import Case, Person
from longarm.casework.day.desk import CaseView
from longarm.texts import Language, say
from longarm.web.dates import state
from longarm.web.desk.administer.names import dialect_named

# What is dangerous at once, in the order in which it is asked.
DANGERS = (
    "child_at_risk", "self_harm", "honour_violence", "shared_household", "prosecution_of_complainant", "own_embassy",
    "armed_or_official_suspect", "monitored_device",
)  # fmt: skip


class Place(NamedTuple):
    state: str
    certainty: str  # known | claimed | inferred | unknown
    because: tuple[str, ...]


class PersonShown(NamedTuple):
    id: str
    called: str
    roles: str
    harmed: bool
    suspect: bool
    recipient: bool
    minor: bool
    birth_year: int | None
    nationalities: tuple[Place, ...]
    places: tuple[Place, ...]
    dialect: str | None
    note: str | None


def called(case: Case) -> str:
    return next((person.called() for person in case.complainants if person.alias), case.reference)


def called_by(person: Person, language: Language) -> str:
    """The alias; without one, the first role and what tells the person from others of it."""
    if person.alias:
        return person.alias
    number = person.id.rpartition("-")[2]
    role = say(f"desk-role-{person.roles[0]}", language)
    return f"{role} {number}" if number.isdecimal() and number != "1" else role


def persons(case: Case, language: Language) -> tuple[PersonShown, ...]:
    return tuple(_shown(person, language) for person in case.persons)


def risks(view: CaseView, language: Language) -> tuple[str, ...]:
    """The dangers of the case and those the law adds, the most urgent first."""
    named = dict.fromkeys([*view.case.risks, *(hazard.id for hazard in view.answer.hazards)])
    order = {risk: place for place, risk in enumerate(DANGERS)}
    return tuple(
        risk_named(risk, language) for risk in sorted(named, key=lambda risk: order.get(risk, len(order))) if risk in order
    )


def risk_named(risk: str, language: Language) -> str:
    return say(f"desk-risk-{risk.replace('_', '-')}", language)


def lead(view: CaseView, language: Language) -> tuple[str, ...]:
    """Who and where, in two short lines: the person harmed, the suspect."""
    lines = []
    for person in view.case.complainants[:1]:
        nationality = (", " if language != "ar" else "، ").join(state(one.state, language) for one in person.nationalities)
        place = state(person.locations[-1].state, language) if person.locations else ""
        known = "both" if nationality and place else "place" if place else "nationality" if nationality else "none"
        lines.append(say("desk-lead-complainant", language, known=known, nationality=nationality, place=place))
    for person in view.case.with_role("suspect")[:1]:
        place = state(person.locations[-1].state, language) if person.locations else say("web-unknown-state", language)
        certainty = person.locations[-1].certainty if person.locations else "unknown"
        lines.append(say("desk-lead-suspect", language, place=place, certainty=certainty))
    return tuple(lines)


def _shown(person: Person, language: Language) -> PersonShown:
    return PersonShown(
        id=person.id,
        called=called_by(person, language),
        roles="، ".join(_roles(person, language)) if language == "ar" else ", ".join(_roles(person, language)),
        harmed="complainant" in person.roles,
        suspect=bool({"suspect", "instigator", "intermediary"} & set(person.roles)),
        recipient="recipient" in person.roles,
        minor=bool(person.minor),
        birth_year=person.birth_year,
        nationalities=tuple(Place(state(n.state, language), n.certainty, ()) for n in person.nationalities),
        places=tuple(Place(state(place.state, language), place.certainty, place.because) for place in person.locations),
        dialect=dialect_named(person.dialect, language) if person.dialect else None,
        note=person.note,
    )


def _roles(person: Person, language: Language) -> list[str]:
    return [say(f"desk-role-{role}", language) for role in person.roles]
