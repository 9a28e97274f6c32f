"""What the public pages show of the organisation behind them: nothing but what it chose to show, and whether it takes reports."""

from __future__ import annotations

from typing import NamedTuple

from longarm.casework.intake.submit import taker, takes_reports
from longarm.casework.rules import Rules, rules_of


class Face(NamedTuple):
    """`takes_reports`: somebody could read one. `demonstration`: nothing real belongs here."""

    takes_reports: bool
    demonstration: bool
    rules: Rules

    @property
    def promised_minutes(self) -> int | None:
        """In how many staffed minutes an answer is aimed at; None where no hours are staffed: then no time is told."""
        return self.rules.answer_minutes if self.rules.staffed else None


def face() -> Face:
    """That of the organisation which takes reports here; a plain one where none does."""
    organisation = taker()
    if organisation is None:
        return Face(takes_reports=False, demonstration=False, rules=Rules())
    return Face(takes_reports(), organisation.demonstration, rules_of(organisation))
