"""Does an instrument that asks for more than two bound states fit this case? In three values."""

from __future__ import annotations

from longarm.case.answer import Answer, any_of
from longarm.law import presence, rules
from longarm.law.offences import Charges
from longarm.law.scene import Scene

_GROUP = 3  # UNTOC art. 2(a): three or more persons
_SERIOUS = 4.0  # UNTOC art. 2(b): a maximum of four years or more


class Fitting:
    """The answers of one case to the needs of instruments (`rules/instruments.yaml`)."""

    def __init__(self, scene: Scene, charges: dict[str, Charges]) -> None:
        self.scene = scene
        self.charges = charges
        self._known: dict[tuple[str, str], Answer] = {}

    def answer(self, need: str, asking: str) -> Answer:
        """Is `need` met, when `asking` asks?"""
        key = (need, asking)
        if key not in self._known:
            self._known[key] = self._test(need, asking)
        return self._known[key]

    def _test(self, need: str, asking: str) -> Answer:
        if need == "organised_group":
            return Answer.YES if len(self.scene.offenders) >= _GROUP else Answer.UNKNOWN
        if need == "material_benefit":
            wanted = {event.wants for event in self.scene.acts if event.kind == "demand"}
            paid = any(event.kind in ("payment", "fraud") for event in self.scene.events)
            return Answer.YES if "money" in wanted or paid else Answer.UNKNOWN
        if need in ("serious_crime", "three_years"):
            return self._ceiling(asking, _SERIOUS if need == "serious_crime" else 3.0)
        if need == "transnational":
            return self._transnational()
        if need == "child":
            return self._child()
        if need == "present_in_requesting":
            return any_of(self._acted_in(asking))
        return Answer.NO if need == "further_agreement" else Answer.UNKNOWN

    def _ceiling(self, asking: str, years: float) -> Answer:
        charges = self.charges.get(asking)
        if charges is None:
            return Answer.UNKNOWN
        found = [charges.reaches(event.id, years) for event in self.scene.acts]
        sure = any(
            c.sure and c.offence.max_years.reaches(years) is Answer.YES for event in self.scene.acts for c in charges.of[event.id]
        )
        return Answer.YES if sure else Answer.UNKNOWN if any_of(found) is not Answer.NO else Answer.NO

    def _transnational(self) -> Answer:
        """Acts or people in two states: that is why one asks the other, so it is never no."""
        states: set[str] = set()
        for person in self.scene.case.persons:
            states.update(p.state for p in person.locations if p.certainty == "known" and p.state != "unknown")
        return Answer.YES if len(states) > 1 else Answer.UNKNOWN

    def _child(self) -> Answer:
        """A child is the target of a sexual act or demand, or of a demand for images."""
        if any(event.kind in rules.actions().child_kinds for event in self.scene.acts):
            return Answer.YES
        children = {child.id for child in self.scene.children}
        about = [e for e in self.scene.acts if {e.to, e.concerns} & children or (e.to is None and children)]
        if any(e.kind == "demand" and e.wants in ("sexual", "images") for e in about):
            return Answer.YES
        return Answer.UNKNOWN if children or "child_at_risk" in self.scene.case.risks else Answer.NO

    def _acted_in(self, state: str) -> list[Answer]:
        found = []
        for event in self.scene.acts:
            author = self.scene.person(event.by)
            found.append(presence.surely_in(author, state, event.at) if author else Answer.UNKNOWN)
        return found
