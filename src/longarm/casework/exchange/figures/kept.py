"""Figures as they lie in the tables: sealed under the node's secret, so that what was not told yet stays here."""

from __future__ import annotations

import msgspec

from longarm.casework.case_keys import field_of
from longarm.casework.node import node
from longarm.exchange.figures.published import Published
from longarm.keys.content import Place, decrypt, encrypt
from longarm.keys.derive import subkey
from longarm.store import models


def seal_figures(row: models.FiguresTold | models.FiguresHeard, published: Published) -> bytes:
    return encrypt(_key(), msgspec.json.encode(published), _place(row))


def open_figures(row: models.FiguresTold | models.FiguresHeard) -> Published:
    """Raises Unsound when the row was changed or moved."""
    return msgspec.json.decode(decrypt(_key(), row.figures_sealed, _place(row)), type=Published)


def _place(row: models.FiguresTold | models.FiguresHeard) -> Place:
    return Place(str(row.id), field_of(row, "figures_sealed"))


def _key() -> bytes:
    return subkey(node().secret, "figures")
