"""Which state can act, on what basis, on that date: one pure function from a case and the facts of law to ranked paths."""

from __future__ import annotations

from datetime import date

from longarm.case.model import Case, Trace
from longarm.law.answer import Note, Path, PathsAnswer
from longarm.law.asked import asked_states
from longarm.law.asking import with_all_hazards
from longarm.law.complaints import complaint, consular_statements
from longarm.law.explain import listed, said, said_of, state_named
from longarm.law.fitting import Fitting
from longarm.law.hazards import hazard_lines, hazards_of
from longarm.law.holders import Known, known_identifiers
from longarm.law.index import index_of
from longarm.law.jurisdiction import connected_states, jurisdiction_lines
from longarm.law.matter import Matter
from longarm.law.model import Facts
from longarm.law.nexus import all_nexus
from longarm.law.offences import Charges, offence_lines
from longarm.law.offenders import Offender, offenders
from longarm.law.own_steps import own_steps
from longarm.law.perishing import identifier_line
from longarm.law.providers import provider_requests
from longarm.law.ranking import ranked
from longarm.law.requests import own_orders, requests
from longarm.law.scene import Scene, set_scene
from longarm.law.standing import standing
from longarm.law.step import Step
from longarm.law.surrender import surrenders
from longarm.law.ties import Reach, Tie, ties


def paths(case: Case, facts: Facts, as_of: date, traces: tuple[Trace, ...] = ()) -> PathsAnswer:
    """The answer for `case` on `as_of`. `traces`: what `signals` says of its identifiers.

    Pure: the same arguments give the same answer. Raises BadInput when the case contradicts itself.
    """
    scene = set_scene(case, as_of)
    index = index_of(facts)
    states = connected_states(scene, facts)
    charges = {state: Charges(scene, index, state) for state in states}
    connections = all_nexus(scene)
    tied = {state: ties(Reach(scene, index, facts.states[state], charges), connections.get(state, [])) for state in states}
    matter = _matter(scene, facts, charges, tied, traces)
    found = ranked(with_all_hazards(matter, _steps(matter)))
    return PathsAnswer(
        case=case.reference,
        as_of=as_of.isoformat(),
        offences=tuple(line for state in states for line in offence_lines(charges[state])),
        jurisdiction=jurisdiction_lines(tie for state in states for tie in tied[state]),
        paths=found,
        identifiers=matter.identifiers,
        hazards=hazard_lines(matter.hazards),
        notes=(*_notes(scene, facts), *_unsure_channels(scene, found), *_limitation(matter)),
    )


def _matter(
    scene: Scene, facts: Facts, charges: dict[str, Charges], tied: dict[str, list[Tie]], traces: tuple[Trace, ...]
) -> Matter:
    known, people = known_identifiers(scene, facts, traces), offenders(scene)
    standings = {state: standing(state, found, charges[state]) for state, found in tied.items()}
    return Matter(
        scene=scene,
        facts=facts,
        index=index_of(facts),
        charges=charges,
        standings={state: found for state, found in standings.items() if found is not None},
        hazards=hazards_of(scene, index_of(facts), charges, _touched(charges, known, people)),
        known=known,
        identifiers=tuple(identifier_line(scene, facts, k) for k in known),
        offenders=people,
        fitting=Fitting(scene, charges),
    )


def _touched(charges: dict[str, Charges], known: tuple[Known, ...], people: tuple[Offender, ...]) -> frozenset[str]:
    """Every state in which the case may be tried, data may lie or an offender may be."""
    places = (place.state for offender in people for place in offender.place)
    return frozenset((*charges, *places, *(held.state for one in known for held in one.held)))


def _steps(matter: Matter) -> list[Step]:
    steps = own_steps(matter)
    asked = asked_states(matter)
    for state, found in matter.standings.items():
        steps.append(complaint(matter, found))
        if not found.firm or found.status == "blocked":
            continue
        for other in asked.values():
            steps += own_orders(matter, found, other) if other.state == state else requests(matter, found, other)
        steps += provider_requests(matter, found)
        steps += surrenders(matter, found)
    return [*steps, *consular_statements(matter)]


def _unsure_channels(scene: Scene, found: tuple[Path, ...]) -> tuple[Note, ...]:
    """Which of the channels named are not known to have been there on that day: said once."""
    unsure = {p.before.id: p.before.name for p in found if p.before is not None and p.before.on_that_day == "unknown"}
    if not unsure:
        return ()
    names = listed(tuple((name["ar"], name["en"], name["fr"]) for name in unsure.values()))
    told = said_of("note-channels-unsure", names, "channels", day=scene.as_of.isoformat())
    return (Note(code="channels_unsure", text=told),)


def _limitation(matter: Matter) -> tuple[Note, ...]:
    """In which states that may try it the time for prosecution is not known: said once."""
    unknown = [s for s, found in matter.standings.items() if found.charges and all(c.until is None for c in found.charges)]
    if not unknown:
        return ()
    names = listed(tuple(state_named(matter.facts, state) for state in unknown))
    return (Note(code="limitation_unknown", text=said("note-limitation", states=names)),)


def _notes(scene: Scene, facts: Facts) -> tuple[Note, ...]:
    """What was left out, and whom the facts do not know."""
    notes = []
    if scene.as_of > (checked := index_of(facts).checked):
        told = said("note-future", day=scene.as_of.isoformat(), checked=checked.isoformat())
        notes.append(Note(code="after_the_last_check", text=told))
    if scene.later:
        names = ", ".join(event.id for event in scene.later)
        notes.append(
            Note(code="events_left_out", text=said_of("note-later", (names,) * 3, "events", day=scene.as_of.isoformat()))
        )
    places = dict.fromkeys(place.state for person in scene.case.persons for place in person.locations)
    unknown = [state for state in places if state != "unknown" and state not in facts.states]
    notes += [Note(code="state_without_facts", text=said("note-no-facts", state=state_named(facts, state))) for state in unknown]
    return tuple(notes)
