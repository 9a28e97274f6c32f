"""The questions stand in the order of safety, and every one has its words."""

from __future__ import annotations

import pytest

from longarm.intake.consent import USES, wording
from longarm.intake.questions import question, questions
from longarm.intake.wishes import HOWS
from longarm.texts import LANGUAGES, say


def test_danger_comes_first_then_the_child_and_words_only_after() -> None:
    order = [one.id for one in questions()]
    assert order[:3] == ["safety", "child", "who"]
    assert order.index("words") > order.index("what")
    assert len(order) == len(set(order))


def test_only_the_child_and_the_kind_of_code_need_an_answer() -> None:
    assert {one.id for one in questions() if not one.skippable} == {"child", "code"}
    assert question("child").choices == ("yes", "unsure", "no")


def test_the_choices_are_those_that_the_report_knows() -> None:
    assert question("consents").choices == USES
    assert question("wishes").choices == HOWS


def test_only_what_is_offered_is_kept() -> None:
    assert question("child").kept(("no", "yes", "elsewhere")) == ("yes",)
    assert question("safety").kept(("safe", "home")) == ("home",)
    assert question("safety").kept(("safe",)) == ("safe",)
    assert question("what").kept(("money", "threat")) == ("threat", "money")
    with pytest.raises(KeyError):
        question("name")


def test_every_consent_is_asked_in_three_languages_and_each_says_something_else() -> None:
    for language in LANGUAGES:
        assert len({wording(use, language) for use in USES}) == len(USES)


def test_what_happens_in_a_channel_is_said_in_three_languages() -> None:
    from typing import get_args

    from longarm.casework.intake.letters import Notice
    from longarm.casework.intake.statuses import STANDINGS

    for language in LANGUAGES:
        for notice in get_args(Notice):
            assert say(f"letter-{notice.replace('_', '-')}", language, use="x")
        for standing in STANDINGS:
            assert say(f"holder-status-{standing.replace('_', '-')}", language)
