"""Dates and digits as the papers of a state write them."""

import pytest

from longarm.case.when import When
from longarm.documents.articles import article
from longarm.documents.dates import digits, say_date, say_moment


@pytest.mark.parametrize(
    ("written", "language", "state", "said"),
    [
        ("2022-01-04", "ar", "EG", "٤ يناير ٢٠٢٢"),
        ("2022-01-04", "ar", "IQ", "٤ كانون الثاني ٢٠٢٢"),
        ("2022-01-04", "ar", "LY", "4 يناير 2022"),
        ("2022-01-04", "ar", "TN", "4 جانفي 2022"),
        ("2022-01-04", "en", "EG", "4 January 2022"),
        ("2022-01-04", "fr", "EG", "4 janvier 2022"),
        ("2014", "ar", "EG", "٢٠١٤"),
        ("2014-12", "en", None, "December 2014"),
        ("2020-06-01", "fr", None, "1er juin 2020"),
        ("2020-06-01", "de", "IQ", "1. Juni 2020"),
        ("unknown", "fr", None, "date inconnue"),
    ],
)
def test_a_day_is_written_as_the_state_writes_it(written, language, state, said) -> None:  # type: ignore[no-untyped-def]
    assert say_date(When.parse(written), language, state) == said


def test_a_time_keeps_its_zone_in_one_run_and_a_missing_zone_is_said() -> None:
    assert "\u2068UTC+02:00\u2069" in say_moment(When.parse("2021-12-30T21:14:00+02:00"), "ar", "EG")
    assert "UTC" not in say_moment(When.parse("2021-12-30T21:14:00"), "en", "EG")
    assert "no time zone" in say_moment(When.parse("2021-12-30T21:14:00"), "en", "EG")


def test_a_local_time_is_said_in_utc_as_well_with_its_day_where_the_day_differs() -> None:
    said = say_moment(When.parse("2022-01-04T01:14:00+02:00"), "en", "EG").replace("\u2068", "").replace("\u2069", "")
    assert said == "4 January 2022, 01:14:00 (UTC+02:00), that is 3 January 2022, 23:14:00 (UTC)"
    assert "that is" not in say_moment(When.parse("2022-01-04T01:14:00Z"), "en", "EG")


def test_identifiers_never_pass_through_the_digits_of_the_paper() -> None:
    assert digits("327", "ar", "EG") == "٣٢٧"
    assert digits("327", "ar", "MA") == "327"
    assert digits("327", "en", "EG") == "327"


@pytest.mark.parametrize(
    ("written", "language", "said"),
    [
        ("306 bis (a)", "ar", "٣٠٦ مكررًا (أ)"),
        ("327(1)", "ar", "٣٢٧ الفقرة (١)"),
        ("302, 303", "ar", "٣٠٢، ٣٠٣"),
        ("14-21", "ar", "من ١٤ إلى ٢١"),
        ("Constitution 31", "ar", "٣١ من القانون الأساسي"),
        ("RPD 82-87", "ar", "من ٨٢ إلى ٨٧ من قواعد معالجة البيانات"),
        ("306 bis (a)", "en", "306 bis (a)"),
    ],
)
def test_an_article_is_cited_as_the_court_cites_it(written, language, said) -> None:  # type: ignore[no-untyped-def]
    assert article(written, language, "EG") == said
