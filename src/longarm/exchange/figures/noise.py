"""Discrete Laplace noise, drawn exactly: integers and fair coins only, no floating point to leak through.

After Canonne, Kamath, Steinke, 'The Discrete Gaussian for Differential Privacy' (NeurIPS 2020, arXiv 2004.00010), algorithms 1
and 2. Floating-point noise can be undone by its holes (Mironov, CCS 2012).
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from fractions import Fraction

Below = Callable[[int], int]  # a uniform whole number from 0 up to, not including, its argument


def discrete_laplace(scale: Fraction, below: Below = secrets.randbelow) -> int:
    """A whole number x with probability proportional to exp(-|x| / scale). Raises ValueError when `scale` is not positive."""
    if scale <= 0:
        raise ValueError("the scale of noise is positive")
    t, s = scale.numerator, scale.denominator
    while True:
        within = below(t)
        if not _exp_of_minus(within, t, below):
            continue
        whole = 0
        while _exp_of_minus(1, 1, below):
            whole += 1
        size = (within + t * whole) // s
        negative = below(2)
        if negative and not size:
            continue  # zero has one sign
        return -size if negative else size


def _exp_of_minus(part: int, of: int, below: Below) -> bool:
    """True with probability exp(-part/of), for a share from 0 to 1."""
    count = 1
    while below(of * count) < part:
        count += 1
    return count % 2 == 1
