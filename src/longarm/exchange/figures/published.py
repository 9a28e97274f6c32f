"""What a node publishes of one period: every cell that could have been counted, with noise, small ones left out.

Cells are drawn from the whole table of states and measures the members agreed on, not only from those that were counted: that a
cell stands in the table says nothing. A period is published once, with the noise it was first drawn with; who could ask
again would average the noise away.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import Annotated, Final

import msgspec

from longarm.exchange.figures.counts import CELLS_OF_A_REQUEST, MOST_OF_A_CASE, Cell
from longarm.exchange.figures.noise import Below, discrete_laplace

FORMAT: Final = "longarm-figures/1"
EPSILON: Final = Fraction(1)  # for all that one case adds to one period
LEAST: Final = 60  # below it a noisy count is not shown: noise alone reaches it once in 1,500 cells
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


def publish(
    counted: Mapping[Cell, int],
    cells: Collection[Cell],
    *,
    period: str,
    asking: tuple[str, ...],
    epsilon: Fraction = EPSILON,
    least: int = LEAST,
    below: Below = secrets.randbelow,
) -> Published:
    """`cells`: all that a figure may be given for. `asking`: the states of this node.

    One case changes the counts by `MOST_OF_A_CASE * CELLS_OF_A_REQUEST` at the most; noise of that over `epsilon` makes the
    whole table epsilon-differentially private for a case (Dwork, McSherry, Nissim, Smith, TCC 2006).
    Raises ValueError when something was counted that has no cell.
    """
    if not counted.keys() <= set(cells):
        raise ValueError("a count without a cell of the table")
    scale = Fraction(MOST_OF_A_CASE * CELLS_OF_A_REQUEST) / epsilon
    figures = []
    for cell in sorted(cells):
        noisy = counted.get(cell, 0) + discrete_laplace(scale, below)
        if noisy >= least:
            figures.append(Figure(*cell, count=noisy))
    return Published(FORMAT, period, asking, str(scale), least, tuple(figures))
