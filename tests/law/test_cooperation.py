"""With whom a state shares an instrument on a day: what the map colours must be what `longarm treaties` says."""

from datetime import date

import pytest

from longarm.law.called import called_state
from longarm.law.cooperation import cooperation
from longarm.law.load import load
from longarm.law.treaties import treaties

FACTS = load()
GENERAL = ("cybercrime", "mutual_assistance", "extradition")


@pytest.mark.parametrize(("origin", "day"), [("EG", date(2022, 1, 4)), ("IQ", date(2021, 9, 30)), ("DE", date(2026, 11, 24))])
def test_each_colour_rests_on_what_treaties_says(origin: str, day: date) -> None:
    for one in cooperation(FACTS, origin, day):
        lines = {line.instrument: line for line in treaties(FACTS, origin, one.state, day).instruments}
        assert all(lines[name].binding == "yes" for name in one.instruments), one.state
        assert all(lines[name].binding == "unknown" for name in one.maybe), one.state
        kinds = {lines[name].kind for name in one.instruments}
        if one.status == "open":
            assert kinds & set(GENERAL), one.state
        if one.status in ("unknown", "blocked"):
            assert not one.instruments
            assert bool(one.maybe) == (one.status == "unknown")


def test_the_day_opens_a_road() -> None:
    before, after = ({one.state: one for one in cooperation(FACTS, "EG", day)} for day in (date(2013, 5, 1), date(2022, 1, 4)))
    assert "riyadh-1983" not in before["LY"].instruments
    assert "riyadh-1983" in after["LY"].instruments
    assert after["LY"].status == "open"


def test_a_court_and_a_finding_of_no_treaty_are_no_cooperation() -> None:
    for one in cooperation(FACTS, "DE", date(2026, 11, 24)):
        assert "rome-statute-1998" not in (*one.instruments, *one.maybe)
        assert not any(FACTS.instruments[name].absence for name in one.instruments)


def test_nobody_cooperates_with_oneself_and_the_same_question_has_the_same_answer() -> None:
    found = cooperation(FACTS, "LY", date(2022, 1, 4))
    assert "LY" not in {one.state for one in found}
    assert found == cooperation(FACTS, "LY", date(2022, 1, 4))


@pytest.mark.parametrize(
    ("word", "code"), [("eg", "EG"), (" Libya ", "LY"), ("السعودية", "SA"), ("ALLEMAGNE", "DE"), ("Irak", "IQ")]
)
def test_a_state_is_understood_by_code_and_by_name(word: str, code: str) -> None:
    assert called_state(FACTS, word) == code
