"""The readable tables of the engine (YAML beside this file) as typed values, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TypeVar

from longarm import strict_yaml, typed_yaml
from longarm.law.answer import Action
from longarm.law.rules.tables import (
    ActionRow,
    ActionTable,
    Always,
    Beside,
    First,
    Fit,
    Forbids,
    HazardTable,
    HolderTable,
    InstrumentTable,
    JurisdictionTable,
    RankingRow,
    RankingTable,
    RegionalTable,
    RetentionTable,
    RuleNeeds,
)

T = TypeVar("T")


@cache
def jurisdiction() -> dict[tuple[str, str], RuleNeeds]:
    """What rules of jurisdiction ask for, by state and basis."""
    return {(row.state, row.basis): row for row in _table("jurisdiction", JurisdictionTable).needs}


@cache
def part_here() -> frozenset[str]:
    """States whose territorial rule is met by a part or the result of an act in the state."""
    return frozenset(_table("jurisdiction", JurisdictionTable).territorial.part_here)


@cache
def fits() -> dict[str, Fit]:
    """What instruments ask for, by instrument."""
    return {row.instrument: row for row in _table("instruments", InstrumentTable).fits}


@cache
def holders() -> HolderTable:
    return _table("holders", HolderTable)


@cache
def retention() -> RetentionTable:
    return _table("retention", RetentionTable)


@cache
def hazards() -> HazardTable:
    return _table("hazards", HazardTable)


@cache
def hazards_beside(action: Action) -> tuple[Beside, ...]:
    """The rows of hazards that stand beside an action."""
    return tuple(row for row in hazards().beside if action in row.actions)


@cache
def hazards_always(action: Action) -> tuple[Always, ...]:
    """The rows of hazards an action carries of itself."""
    return tuple(row for row in hazards().always if row.action == action)


@cache
def hazards_first(action: Action) -> tuple[First, ...]:
    """What must come before an action while a hazard stands beside it."""
    return tuple(row for row in hazards().first if action in row.actions)


@cache
def hazards_forbidding(action: Action) -> tuple[Forbids, ...]:
    """The rows of hazards that forbid an action."""
    return tuple(row for row in hazards().forbids if action in row.actions)


@cache
def actions() -> ActionTable:
    return _table("actions", ActionTable)


@cache
def action(name: Action) -> ActionRow:
    return next(row for row in actions().actions if row.action == name)


@cache
def regional() -> dict[str, tuple[str, ...]]:
    """Laws of a part of a state, with the words that name the part."""
    return {row.law: row.places for row in _table("regional", RegionalTable).regional}


@cache
def ranking() -> tuple[RankingRow, ...]:
    return _table("ranking", RankingTable).rows


@cache
def weight(hazard: str) -> int:
    """How far a hazard pushes a step down; 1 where the table does not name it."""
    return next((row.weight for row in hazards().weights if row.hazard == hazard), 1)


def _table(name: str, wanted: type[T]) -> T:
    text = (files(__name__) / f"{name}.yaml").read_bytes()
    return typed_yaml.convert(strict_yaml.load(text, f"law/rules/{name}.yaml"), wanted)
