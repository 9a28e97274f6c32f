"""The full matrix says of each pair what the engine says of that pair alone."""

from __future__ import annotations

from datetime import date

import pytest

from longarm.case.answer import Answer, any_of
from longarm.law.fitting import Profile
from longarm.law.index import index_of
from longarm.law.load import load
from longarm.law.matrix import MEASURES, matrix
from longarm.law.roads import Question, roads

STATES = ("EG", "LY", "TN", "GB", "FR", "DE", "US", "IQ")
EVERYTHING_FITS = Profile(*(Answer.YES,) * len(Profile._fields))


@pytest.mark.parametrize("day", [date(2020, 12, 1), date(2022, 6, 1), date(2026, 9, 1)], ids=str)
def test_a_cell_is_what_the_roads_of_the_pair_say(day: date) -> None:
    index = index_of(load())
    for cell in matrix(index.facts, day, STATES):
        found = roads(index, Question(cell.asking, cell.asked, day, EVERYTHING_FITS), (cell.measure,))
        assert cell.binding is any_of(road.binding.holds for road in found.roads), cell
        assert set(cell.by) == {r.instrument.id for r in found.roads if r.binding.holds is cell.binding is not Answer.NO}, cell


def test_every_ordered_pair_has_every_measure_once() -> None:
    cells = list(matrix(load(), date(2026, 9, 1), STATES))
    asked = [(cell.asking, cell.asked, cell.measure) for cell in cells]
    assert asked == sorted(asked, key=lambda a: (a[0], a[1], MEASURES.index(a[2])))
    assert len(set(asked)) == len(STATES) * (len(STATES) - 1) * len(MEASURES)


def test_the_united_kingdom_left_the_warrant_of_the_union_and_the_cell_with_it() -> None:
    cells = {day: list(matrix(load(), day, ("FR", "GB"))) for day in (date(2020, 12, 1), date(2021, 2, 1))}
    by = {day: next(c.by for c in found if (c.asking, c.measure) == ("FR", "extradition")) for day, found in cells.items()}
    assert "eu-arrest-warrant-2002" in by[date(2020, 12, 1)]
    assert "eu-arrest-warrant-2002" not in by[date(2021, 2, 1)]
