"""Numbers for help: those of the state and those for everybody, never another state's; what is not known is said."""

from __future__ import annotations

import pytest
from django.test import Client

from longarm.case.states import STATES
from longarm.law.load import load
from longarm.texts import LANGUAGES
from longarm.web.law.lines import lines, own_lines

FACTS = load()


def test_no_state_is_shown_a_number_of_another() -> None:
    for code in (*sorted(STATES), "unknown", "no-state"):
        allowed = {f"lines/{line.id}" for line in FACTS.lines.values() if line.state in (code, "any")}
        shown = [row.fact.id for row in lines(FACTS, code, "en") if row.fact]
        assert set(shown) <= allowed, code
        assert len(shown) == len(lines(FACTS, code, "en")), f"{code}: each number has its source"
        assert lines(FACTS, code, "en")[: len(own_lines(FACTS, code, "en"))] == own_lines(FACTS, code, "en")


@pytest.mark.django_db  # the page asks whose face it wears
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_state_without_a_known_number_says_so(language: str) -> None:
    said = {"ar": "لا نعرف رقمًا للمساعدة", "en": "We know no line in this country", "fr": "Nous ne connaissons pas de ligne"}
    without = next(code for code in sorted(STATES) if not own_lines(FACTS, code, "en"))
    having = next(line.state for line in FACTS.lines.values() if own_lines(FACTS, line.state, "en"))
    for code, known in ((without, False), (having, True)):
        page = Client().post("/between/", {"harmed_in": code, "language": language}).content.decode()
        assert (said[language] in page) is not known
