"""The readable table of requests (rules.yaml) as typed values, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from longarm import strict_yaml, typed_yaml
from longarm.exchange.request.words import Kind, Measure
from longarm.law.answer import Action
from longarm.law.model import MeasureKind

Step = Literal["contact_247", "superior", "central_authority"]


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A row of the table."""


class MeasureRow(_Row, frozen=True):
    measure: Measure
    actions: tuple[Action, ...]
    days: int
    urgent: int


class KindRow(_Row, frozen=True):
    kind: Kind
    asks: tuple[Measure, ...]


class AnswerRow(_Row, frozen=True):
    """`measure` as the facts of the instrument call it."""

    instrument: str
    measure: MeasureKind
    words: str
    days: int
    urgent: int | None = None


class KeepRow(_Row, frozen=True):
    instrument: str
    words: str
    days: int


class StepRow(_Row, frozen=True):
    """`measures`: for these only; none: for all."""

    step: Step
    days: int
    urgent: int
    measures: tuple[Measure, ...] = ()


class Table(_Row, frozen=True):
    measures: tuple[MeasureRow, ...]
    kinds: tuple[KindRow, ...]
    answers: tuple[AnswerRow, ...]
    keeps: tuple[KeepRow, ...]
    reminders: tuple[int, ...]
    steps: tuple[StepRow, ...]
    lapses: int


@cache
def table() -> Table:
    text = (files("longarm.exchange.request") / "rules.yaml").read_bytes()
    return typed_yaml.convert(strict_yaml.load(text, "rules.yaml"), Table)


def row_of(measure: Measure) -> MeasureRow:
    return next(row for row in table().measures if row.measure == measure)


def asks(kind: Kind) -> tuple[Measure, ...]:
    """What an organisation of that kind may ask another node for."""
    return next(row.asks for row in table().kinds if row.kind == kind)


def measures_for(action: str, kind: Kind) -> tuple[Measure, ...]:
    """What an organisation of that kind may ask on a step of the path engine."""
    return tuple(row.measure for row in table().measures if action in row.actions and row.measure in asks(kind))
