"""Every ordered pair of states and every measure on one day: what may the one ask of the other under which instruments?

Each state is asked once for each instrument, not once for each pair. As everywhere, it says whether both are bound, and nothing
of whether an instrument fits a case (`longarm.law.roads` does).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, NamedTuple, get_args

import msgspec

from longarm.case.answer import Answer
from longarm.law.binding import bound
from longarm.law.model import Facts, Instrument, MeasureKind

MEASURES: Final[tuple[MeasureKind, ...]] = get_args(MeasureKind)


class Cell(msgspec.Struct, frozen=True, gc=False):
    """May `asking` ask `asked` for the measure? `by`: the instruments that bind both; where it is unknown, those that may."""

    asking: str
    asked: str
    measure: MeasureKind
    binding: Answer
    by: tuple[str, ...]


class _Held(NamedTuple):
    """Ids of the instruments with one measure that bind a state, that are not known not to, and that name it."""

    surely: frozenset[str]
    maybe: frozenset[str]
    named: frozenset[str]


def matrix(facts: Facts, day: date, states: Iterable[str] | None = None) -> Iterator[Cell]:
    """The cells in order of asking state, asked state, measure. `states` (codes): by default those with a file of facts."""
    codes = sorted(facts.states if states is None else set(states))
    treaties = [instrument for instrument in facts.instruments.values() if instrument.kind != "statute"]
    held = {code: _held(treaties, code, day) for code in codes}
    for asking in codes:
        for asked in codes:
            if asking != asked:
                for measure in MEASURES:
                    yield _cell(asking, asked, measure, held)


def _cell(asking: str, asked: str, measure: MeasureKind, held: dict[str, dict[MeasureKind, _Held]]) -> Cell:
    one, other = held[asking][measure], held[asked][measure]
    if both := one.surely & other.surely:
        return Cell(asking, asked, measure, Answer.YES, tuple(sorted(both)))
    maybe = one.maybe & other.maybe & (one.named | other.named)
    return Cell(asking, asked, measure, Answer.UNKNOWN if maybe else Answer.NO, tuple(sorted(maybe)))


def _held(treaties: list[Instrument], state: str, day: date) -> dict[MeasureKind, _Held]:
    """What holds for one state, by measure."""
    answers = [(i, bound(i, state, day).holds, i.names_state(state)) for i in treaties]
    found = {}
    for kind in MEASURES:
        offering = [answer for answer in answers if any(measure.measure == kind for measure in answer[0].matters)]
        found[kind] = _Held(
            frozenset(i.id for i, holds, _ in offering if holds is Answer.YES),
            frozenset(i.id for i, holds, _ in offering if holds is not Answer.NO),
            frozenset(i.id for i, _, named in offering if named),
        )
    return found
