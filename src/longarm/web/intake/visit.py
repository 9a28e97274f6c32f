"""The whole visit at `/`: shows a screen, takes its answer, shows the next. Nothing is stored: a demonstration that says so."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from longarm.web.intake import screens
from longarm.web.intake.answers import Answers, unsigned
from longarm.web.intake.page import show
from longarm.web.language import as_language, preferred
from longarm.web.uploads import Dropped


@csrf_exempt  # there is no cookie and no account here: nothing that a forged form could borrow
@require_http_methods(["GET", "HEAD", "POST"])
def visit(request: HttpRequest) -> HttpResponse:
    """GET: the first screen. POST: the answer to the screen whose signed state the form carries, then the next one."""
    language = as_language(request.POST.get("language")) or preferred(request)
    if request.method != "POST":
        return show(request, language, Answers())
    answers = unsigned(request.POST.get("state"))
    if answers is None or answers.screen not in screens.NAMED:
        return show(request, language, Answers(), too_old="state" in request.POST)
    screen = screens.NAMED[answers.screen]
    if "speak" in request.POST:
        return show(request, as_language(request.POST["speak"]) or language, answers)
    answers = _answered(request, screen, answers)
    step = screens.before if request.POST.get("go") == "back" else screens.after
    files = request.FILES.getlist("files") if screens.takes_files(answers) else []
    dropped = [file for file in files if isinstance(file, Dropped)]
    return show(request, language, answers.at(step(screen, answers).name), dropped=dropped)


def _answered(request: HttpRequest, screen: screens.Screen, answers: Answers) -> Answers:
    """Only choices that the screen offers, and one of them where one is asked for."""
    if screen is screens.WORDS:
        return answers.written(request.POST.get("words", ""))
    if not screen.choices:
        return answers
    chosen = tuple(choice for choice in screen.choices if choice in request.POST.getlist("choice"))
    return answers.answered(screen.name, chosen if screen.many else chosen[:1])
