"""From screen to screen: takes the answer to the one that was shown, then shows the next, the one before, or the same again."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from longarm.law.load import load
from longarm.texts import Language
from longarm.web.intake import screens
from longarm.web.intake.answers import Answers
from longarm.web.intake.page import ADDRESSES, CODES, show_screen


def walk(request: HttpRequest, language: Language, answers: Answers) -> HttpResponse:
    """Shows what comes after the answer in the form."""
    answers = answered(request, answers)
    if "speak" in request.POST or request.POST.get("do") == "lines":
        return show_screen(request, language, answers)
    step = screens.before if request.POST.get("do") == "back" else screens.after
    return show_screen(request, language, answers.at(step(screens.NAMED[answers.screen], answers).name))


def answered(request: HttpRequest, answers: Answers) -> Answers:
    """`answers` with what the form of their screen says."""
    screen, form = screens.NAMED[answers.screen], request.POST
    if "lives" in form:
        lives = form["lives"]
        answers = answers.living_in(lives if lives in load().states or lives == "other" else "")
    if screen is screens.WORDS and "words" in form:
        answers = answers.written(form["words"])
        for name, choices in (("address", ADDRESSES), ("code", CODES)):
            answers = answers.answered(name, tuple(choice for choice in choices if choice == form.get(name)))
    if screen.choices:
        answers = answers.answered(screen.name, screen.kept(form.getlist("choice")))
    return answers
