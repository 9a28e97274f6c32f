"""On what basis a state's law reaches an act: the rule of that state, its law of that day, and what the rule asks for besides."""

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
from longarm.law.nexus import Nexus, nationality
from longarm.law.offences import Charges, in_force
from longarm.law.rules.tables import JurisdictionNeed
from longarm.law.scene import Scene, is_offender

_CEILINGS: Final = {"felony": 5.0, "five_years": 5.0, "six_years": 6.0, "eight_years": 8.0}


class Tie(msgspec.Struct, frozen=True, gc=False):
    """One act, one state, one basis. `conditions`: what else the rule asks for and is not known to hold.

    `opens`: what would settle an unknown (`location of suspect-1`); `because`: parts of the case and ids of facts;
    `rule`: the id of the rule.
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
    rule: str


class Reach(msgspec.Struct, frozen=True, gc=False):
    """What a state's rules are asked with. `charges` are those of all states the case touches."""

    scene: Scene
    index: Index
    state: State
    charges: dict[str, Charges]


class RuleThen(msgspec.Struct, frozen=True, gc=False):
    """A state's rule for one basis and ground on one day, whatever the case: does it hold, and what does it ask for besides?"""

    holds: Answer
    laws: tuple[str, ...]
    needs: tuple[JurisdictionNeed, ...]
    confidence: Confidence
    fact: str


def ties(reach: Reach, connections: list[Nexus]) -> list[Tie]:
    """The connections of the acts with the state, each under the rule for it; those the facts hold no rule for are left out."""
    found = []
    for nexus in connections:
        rule = _rule_then(reach, nexus)
        if rule is not None:
            found.append(_tie(reach, nexus, rule))
    return found


def _rule_then(reach: Reach, nexus: Nexus) -> RuleThen | None:
    """None where the facts hold no rule (remembered)."""
    at = nexus.event.at
    key = (nexus.state, nexus.basis, nexus.ground, at.first, at.last)
    if key not in reach.index.rules_then:
        rule = _rule(reach.state, nexus)
        held = rule is not None and (rule.source or rule.holds is not Answer.UNKNOWN)
        reach.index.rules_then.put(key, _on_that_day(reach, nexus, rule) if rule and held else None)
    kept: RuleThen | None = reach.index.rules_then[key]
    return kept


def _rule(state: State, nexus: Nexus) -> Rule | None:
    if nexus.basis == "territorial" and nexus.ground == "result" and state.state not in rules.part_here():
        return None
    if nexus.basis == "residence":
        needs = rules.jurisdiction().get((state.state, "effects"))
        return state.jurisdiction.effects if needs and "residence" in needs.needs else None
    rule: Rule = getattr(state.jurisdiction, nexus.basis)
    return rule


def _on_that_day(reach: Reach, nexus: Nexus, rule: Rule) -> RuleThen:
    state, at = reach.state.state, nexus.event.at
    asked = "effects" if nexus.basis == "residence" else nexus.basis
    table = rules.jurisdiction().get((state, asked))
    holds = rule.holds
    if nexus.ground != "conduct":  # that a state punishes what is done on its soil is older than any statute named for it
        holds &= _law_reaches(reach.index, rule, at)
    if table and (table.never is Answer.YES or (table.from_ and table.from_.first > at.last)):
        holds = Answer.NO
    return RuleThen(
        holds, table.laws if table else (), table.needs if table else (), rule.confidence, f"states/{state}#jurisdiction/{asked}"
    )


def _tie(reach: Reach, nexus: Nexus, rule: RuleThen) -> Tie:
    event = nexus.event
    holds = nexus.surely & rule.holds
    conditions: tuple[str, ...] = ()
    if holds is not Answer.NO and rule.laws:
        holds &= reach.charges[nexus.state].under(event.id, rule.laws)
    if holds is not Answer.NO and rule.needs:
        tested = [(need, _need(reach, event, need)) for need in rule.needs]
        if all_of(answer for _, answer in tested) is Answer.NO:
            holds = Answer.NO
        else:
            conditions = tuple(need for need, answer in tested if answer is Answer.UNKNOWN)
    return Tie(
        nexus.state, event.id, nexus.basis, nexus.ground, holds, conditions,
        nexus.opens, (*nexus.because, rule.fact), rule.confidence, rule.fact,
    )  # fmt: skip


def _law_reaches(index: Index, rule: Rule, at: When) -> Answer:
    """A rule whose law was not yet in force that day is unknown: an older law may have held it."""
    law = index.laws.get(rule.law or "")
    if law is None:
        return Answer.YES
    return Answer.YES if in_force(law.in_force, law, at) is Answer.YES else Answer.UNKNOWN


def _need(reach: Reach, event: Event, need: JurisdictionNeed) -> Answer:
    scene, state = reach.scene, reach.state.state
    author = scene.person(event.by)
    if need == "complaint":
        return Answer.YES
    if need == "punishable_there":
        return _punishable_there(reach, event, author)
    if need == "returns":
        return presence.surely_in(scene.places(author, scene.today), state) if author else Answer.UNKNOWN
    if need == "foreign_offender":
        return ~nationality(scene.nationalities[author.id], state) if author else Answer.UNKNOWN
    if need == "residence":
        homes = [home for harmed in scene.harmed_by(event) for home in scene.homes(harmed, event.at) if home.state == state]
        return Answer.YES if any(home.surely is Answer.YES for home in homes) else Answer.UNKNOWN
    if years := _CEILINGS.get(need):
        return reach.charges[state].reaches(event.id, years)
    return Answer.UNKNOWN


def _punishable_there(reach: Reach, event: Event, author: Person | None) -> Answer:
    """Was the act an offence where its author was? Unknown where that is unknown."""
    if author is None or not is_offender(author):
        return Answer.UNKNOWN
    for place in reach.scene.places(author, event.at):
        if place.surely is Answer.YES and place.state in reach.charges:
            return reach.charges[place.state].punishable(event.id)
    return Answer.UNKNOWN
