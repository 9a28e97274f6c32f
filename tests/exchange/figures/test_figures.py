"""How states answer, told by many nodes without telling of any case."""

from __future__ import annotations

import csv
import io
import math
import random
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction

import pytest

from longarm.case.states import STATES
from longarm.exchange.figures.cells import cells
from longarm.exchange.figures.counts import Cell, counts, ends_on, every, period_of
from longarm.exchange.figures.document import Number, answers, lines_of_csv
from longarm.exchange.figures.noise import discrete_laplace
from longarm.exchange.figures.outcome import DAYS, Outcome, band
from longarm.exchange.figures.published import Published, least_of, publish
from longarm.exchange.figures.table import together

TABLE = [
    Cell(state, "preserve", what, value)
    for state in ("LY", "EG", "DE")
    for what, values in {
        "result": ("answered", "partly", "refused", "silent", "open"),
        "days": tuple(map(str, range(len(DAYS) + 1))),
        "reason": ("no_treaty", "form"),
    }.items()
    for value in values
]


def asked(state: str, days: int | None, reason: str = "") -> Outcome:
    day = date(2026, 2, 1)
    if days is None:
        return Outcome(state, "preserve", "silent", day)
    return Outcome(state, "preserve", "refused" if reason else "answered", day, day + timedelta(days), reason)


def node(seed: int, *outcomes: tuple[int, Outcome]) -> Published:
    many = [((seed, place, n), outcome) for place, (times, outcome) in enumerate(outcomes) for n in range(times)]
    return publish(counts(many), TABLE, period="2026-Q1", asking=("EG",), below=random.Random(seed).randrange)


def enumerated(nodes: list[Published]) -> list[tuple[str, Published]]:
    return [(str(number), one) for number, one in enumerate(nodes)]


def test_three_nodes_show_where_practice_fails_and_no_case() -> None:
    nodes = [
        node(seed, (300, asked("LY", None)), (100, asked("LY", 60, "no_treaty")), (400, asked("DE", 5)), (1, asked("EG", 3)))
        for seed in (1, 2, 3)
    ]
    lines = {line.requested: line for line in together(enumerated(nodes))}
    assert "EG" not in lines  # one request is not seen
    assert lines["LY"].share["silent"] == pytest.approx(0.75, abs=0.05)
    assert lines["LY"].reasons[0][0] == "no_treaty"
    assert (lines["LY"].median, lines["DE"].median) == (90, 7)
    assert abs(lines["DE"].asked - 1200) < lines["DE"].off_by
    assert lines["DE"].of == 3


def test_noise_is_as_the_paper_says() -> None:
    chance = random.Random(5)
    scale, many = Fraction(3, 2), 40_000
    seen = Counter(discrete_laplace(scale, chance.randrange) for _ in range(many))
    q = math.exp(-2 / 3)
    for value in range(-6, 7):
        wanted = (1 - q) / (1 + q) * q ** abs(value)
        assert seen[value] / many == pytest.approx(wanted, abs=4 * math.sqrt(wanted / many))
    with pytest.raises(ValueError, match="positive"):
        discrete_laplace(Fraction(0))


def test_a_table_is_drawn_whole_so_that_a_line_in_it_says_nothing() -> None:
    """Cells nobody was counted in appear too, now and then: from a cell nobody can conclude that somebody asked."""
    tables = [publish({}, TABLE, period="2026-Q1", asking=(), below=random.Random(seed).randrange) for seed in range(400)]
    assert 4 < sum(bool(one.figures) for one in tables) < 40  # one in twenty
    least = least_of(len(TABLE))
    assert all(figure.count >= least == one.least for one in tables for figure in one.figures)


def test_of_the_whole_table_of_all_states_a_line_is_hardly_ever_noise_alone() -> None:
    assert least_of(len(cells(STATES))) == 41  # worked out by hand: 3 * ln(10 * 77,000) = 40.7


def test_one_case_that_asks_often_weighs_as_one_and_each_of_its_requests_may_be_the_one() -> None:
    many = [("the same", asked("LY", 3)) for _ in range(20)] + [("the same", asked("DE", 3)), ("another", asked("LY", 3))]
    assert counts(many, below=lambda _: 0)[Cell("LY", "preserve", "result", "answered")] == 2
    assert every(one for _, one in many)[Cell("LY", "preserve", "result", "answered")] == 21
    chance = random.Random(3)
    drawn = sum(("DE", "preserve", "result", "answered") in counts(many, below=chance.randrange) for _ in range(2000))
    assert 50 < drawn < 150  # one in twenty-one


def test_what_no_node_shows_is_said_to_be_fewer_and_not_none() -> None:
    nodes = [node(seed, (300, asked("LY", None)), (3, asked("LY", 60, "no_treaty"))) for seed in (1, 2)]
    [line] = together(enumerated(nodes))
    assert set(line.results) == {"silent"}
    assert line.fewer == 2 * least_of(len(TABLE))
    [line] = together([("one of them", told) for told in nodes])  # two quarters of one node
    assert line.of == 1


def test_a_cell_that_some_left_out_reads_from_to() -> None:
    """Two tell that Libya refused; the third had too few to tell: there may be so many more."""
    nodes = [node(seed, (100 if seed < 3 else 3, asked("LY", 60, "no_treaty")), (300, asked("LY", None))) for seed in (1, 2, 3)]
    [line] = together(enumerated(nodes))
    least, refused, silent = least_of(len(TABLE)), answers(line).results["refused"], answers(line).results["silent"]
    assert refused.told == line.results["refused"]
    assert refused.at_most == refused.told + least - 1
    assert silent.at_most == silent.told
    assert answers(line).results["open"] == Number(0, 3 * least - 1)
    rows = list(csv.DictReader(io.StringIO(lines_of_csv([line]))))
    [row] = [row for row in rows if row["value"] == "refused"]
    assert (row["state"], row["told"], row["at_most"]) == ("LY", str(refused.told), str(refused.at_most))
    assert {row["value"] for row in rows if row["what"] == "days"} == {"2", "7", "14", "30", "90", "180", "365", "more"}


def test_what_has_no_cell_is_not_published_by_accident() -> None:
    with pytest.raises(ValueError, match="without a cell"):
        publish({Cell("FR", "preserve", "result", "open"): 1}, TABLE, period="2026-Q1", asking=())


def test_quarters_and_spans() -> None:
    assert [period_of(date(2026, month, 1)) for month in (1, 3, 4, 12)] == ["2026-Q1", "2026-Q1", "2026-Q2", "2026-Q4"]
    assert (ends_on("2026-Q4"), ends_on("2026-Q1")) == (date(2027, 1, 1), date(2026, 4, 1))
    for wrong in ("2026", "2026-Q5", "26-Q1"):
        with pytest.raises(ValueError, match="a quarter"):
            ends_on(wrong)
    assert [band(days) for days in (0, 2, 3, 365, 366)] == [0, 0, 1, 6, 7]
