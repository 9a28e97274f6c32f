"""What each kind of signal shows and what it does not, for the kinds a paper rests on: longarm leads, who reads it weighs."""

from __future__ import annotations

from collections.abc import Iterable

from longarm.documents.content import Grid
from longarm.matching.weights import Reason
from longarm.texts import Language, say


def proves(reasons: Iterable[Reason], language: Language) -> Grid | None:
    """A row for each kind, in the order in which the links bring them; None without any link."""
    rows = []
    for reason in dict.fromkeys(reasons):
        kind = f"series-proves-{reason.replace('_', '-')}"
        rows.append((say(kind, language), say(f"{kind}.shows", language), say(f"{kind}.not", language)))
    columns = tuple(say(f"series-column-{name}", language) for name in ("signal", "shows", "not"))
    return Grid(columns, tuple(rows)) if rows else None
