"""What every screen of the public pages knows, and what a screen of the way shows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from longarm.casework.intake.door import toll
from longarm.casework.intake.face import face
from longarm.errors import LongarmError
from longarm.texts import Language
from longarm.web.intake import screens
from longarm.web.intake.answers import MAX_WORDS, Answers
from longarm.web.intake.helpers import helpers
from longarm.web.intake.neutral import neutral
from longarm.web.law.states_listed import held
from longarm.web.network import network_of
from longarm.web.render import page

ADDRESSES = ("female", "male", "other")
CODES = ("words", "digits")


def show(request: HttpRequest, template: str, language: Language, status: int = 200, **facts: Any) -> HttpResponse:
    """The page `intake/TEMPLATE` under the neutral title, with what the organisation chose to show."""
    here = face()
    known = {"face": here, "answer_minutes": here.promised_minutes, **neutral(here.rules, language), **facts}
    return page(request, f"intake/{template}", language, status, **known)


def show_screen(
    request: HttpRequest, language: Language, answers: Answers, *, too_old: bool = False, fault: LongarmError | None = None
) -> HttpResponse:
    """The screen that `answers` stands at; `fault` is said at its top, with the status of a conflict."""
    screen = screens.NAMED[answers.screen]
    steps = [step for step in screens.road(answers) if step.asked]
    here = screens.SCREENS.index(screen)
    reached = max(index for index, step in enumerate(steps) if screens.SCREENS.index(step) <= here)
    dangers = answers.chosen("safety")
    needs = ("child",) if screen is screens.CHILD_ROAD else dangers
    words = screen is screens.WORDS
    return show(
        request,
        f"{screen.name}.html",
        language,
        409 if fault else 200,
        fault=fault and fault.in_language(language),
        screen=screen,
        question=f"intake-{screen.name}",
        choices=[(choice, f"intake-{screen.name}-{choice.replace('_', '-')}") for choice in screen.choices],
        chosen=answers.chosen(screen.name),
        answers=answers,
        state=answers.signed(),
        steps=[(step, index <= reached) for index, step in enumerate(steps)],
        step=reached + 1,
        first=screen is screens.SAFETY,
        onward="send" if words else "next",
        dangers=dangers,
        child=answers.child,
        recipient="recipient" in answers.chosen("who"),
        lived=answers.state,
        states=held(language),
        lines=helpers(answers.state, needs, language),
        max_words=MAX_WORDS,
        too_old=too_old,
        addresses=[(one, f"intake-address-{one}") for one in ADDRESSES],
        address=next(iter(answers.chosen("address")), "other"),
        codes=[(one, f"intake-code-{one}") for one in CODES],
        code_form=next(iter(answers.chosen("code")), "words"),
        more_open=bool(answers.state or answers.chosen("address")),
        seed=answers.seed,
        toll=toll("report", network_of(request)) if words else None,
    )
