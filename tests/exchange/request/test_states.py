"""The table of a request: a test a row, and nothing that is not in it."""

from __future__ import annotations

import itertools

import pytest

from longarm.exchange.request.states import ACTS, ENDED, STATES, TABLE, Row, after, may


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.act}-{'-'.join(row.begins)}")
def test_each_row_holds_from_each_of_its_states(row: Row) -> None:
    for state in row.begins:
        assert after(state, row.act, row.by, arriving=row.crossing) == (row.ends or state)
        if row.crossing:
            assert after(state, row.act, row.by) is None, "a new act of that kind is not allowed any more"


def test_what_the_table_does_not_name_changes_nothing() -> None:
    named = {(state, row.act, row.by) for row in TABLE for state in row.begins}
    for state, act, by in itertools.product(STATES, ACTS, ("asker", "asked", "time")):
        if (state, act, by) not in named:
            assert after(state, act, by, arriving=True) is None  # type: ignore[arg-type]


def test_only_who_was_asked_answers_and_only_who_asks_withdraws() -> None:
    assert all(after(state, "answer", "asker", arriving=True) is None for state in STATES)
    assert all(after(state, "withdraw", "asked", arriving=True) is None for state in STATES)
    assert may("verified", "asked") == ("accept", "ask_back", "answer_part", "answer", "refuse")
    assert may("received", "asked") == ("verify", "ask_back", "refuse"), "nothing is answered before it was verified"


def test_an_answer_that_crossed_a_withdrawal_counts_on_both_sides() -> None:
    asker = after("accepted", "withdraw", "asker")
    assert asker == "withdrawn"
    assert after(asker, "answer", "asked", arriving=True) == "answered"
    asked = after("accepted", "answer", "asked")
    assert asked == "answered"
    assert after(asked, "withdraw", "asker", arriving=True) is None, "it stays answered there"


def test_what_has_ended_goes_nowhere_but_into_the_file() -> None:
    for state in ENDED:
        assert set(may(state, "asker")) <= {"close"}
        assert may(state, "asked") == ()


def test_a_late_answer_is_an_answer() -> None:
    expired = after("sent", "expire", "time")
    assert expired == "expired"
    assert after(expired, "answer", "asked") == "answered"
