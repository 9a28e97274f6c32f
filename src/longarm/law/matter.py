"""Everything the steps of one case are made from: the scene, its ties and offences, its hazards, its data and its people."""

from __future__ import annotations

import msgspec

from longarm.law.answer import IdentifierLine, Opening
from longarm.law.fitting import Fitting
from longarm.law.hazards import Hazards
from longarm.law.holders import Known
from longarm.law.index import Index
from longarm.law.model import Facts
from longarm.law.offences import Charges
from longarm.law.offenders import Offender
from longarm.law.scene import Scene
from longarm.law.standing import Standing
from longarm.law.step import opening


class Matter(msgspec.Struct, frozen=True):
    """One case on one day, worked out once."""

    scene: Scene
    facts: Facts
    index: Index
    charges: dict[str, Charges]
    standings: dict[str, Standing]
    hazards: Hazards
    known: tuple[Known, ...]
    identifiers: tuple[IdentifierLine, ...]
    offenders: tuple[Offender, ...]
    fitting: Fitting
    _openings: dict[tuple[str, str], Opening] = msgspec.field(default_factory=dict)

    @property
    def identified(self) -> bool:
        """Is an offender known by name?"""
        return any(offender.identified for offender in self.offenders)

    def called(self, part: str) -> str:
        """How a person of the case is shown (alias, else id); any other part by its id."""
        person = self.scene.people.get(part)
        return person.called() if person else part

    def opening(self, kind: str, who: str) -> Opening:
        """`location of suspect-1`, said of the person by alias (remembered for this case)."""
        found = self._openings.get((kind, who))
        if found is None:
            found = self._openings[kind, who] = opening(kind, who, self.called(who))
        return found

    def deadline_of(self, identifiers: tuple[str, ...]) -> str | None:
        """The day on which the first of these perishes; the day of the answer where it may have perished already."""
        days = [line.perishes_on for line in self.identifiers if line.id in identifiers and line.perishes_on]
        return max(min(days), self.scene.as_of.isoformat()) if days else None
