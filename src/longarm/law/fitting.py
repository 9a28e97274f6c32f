"""Does an instrument that asks for more than two bound states fit this case? In three values."""

from __future__ import annotations

from typing import NamedTuple

from longarm.case.answer import Answer, any_of
from longarm.law import presence, rules
from longarm.law.offences import Charges
from longarm.law.rules.tables import InstrumentNeed
from longarm.law.scene import Scene

_NOT_IN_A_CASE = ("listed_crime", "final_judgment", "criminal_matters")  # a case file does not say it
_GROUP = 3  # UNTOC art. 2(a): three or more persons
_SERIOUS = 4.0  # UNTOC art. 2(b): a maximum of four years or more


class Profile(NamedTuple):
    """What a case answers to every need, when one state asks: equal profiles get equal roads."""

    organised_group: Answer
    material_benefit: Answer
    serious_crime: Answer
    three_years: Answer
    transnational: Answer
    child: Answer
    present_in_requesting: Answer

    def answer(self, need: InstrumentNeed) -> Answer:
        if need == "further_agreement":
            return Answer.NO
        found: Answer = Answer.UNKNOWN if need in _NOT_IN_A_CASE else getattr(self, need)
        return found


class Fitting:
    """The answers of one case to the needs of instruments (`rules/instruments.yaml`)."""

    def __init__(self, scene: Scene, charges: dict[str, Charges]) -> None:
        self.scene = scene
        self.charges = charges
        self._profiles: dict[str, Profile] = {}
        self._material_benefit = _material_benefit(scene)
        self._transnational = _transnational(scene)
        self._child = _child(scene)

    def profile(self, asking: str) -> Profile:
        """The answers when `asking` asks."""
        if asking not in self._profiles:
            self._profiles[asking] = Profile(
                organised_group=Answer.YES if len(self.scene.offenders) >= _GROUP else Answer.UNKNOWN,
                material_benefit=self._material_benefit,
                serious_crime=self._ceiling(asking, _SERIOUS),
                three_years=self._ceiling(asking, 3.0),
                transnational=self._transnational,
                child=self._child,
                present_in_requesting=any_of(self._acted_in(asking)),
            )
        return self._profiles[asking]

    def _ceiling(self, asking: str, years: float) -> Answer:
        charges = self.charges.get(asking)
        if charges is None:
            return Answer.UNKNOWN
        found = Answer.NO
        for event in self.scene.acts:
            for charge in charges.of[event.id]:
                long_enough = charge.offence.max_years.reaches(years)
                if charge.sure and long_enough is Answer.YES:
                    return Answer.YES
                found |= long_enough & charge.applies
        return Answer.NO if found is Answer.NO else Answer.UNKNOWN

    def _acted_in(self, state: str) -> list[Answer]:
        found = []
        for event in self.scene.acts:
            author = self.scene.person(event.by)
            found.append(presence.surely_in(self.scene.places(author, event.at), state) if author else Answer.UNKNOWN)
        return found


def _material_benefit(scene: Scene) -> Answer:
    wanted = any(event.kind == "demand" and event.wants == "money" for event in scene.acts)
    paid = any(event.kind in ("payment", "fraud") for event in scene.events)
    return Answer.YES if wanted or paid else Answer.UNKNOWN


def _transnational(scene: Scene) -> Answer:
    """Acts or people in two states: that is why one asks the other, so it is never no."""
    states: set[str] = set()
    for person in scene.case.persons:
        states.update(p.state for p in person.locations if p.certainty == "known" and p.state != "unknown")
    return Answer.YES if len(states) > 1 else Answer.UNKNOWN


def _child(scene: Scene) -> Answer:
    """Is a child the target of a sexual act or demand? No where no child is known and nothing sexual was done or demanded.

    Read from people and acts alone: a hazard somebody ticked makes no treaty fit.
    """
    if any(event.kind in rules.actions().child_kinds for event in scene.acts):
        return Answer.YES
    sexual = [e for e in scene.acts if e.kind in rules.actions().images.exist or e.wants in ("sexual", "images")]
    ages = [scene.is_minor(person) for event in sexual for person in scene.harmed_by(event)]
    if Answer.YES in ages:
        return Answer.YES
    return Answer.UNKNOWN if scene.children or Answer.UNKNOWN in ages else Answer.NO
