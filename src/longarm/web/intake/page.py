"""What a screen of the visit shows."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from longarm.texts import Language, say
from longarm.web.intake import screens
from longarm.web.intake.answers import MAX_WORDS, Answers
from longarm.web.render import page
from longarm.web.uploads import Dropped


def _given(answers: Answers) -> list[tuple[str, list[str]]]:
    """Every question with what was chosen, as ids of sentences."""
    return [
        (f"intake-{asked.name}", [f"intake-{asked.name}-{choice.replace('_', '-')}" for choice in answers.chosen(asked.name)])
        for asked in screens.STEPS
        if asked.choices
    ]


def show(
    request: HttpRequest, language: Language, answers: Answers, too_old: bool = False, dropped: Sequence[Dropped] = ()
) -> HttpResponse:
    """The screen that `answers` stands at."""
    screen = screens.NAMED[answers.screen]
    steps = [step for step in screens.STEPS if step in screens.road(answers)]
    reached = max(
        (steps.index(step) for step in steps if screens.SCREENS.index(step) <= screens.SCREENS.index(screen)), default=0
    )
    return page(
        request,
        f"intake/{screen.name}.html",
        language,
        title=getattr(settings, "NEUTRAL_TITLE", "") or say("intake-title", language),
        exit_address=getattr(settings, "EXIT_ADDRESS", "") or say("intake-exit-address", language),
        screen=screen,
        question=f"intake-{screen.name.replace('_', '-')}",
        choices=[(choice, f"intake-{screen.name}-{choice.replace('_', '-')}") for choice in screen.choices],
        chosen=answers.chosen(screen.name),
        answers=answers,
        state=answers.signed(),
        steps=[(step, index <= reached) for index, step in enumerate(steps)],
        step=reached + 1,
        first=screen is screens.SAFETY,
        watched="yes" in answers.chosen("phone"),
        child=bool({"yes", "unsure"} & set(answers.chosen("child"))),
        takes_files=screens.takes_files(answers),
        max_words=MAX_WORDS,
        too_old=too_old,
        dropped=dropped,
        given=_given(answers),
        word_count=len(answers.words.split()),
    )
