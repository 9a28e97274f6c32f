"""What ties an act to a state: where it was done, where it arrived, whose national did or suffered it."""

from __future__ import annotations

from typing import Final

import msgspec

from longarm.case.answer import Answer, all_of
from longarm.case.model import Event, Person
from longarm.case.when import When
from longarm.law import presence, rules
from longarm.law.answer import BasisOfJurisdiction, Ground
from longarm.law.index import Index
from longarm.law.model import Confidence, Rule, State
from longarm.law.offences import Charges, in_force
from longarm.law.scene import Scene, is_offender


class Tie(msgspec.Struct, frozen=True, gc=False):
    """One act, one state, one basis. `conditions`: what else the rule asks for and is not known to hold.

    `opens`: what would settle an unknown (`location of suspect-1`); `because`: parts of the case and ids of facts.
    """

    state: str
    event: str
    basis: BasisOfJurisdiction
    ground: Ground
    holds: Answer
    conditions: tuple[str, ...]
    opens: tuple[tuple[str, str], ...]
    because: tuple[str, ...]
    confidence: Confidence


class _Nexus(msgspec.Struct, frozen=True, gc=False):
    basis: BasisOfJurisdiction
    ground: Ground
    surely: Answer
    because: tuple[str, ...]
    opens: tuple[tuple[str, str], ...] = ()


class _Asked(msgspec.Struct, frozen=True, gc=False):
    scene: Scene
    index: Index
    state: State
    charges: dict[str, Charges]


_OF_RESULT: Final[tuple[BasisOfJurisdiction, ...]] = ("territorial", "effects")


def ties(scene: Scene, index: Index, state: State, charges: dict[str, Charges]) -> list[Tie]:
    """Every tie of the acts of the scene to `state`; `charges` are those of all states the case touches."""
    ask = _Asked(scene, index, state, charges)
    found = []
    for event in scene.acts:
        for nexus in _nexus(scene, event, state.state):
            rule = _rule(state, nexus)
            if rule.holds is Answer.UNKNOWN and not rule.source:
                continue
            found.append(_tie(ask, event, nexus, rule))
    return found


def authors(scene: Scene, event: Event) -> tuple[Person, ...]:
    person = scene.person(event.by)
    return (person,) if person else ()


def nationality(person: Person, state: str) -> Answer:
    """Is the person a national? One nationality known does not exclude another, so it is never no by silence."""
    for own in person.nationalities:
        if own.state == state:
            return Answer.YES if own.certainty == "known" else Answer.UNKNOWN
    return (
        Answer.NO if any(own.certainty == "known" and own.state != "unknown" for own in person.nationalities) else Answer.UNKNOWN
    )


def _nexus(scene: Scene, event: Event, state: str) -> list[_Nexus]:
    found: list[_Nexus] = []
    for author in authors(scene, event):
        for place in presence.at(author, event.at):
            if place.state == state:
                opens = () if place.surely is Answer.YES else (("location", author.id),)
                found.append(_Nexus("territorial", "conduct", place.surely, place.because, opens))
        if any(own.state == state for own in author.nationalities):
            surely = nationality(author, state)
            opens = () if surely is Answer.YES else (("nationality", author.id),)
            found.append(_Nexus("active_personality", "nationality", surely, (author.id,), opens))
    for harmed in scene.harmed_by(event):
        found += _arrived(harmed, event.at, state)
        if any(own.state == state for own in harmed.nationalities):
            surely = nationality(harmed, state)
            opens = () if surely is Answer.YES else (("nationality", harmed.id),)
            found.append(_Nexus("passive_personality", "nationality", surely, (harmed.id,), opens))
    return found


def _arrived(harmed: Person, day: When, state: str) -> list[_Nexus]:
    """Where the act arrived: where she was, or may have been. Who says nothing of her place may be at home."""
    found: list[_Nexus] = []
    for place in presence.at(harmed, day):
        if place.state == state:
            opens = () if place.surely is Answer.YES else (("residence", harmed.id),)
            found += [_Nexus(basis, "result", place.surely, place.because, opens) for basis in _OF_RESULT]
    if not any(True for _ in presence.states_of(harmed)) and any(own.state == state for own in harmed.nationalities):
        for basis in _OF_RESULT:
            found.append(_Nexus(basis, "result", Answer.UNKNOWN, (harmed.id,), (("residence", harmed.id),)))
    for place in presence.residence(harmed, day):
        if place.state == state:
            opens = () if place.surely is Answer.YES else (("residence", harmed.id),)
            found.append(_Nexus("residence", "residence", place.surely, place.because, opens))
    return found


def _rule(state: State, nexus: _Nexus) -> Rule:
    if nexus.basis == "territorial" and nexus.ground == "result" and state.state not in rules.part_here():
        return Rule()
    if nexus.basis == "residence":
        needs = rules.jurisdiction().get((state.state, "effects"))
        return state.jurisdiction.effects if needs and "residence" in needs.needs else Rule()
    rule: Rule = getattr(state.jurisdiction, nexus.basis)
    return rule


def _tie(ask: _Asked, event: Event, nexus: _Nexus, rule: Rule) -> Tie:
    scene, state, charges = ask.scene, ask.state, ask.charges
    asked = "effects" if nexus.basis == "residence" else nexus.basis
    table = rules.jurisdiction().get((state.state, asked))
    holds = nexus.surely & rule.holds
    if nexus.ground != "conduct":  # that a state punishes what is done on its soil is older than any statute named for it
        holds &= _law_reaches(ask.index, rule, event)
    conditions: tuple[str, ...] = ()
    if table and holds is not Answer.NO:
        if table.never is Answer.YES or (table.from_ and table.from_.first > event.at.last):
            holds = Answer.NO
        elif table.laws:
            holds &= charges[state.state].under(event.id, table.laws)
        tested = {need: _need(scene, state.state, event, need, charges) for need in table.needs}
        if all_of(tested.values()) is Answer.NO:
            holds = Answer.NO
        conditions = tuple(need for need, answer in tested.items() if answer is Answer.UNKNOWN)
    fact = f"states/{state.state}#jurisdiction/{asked}"
    return Tie(
        state.state, event.id, nexus.basis, nexus.ground, holds, conditions if holds is not Answer.NO else (),
        nexus.opens, (*nexus.because, fact), rule.confidence,
    )  # fmt: skip


def _law_reaches(index: Index, rule: Rule, event: Event) -> Answer:
    """A rule whose law was not yet in force that day is unknown: an older law may have held it."""
    law = index.laws.get(rule.law or "")
    if law is None:
        return Answer.YES
    return Answer.YES if in_force(law.in_force, law, event.at) is Answer.YES else Answer.UNKNOWN


def _need(scene: Scene, state: str, event: Event, need: str, charges: dict[str, Charges]) -> Answer:
    author = scene.person(event.by)
    if need == "complaint":
        return Answer.YES
    if need == "punishable_there":
        return _punishable_there(author, event, charges)
    if need == "returns":
        return presence.surely_in(author, state, scene.today) if author else Answer.UNKNOWN
    if need == "foreign_offender":
        return ~nationality(author, state) if author else Answer.UNKNOWN
    if need == "residence":
        places = [p for h in scene.harmed_by(event) for p in presence.residence(h, event.at) if p.state == state]
        return Answer.YES if any(p.surely is Answer.YES for p in places) else Answer.UNKNOWN
    if years := _CEILINGS.get(need):
        return charges[state].reaches(event.id, years)
    return Answer.UNKNOWN


_CEILINGS = {"felony": 5.0, "five_years": 5.0, "six_years": 6.0, "eight_years": 8.0}


def _punishable_there(author: Person | None, event: Event, charges: dict[str, Charges]) -> Answer:
    """Was the act an offence where its author was? Unknown where that is unknown."""
    if author is None or not is_offender(author):
        return Answer.UNKNOWN
    for place in presence.at(author, event.at):
        if place.surely is Answer.YES and place.state in charges:
            return charges[place.state].punishable(event.id)
    return Answer.UNKNOWN
