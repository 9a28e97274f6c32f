"""Sending: the ticket of the page is paid by work or by waiting, the report goes in, and its code is shown, this once."""

from __future__ import annotations

from typing import Any, Final

import msgspec
from django.http import HttpRequest, HttpResponse

from longarm.casework.intake.door import Ticket, left_to_wait, toll, too_often
from longarm.casework.intake.returns import crowded
from longarm.casework.intake.submit import submit
from longarm.casework.people.narrow import Crowded
from longarm.casework.refusals import Conflict
from longarm.intake.report import Report
from longarm.texts import Language
from longarm.web.intake.answers import Answers
from longarm.web.intake.page import show, show_screen
from longarm.web.intake.screens import DANGERS, WATCHED
from longarm.web.intake.walk import answered
from longarm.web.network import network_of

MOMENT: Final = 5  # seconds that who comes while many are at the door waits
_WAITS: Final = (5, 10, 15, 20, 30, 45, 60, 120, 240, 480, 960)  # seconds that the style sheet knows a bar for


def send(request: HttpRequest, language: Language, answers: Answers) -> HttpResponse:
    """The receipt; or the page that lets wait; or, for a page that was sent too often, that its code has been shown."""
    answers = answered(request, answers)
    waits = MOMENT if crowded() else left_to_wait("report", answers.ticket, request.POST.get("proof", ""), network_of(request))
    if waits:
        return show_wait(request, language, "send", waits, answers.ticket, state=answers.signed())
    try:
        if too_often(answers.ticket):
            raise Conflict("intake-sent-before")
        given = submit(report_of(answers, language), once=answers.seed)
    except (Conflict, Crowded) as fault:
        return show_screen(request, language, answers, fault=fault)
    code_form = _one(answers, "code", "words")
    known: dict[str, Any] = {"code": given.code, "code_form": code_form, "token": given.token, "child": answers.child}
    return show(request, "receipt.html", language, **known)


def report_of(answers: Answers, language: Language) -> Report:
    """What the screens were told, in the words of the intake."""
    who, safety = _one(answers, "who", "me"), answers.chosen("safety")
    relation = who if who not in ("me", "recipient") else None
    told = {
        "language": language,
        "form_of_address": _one(answers, "address", "other"),
        "who": "other" if relation else who,
        "relation": relation,
        "dangers": [one for one in safety if one in DANGERS],
        "watched_phone": WATCHED in safety if safety else None,
        "child": _one(answers, "child", "unsure"),
        "what": answers.chosen("what"),
        "words": answers.words,
        "state": answers.state if answers.state not in ("", "other") else "unknown",
        "code_form": _one(answers, "code", "words"),
    }
    return msgspec.convert(told, Report)


def _one(answers: Answers, asked: str, otherwise: str) -> str:
    return next(iter(answers.chosen(asked)), otherwise)


def show_wait(request: HttpRequest, language: Language, act: str, waits: int, ticket: Ticket, **carried: Any) -> HttpResponse:
    """The page that works, or waits, and then sends again what it carries."""
    longer = next((known for known in _WAITS if known >= waits), _WAITS[-1])
    kind = "report" if act == "send" else "code"
    return show(
        request,
        "waiting.html",
        language,
        429,
        act=act,
        wait=waits,
        wait_class=longer,
        seed=ticket.seed,
        toll=toll(kind, network_of(request)),
        **carried,
    )
