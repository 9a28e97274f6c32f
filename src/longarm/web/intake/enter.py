"""Coming back with a code: asked for on a page of its own, typed into a form, never part of an address."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from longarm.casework.intake.door import left_to_wait, toll, too_often
from longarm.casework.intake.returns import crowded, holder_of
from longarm.casework.intake.returns import enter as enter_with
from longarm.errors import BadInput, LongarmError
from longarm.texts import Language
from longarm.web.intake.answers import begun, unsigned
from longarm.web.intake.page import show
from longarm.web.intake.returned import show_page
from longarm.web.intake.send import MOMENT, show_wait
from longarm.web.intake.unsent import unsent
from longarm.web.network import network_of


def ask_code(
    request: HttpRequest, language: Language, fault: LongarmError | None = None, status: int = 200, *, entered: str = ""
) -> HttpResponse:
    """The page that asks for the code; `fault` says why it is asked for again, `entered` what was typed: six words are long."""
    answers = begun()
    said: dict[str, Any] = {"fault": fault.in_language(language)} if fault else {}
    cost = toll("code", network_of(request))
    said |= unsent(request)
    said |= {"seed": answers.seed, "toll": cost, "state": answers.signed(), "shown": "code", "entered": entered}
    return show(request, "code.html", language, status, **said)


def enter(request: HttpRequest, language: Language) -> HttpResponse:
    """The page of who holds the code. Every try costs its work or its wait; a wrong code is said in one sentence."""
    answers, code = unsigned(request.POST.get("state")) or begun(), request.POST.get("code", "")
    waits = MOMENT if crowded() else left_to_wait("code", answers.ticket, request.POST.get("proof", ""), network_of(request))
    if waits:
        typed = unsent(request)
        again = [("code", code), ("unsent", typed["unsent"]), *([("danger", "1")] if typed["in_danger"] else [])]
        return show_wait(request, language, "enter", waits, answers.ticket, state=answers.signed(), again=again)
    if too_often(answers.ticket):
        return ask_code(request, language, status=429, entered=code)
    try:
        token = enter_with(code)
    except BadInput as fault:
        return ask_code(request, language, fault, 400, entered=code)
    return show_page(request, language, holder_of(token), token)
