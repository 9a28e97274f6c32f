"""The whole table the members agreed on: every cell a figure may be given for, whether anybody was counted in it or not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from longarm.exchange.figures.counts import Cell
from longarm.exchange.figures.outcome import DAYS, Result
from longarm.exchange.request.words import MEASURES, REASONS


def cells(states: Iterable[str]) -> frozenset[Cell]:
    """`states` that can be asked (ISO 3166-1), times measures, times results, spans and reasons."""
    values = {"result": get_args(Result), "days": tuple(map(str, range(len(DAYS) + 1))), "reason": REASONS}
    return frozenset(
        Cell(state, measure, what, value) for state in states for measure in MEASURES for what in values for value in values[what]
    )
