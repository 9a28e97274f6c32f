"""A date is no more exact than it was written."""

from datetime import date

import pytest

from longarm.case.answer import Answer
from longarm.case.when import When


def test_a_bare_year_is_unknown_inside_itself() -> None:
    ratified = When.parse("2014")
    assert ratified.on_or_before(date(2013, 12, 31)) is Answer.NO
    assert ratified.on_or_before(date(2014, 6, 1)) is Answer.UNKNOWN
    assert ratified.on_or_before(date(2014, 12, 31)) is Answer.YES


def test_unknown_is_never_no() -> None:
    assert When.parse("unknown").on_or_before(date(2022, 1, 4)) is Answer.UNKNOWN
    assert Answer.UNKNOWN & Answer.NO is Answer.NO
    assert Answer.UNKNOWN & Answer.YES is Answer.UNKNOWN
    assert Answer.UNKNOWN | Answer.YES is Answer.YES
    assert ~Answer.UNKNOWN is Answer.UNKNOWN


@pytest.mark.parametrize("text", ["2022-13", "2022-02-30", "04/01/2022", "yesterday", "", "2022-1-4"])
def test_what_the_calendar_does_not_hold_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|month|day|isoformat"):
        When.parse(text)
