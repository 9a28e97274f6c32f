"""What the engine remembers between cases is bounded, and no name is in it."""

from __future__ import annotations

import pytest

from longarm.law import explain
from longarm.law.explain import said_of
from longarm.law.index import Remembered
from longarm.texts import LANGUAGES, say


@pytest.mark.parametrize("name", ["سلمى", "suspect-1", "{ $x } \\1 \u2068", "ن" * 3000], ids=["arabic", "id", "signs", "long"])
def test_a_sentence_about_somebody_is_the_one_fluent_forms(name: str) -> None:
    words = said_of("opens-identity", (name,) * 3)
    assert [words.in_language(language) for language in LANGUAGES] == [
        say("paths-opens-identity", language, who=name) for language in LANGUAGES
    ]


def test_a_second_person_adds_nothing_to_what_is_remembered() -> None:
    said_of("opens-location", ("first",) * 3)
    before = explain._said.cache_info().currsize
    assert "second" in said_of("opens-location", ("second",) * 3).en
    assert explain._said.cache_info().currsize == before


def test_what_is_remembered_starts_anew_when_it_is_full() -> None:
    kept: Remembered[int, int] = Remembered(3)
    for number in range(10):
        kept.put(number, number)
        assert 0 < len(kept) <= 3
    assert kept[9] == 9
