"""Fields on persons: who complains, who is suspected, where they are, and how sure each statement is."""

from __future__ import annotations

from datetime import date

from longarm.case.model import Case, Location, Person
from longarm.documents.content import Content, Text, items
from longarm.documents.dates import say_date
from longarm.documents.matter import Matter


def complainant_name(matter: Matter) -> Content | None:
    """The legal name only, never the alias; left to the person signing where the case does not hold it."""
    person = _complainant(matter)
    return Text(person.legal_name) if person and person.legal_name else None


def complainant_birth(matter: Matter) -> Content | None:
    person = _complainant(matter)
    return Text(matter.say("born-year", year=matter.number(person.birth_year))) if person and person.birth_year else None


def complainant_nationality(matter: Matter) -> Content | None:
    person = _complainant(matter)
    return items(nationalities_of(matter, person)) if person else None


def complainant_contact(matter: Matter) -> Content | None:
    person = _complainant(matter)
    return contact_of(matter, person) if person else None


def contact_of(matter: Matter, person: Person) -> Content | None:
    """The safe ways to reach that person."""
    safe = person.safe_contact
    if not safe:
        return None
    return Text(safe if isinstance(safe, str) else matter.listed(list(safe.values())))


def minor_guardian(matter: Matter) -> Content | None:
    """Only where a minor is harmed; who guards the minor is named by role, for the guardian may be the danger."""
    if not any(person.minor for person in matter.case.complainants):
        return None
    return items([matter.party(person.id) for person in matter.case.with_role("guardian")])


def suspect_id(matter: Matter) -> Content | None:
    """What is known of every suspect, marked known, claimed or inferred; `unknown` where nothing is."""
    suspects = matter.case.with_role("suspect")
    if not suspects:
        return Text(matter.say("suspect-unknown"))
    lines = []
    for person in suspects:
        known = [matter.say("suspect-known-as", alias=person.alias)] if person.alias else [matter.say("suspect-unknown")]
        nationalities = [matter.say("nationality-of", nationality=said) for said in nationalities_of(matter, person)]
        lines.append(matter.listed(known + nationalities))
    return items(lines)


def suspect_location(matter: Matter) -> Content | None:
    return items([_location(matter, where) for person in matter.case.with_role("suspect") for where in person.locations])


def instigator(matter: Matter) -> Content | None:
    persons = matter.case.with_role("instigator", "intermediary")
    return items([matter.listed([matter.party(p.id), *(_location(matter, where) for where in p.locations)]) for p in persons])


def representative(matter: Matter) -> Content | None:
    return items([matter.party(person.id) for person in matter.case.with_role("reporter")])


def homes(case: Case, day: date) -> list[str]:
    """The states where the person harmed is on that day as far as the case tells; the adult's where there is one."""
    harmed = sorted(case.complainants, key=lambda person: bool(person.minor))
    return [
        place.state
        for place in (harmed[0].locations if harmed else ())
        if (not place.from_ or place.from_.first <= day) and (not place.to or place.to.last >= day) and place.state != "unknown"
    ]


def residence(matter: Matter) -> str | None:
    """Where the person harmed lives: abroad where the case knows of a place abroad; None where it knows of none."""
    places = homes(matter.case, matter.as_of)
    away = [state for state in places if state != matter.forum]
    return next(iter(away or places), None)


def nationalities_of(matter: Matter, person: Person) -> list[str]:
    """Each nationality with how sure it is."""
    return [
        matter.say("nationality-item", state=matter.state(n.state), certainty=matter.say(f"certainty-{n.certainty}"))
        for n in person.nationalities
        if n.state != "unknown"
    ]


def _complainant(matter: Matter) -> Person | None:
    """The adult who complains; the minor where there is no adult."""
    harmed = matter.case.complainants
    return next((person for person in harmed if not person.minor), harmed[0] if harmed else None)


def _location(matter: Matter, where: Location) -> str:
    if where.state == "unknown":
        return matter.say("certainty-unknown")
    facts = {"state": matter.state(where.state), "certainty": matter.say(f"certainty-{where.certainty}")}
    start = say_date(where.from_, matter.language, matter.forum)
    if where.from_ and where.to:
        return matter.say("location-span", **facts, **{"from": start, "to": say_date(where.to, matter.language, matter.forum)})
    return matter.say("location-from", **facts, **{"from": start}) if where.from_ else matter.say("location-item", **facts)
