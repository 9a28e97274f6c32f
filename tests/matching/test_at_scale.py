"""The weights as a model for Splink: complete, and the same numbers. That it scores as `links` does is shown by `make spark`."""

from __future__ import annotations

from datetime import date
from math import log2

import pytest

from longarm.matching.at_scale.rows import COLUMNS, Row, rows
from longarm.matching.at_scale.settings import NOT_HERE, names, settings
from longarm.matching.groups import groups_of
from longarm.matching.item import Item, Picture
from longarm.matching.period import Period
from longarm.matching.text.masked import words_of
from longarm.matching.weights import weights

DAY = Period(date(2022, 1, 1), date(2022, 1, 3))
THREAT = "عندك مهلة لحد بكرة وإلا صورك هتنزل في كل مكان عند أهلك وصحابك وكل اللي تعرفيهم"


@pytest.mark.parametrize("dialect", ["duckdb", "spark"])
def test_every_likeness_of_the_table_stands_in_the_model_with_its_own_weight(dialect: str) -> None:
    table = weights()
    model = settings(table, dialect)  # type: ignore[arg-type]
    likeness, common = model["comparisons"]
    said = {level["label_for_charts"]: level for level in likeness["comparison_levels"] if "m_probability" in level}
    assert said.keys() - {"none"} == table.levels.keys() - NOT_HERE == set(names())
    for name, level in table.levels.items():
        if name in NOT_HERE:
            continue
        assert log2(said[name]["m_probability"] / said[name]["u_probability"]) == pytest.approx(level.bits)
    third = next(level for level in common["comparison_levels"] if level["label_for_charts"] == "5 cases")
    assert log2(third["m_probability"] / third["u_probability"]) == pytest.approx(-2)  # two doublings, two bits


def test_rows_hold_no_identifier_and_leave_out_the_harmed_side() -> None:
    items = [
        Item(case="A", what="p", facet="phone", key="+218910000017", role="suspect", period=DAY),
        Item(case="B", what="p", facet="phone", key="+218910000017", role="suspect"),
        Item(case="B", what="own", facet="phone", key="+201000000001", role="own"),
        Item(case="B", what="x", facet="text", key="t", role="suspect", words=words_of(f"{THREAT} +218910000017")),
        Item(case="B", what="y", facet="image", key="i", role="suspect", picture=Picture(bytes(range(32)), 90, (bytes(32),) * 7)),
    ]
    made = list(rows(items, groups_of(items), b"secret"))
    phones = [row for row in made if row.facet == "phone"]
    assert [row.cases for row in phones] == [2, 2]
    assert phones[0].blocks == phones[1].blocks != next(rows(items[:1], (), b"another")).blocks
    assert not any("218910000017" in repr(row) or "201000000001" in repr(row) for row in made)
    text, picture = made[2], made[3]
    assert (len(text.blocks), picture.pdq and len(picture.pdq), picture.turned and len(picture.turned)) == (32, 4, 28)
    assert Row.__struct_fields__ == tuple(COLUMNS)
