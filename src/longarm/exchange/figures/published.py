"""What a node publishes of one period: every cell that could have been counted, with noise, small ones left out.

Cells are drawn from the whole table of states and measures the members agreed on, not only from those that were counted: that a
cell stands in the table says nothing. A period is published once, with the noise it was first drawn with; who could ask
again would average the noise away.

How small is left out follows from the size of the table, never from what was counted: of nineteen tables in twenty no line is
noise alone. A line says something of a state, and must not be made of nothing.
"""

from __future__ import annotations

import math
import secrets
from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import Annotated, Final

import msgspec

from longarm.exchange.figures.counts import CELLS_OF_A_CASE, Cell
from longarm.exchange.figures.noise import Below, discrete_laplace

FORMAT: Final = "longarm-figures/1"
EPSILON: Final = Fraction(1)  # for all that one case adds to one period
SCALE: Final = Fraction(CELLS_OF_A_CASE) / EPSILON
_TEXT = Annotated[str, msgspec.Meta(max_length=60)]


class Figure(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One cell with its noisy count."""

    requested: _TEXT
    measure: _TEXT
    what: _TEXT
    value: _TEXT
    count: Annotated[int, msgspec.Meta(ge=0, le=10**9)]


class Published(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The figures of one node over one period. `scale`: of the noise in each count. `least`: what smaller counts are left out."""

    longarm: str
    period: _TEXT
    asking: Annotated[tuple[str, ...], msgspec.Meta(max_length=30)]
    scale: _TEXT
    least: Annotated[int, msgspec.Meta(ge=1, le=10**6)]
    figures: Annotated[tuple[Figure, ...], msgspec.Meta(max_length=100_000)]


def least_of(cells: int, scale: Fraction = SCALE) -> int:
    """The smallest noisy count that is shown of so many cells. In one of twenty tables one of noise alone reaches it."""
    return max(1, math.ceil(float(scale) * math.log(10 * max(1, cells))))  # half of the noise is below zero


def publish(
    counted: Mapping[Cell, int],
    cells: Collection[Cell],
    *,
    period: str,
    asking: tuple[str, ...],
    below: Below = secrets.randbelow,
) -> Published:
    """`counted`: by `counts`. `cells`: all that a figure may be given for. `asking`: the states of this node.

    One case changes the counts by `CELLS_OF_A_CASE` at the most; noise of that over `EPSILON` makes the whole table
    epsilon-differentially private for a case (Dwork, McSherry, Nissim, Smith, TCC 2006).
    Raises ValueError when something was counted that has no cell.
    """
    if not counted.keys() <= set(cells):
        raise ValueError("a count without a cell of the table")
    least, figures = least_of(len(cells)), []
    for cell in sorted(cells):
        noisy = counted.get(cell, 0) + discrete_laplace(SCALE, below)
        if noisy >= least:
            figures.append(Figure(*cell, count=noisy))
    return Published(FORMAT, period, asking, str(SCALE), least, tuple(figures))
