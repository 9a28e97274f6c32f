"""The order of paths: one test for each row of rules/ranking.yaml, each with two steps that differ in that row alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from longarm.law import rules
from longarm.law.answer import Wording
from longarm.law.ranking import key, ranked
from longarm.law.step import Step

WORDS = Wording(ar="…", en="…", fr="…")


def step(action: str = "subscriber_data", **told: Any) -> Step:
    return Step(**{"action": action, "status": "open", "why": WORDS, "part": "b", **told})  # type: ignore[arg-type]


def own(action: str, **told: Any) -> Step:
    return step(action, by="complainant", **told)


# row: what comes first, what comes after. The first is given the later id ("z"), so that only the row can put it before.
PAIRS = {
    "blocked": (step(status="unknown", part="z"), step(status="blocked")),
    "child": (own("child_protection", purpose="child", part="z"), own("consult_first", purpose="consult")),
    "life": (own("hotline", purpose="life", status="unknown"), own("consult_first", purpose="consult")),
    "consult": (own("consult_first", purpose="consult", danger=9), own("hash_block")),
    "silent": (own("hash_block", part="z"), step("preserve_data")),
    "perishing": (step("preserve_data", danger=9, status="conditional"), own("file_complaint")),
    "hand": (own("consular_statement", danger=9), step("subscriber_data")),
    "danger": (own("file_complaint", status="conditional", danger=1), own("file_complaint", danger=5)),
    "openness": (step(part="z", deadline="2030-01-01"), step(status="conditional", deadline="2022-01-01")),
    "alerts": (step("stored_data"), step("provider_request")),
    "speed": (step("subscriber_data", part="z"), step("stored_data")),
    "deadline": (step(deadline="2022-01-01", part="z"), step(deadline="2022-02-01")),
    "burden": (step("file_complaint", part="z"), step("police_channel")),
}  # fmt: skip


@pytest.mark.parametrize("row", [row.row for row in rules.ranking()])
def test_every_row_puts_one_step_before_another(row: str) -> None:
    first, then = PAIRS[row]
    assert [path.id for path in ranked([then, first])] == [first.id, then.id]
    place = [r.row for r in rules.ranking()].index(row)  # type: ignore[arg-type]
    above = slice(0, place)
    assert key(first)[above] == key(then)[above], "a row above decides already: the test proves nothing"
    assert key(first)[place] < key(then)[place]


def test_every_row_has_a_reason_a_reader_can_disagree_with() -> None:
    assert all(row.why for row in rules.ranking())
    assert len({row.row for row in rules.ranking()}) == len(PAIRS)


def test_a_report_to_a_platform_waits_for_every_request_to_keep_data() -> None:
    takedown = step("takedown", by="complainant")
    kept = [step("preserve_data", part="a"), step("preserve_data", status="blocked", part="c", danger=99)]
    assert [path.action for path in ranked([takedown, *kept])] == ["preserve_data", "preserve_data", "takedown"]


def test_a_request_that_would_endanger_her_keeps_no_place() -> None:
    complaint = step("file_complaint", danger=5)
    assert [path.action for path in ranked([step("preserve_data", status="blocked", forbidden=True), complaint])] == [
        "file_complaint",
        "preserve_data",
    ]


def test_but_pictures_of_a_child_are_reported_at_once() -> None:
    takedown = own("takedown", purpose="child", danger=2)
    kept = step("preserve_data")
    assert [path.action for path in ranked([kept, takedown, own("child_protection", purpose="child")])] == [
        "child_protection",
        "takedown",
        "preserve_data",
    ]


def test_a_hazard_lowers_a_step_and_never_raises_it() -> None:
    for action in (row.action for row in rules.actions().actions):
        safe, dangerous = step(action), step(action, danger=1)
        assert key(safe) < key(dangerous)


def test_the_same_steps_in_another_order_give_the_same_ranks() -> None:
    steps = [pair for both in PAIRS.values() for pair in both]
    forward, backward = ranked(steps), ranked(steps[::-1])
    assert [path.rank for path in forward] == list(range(1, len(steps) + 1))
    assert [path.action for path in forward] == [path.action for path in backward]


def test_the_documentation_tells_the_same_order() -> None:
    page = (Path(__file__).parents[2] / "docs/paths.md").read_text("utf-8")
    told = page.partition("<!-- ranking -->")[2].partition("<!-- end -->")[0].split("\n")
    assert [line.partition(". ")[2] for line in told if line] == [row.why for row in rules.ranking()]
