"""What in a report cannot wait."""

from __future__ import annotations

from typing import Final

from longarm.case.vocabulary import Risk
from longarm.intake.report import Danger, Report

_RISKS: Final[dict[Danger, Risk]] = {"family": "honour_violence", "home": "shared_household", "self_harm": "self_harm"}


def is_urgent(report: Report) -> bool:
    """Somebody said that they are in danger, or that a child may be concerned."""
    return bool(report.dangers) or concerns_child(report)


def concerns_child(report: Report) -> bool:
    """The road without files: a child is concerned, or nobody can say."""
    return report.child != "no"


def risks(report: Report) -> tuple[Risk, ...]:
    """The hazards (law/facts/hazards.yaml) that the answers name; no other is inferred."""
    found: list[Risk] = ["child_at_risk"] if concerns_child(report) else []
    found += [_RISKS[danger] for danger in dict.fromkeys(report.dangers)]
    if report.watched_phone:
        found += ["monitored_device", "shared_phone"]
    return tuple(found)
