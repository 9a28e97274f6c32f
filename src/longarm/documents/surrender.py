"""Fields of a request for surrender: penalty, the same act abroad, nationality, warrant; each printed with how sure it is."""

from __future__ import annotations

from longarm.documents.content import Content, Text, items
from longarm.documents.dates import say_date
from longarm.documents.legal import grid_of, penalty_of
from longarm.documents.matter import Matter
from longarm.documents.persons import nationalities_of


def penalty(matter: Matter) -> Content | None:
    """The highest ceiling among the offences proposed; unknown ones are no reason to name none."""
    ceilings = [line.max_years for line in matter.answer.offences if line.state == matter.forum and line.max_years is not None]
    if not ceilings:
        return None
    for word in ("death", "life"):
        if word in ceilings:
            return Text(penalty_of(matter, word))
    return Text(penalty_of(matter, max(years for years in ceilings if not isinstance(years, str))))


def dual_crim(matter: Matter) -> Content | None:
    """What the law of the requested state makes of the same facts, as far as longarm knows it: an opinion, said as one."""
    return grid_of(matter, matter.requested) if matter.requested else None


def nationality_bar(matter: Matter) -> Content | None:
    """Is a suspect a national of the requested state? Most states do not give up their own: then trial there is asked."""
    if not matter.requested:
        return None
    said = []
    for person in matter.case.with_role("suspect"):
        held = {n.state: n.certainty for n in person.nationalities}
        name, state = matter.party(person.id), matter.state(matter.requested)
        if matter.requested in held:
            certainty = matter.say(f"certainty-{held[matter.requested]}")
            said.append(matter.say("national-yes", person=name, state=state, certainty=certainty))
        else:
            said.append(matter.say("national-other" if held else "national-unknown", person=name, state=state))
    return items(said)


def death_penalty(matter: Matter) -> Content | None:
    lines = [line.max_years for line in matter.answer.offences if line.state == matter.forum]
    if not lines:
        return None
    if "death" in lines:
        return Text(matter.say("death-yes"))
    return Text(matter.say("death-unknown" if None in lines else "death-no"))


def warrant(matter: Matter) -> Content | None:
    issued = [event for event in matter.case.events_in_order() if event.kind == "warrant_issued"]
    return items([matter.say("warrant", day=say_date(event.at, matter.language, matter.forum)) for event in issued])


def person_desc(matter: Matter) -> Content | None:
    """Year of birth and nationality of each suspect, with how sure; no picture."""
    said = []
    for person in matter.case.with_role("suspect"):
        known = nationalities_of(matter, person)
        if person.birth_year:
            known.insert(0, matter.say("born-year", year=matter.number(person.birth_year)))
        if known:
            said.append(matter.listed([matter.party(person.id), *known]))
    return items(said)
