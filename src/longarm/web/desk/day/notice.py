"""The gate of the lawful notice on screen: what holds, what is missing in one sentence each, and the paper at its end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final, NamedTuple, get_args
from uuid import UUID

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from longarm.case.model import Case, Person
from longarm.casework.actor import Actor
from longarm.casework.day import notice
from longarm.casework.day.approvals import ApprovalView
from longarm.casework.day.desk import case_view
from longarm.casework.day.notice import Asked, NoticeView
from longarm.casework.day.notice_gate import Condition, Name, asks_authority
from longarm.casework.refusals import Conflict
from longarm.casework.work.at_work import AtWork
from longarm.errors import BadInput, LongarmError
from longarm.texts import PAPER_LANGUAGES, Language, say
from longarm.web.desk.day.two import Standing, standing
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.exhibits.downloads import pdf
from longarm.web.desk.page import show
from longarm.web.desk.people import called_by

NAMES: Final[tuple[Name, ...]] = get_args(Name)


class Held(NamedTuple):
    name: str
    what: str
    holds: bool
    missing: str


class NoticeShown(NamedTuple):
    """`two`: how its question to a second person stands."""

    view: NoticeView
    suspect: str
    complainant: str
    rests: tuple[tuple[str, str], ...]
    two: Standing
    question: ApprovalView | None


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def gate(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    """POST prepares a notice."""
    actor.must_work_cases()
    asked = _asked(request)
    if request.method == "POST":
        try:
            notice.prepare(actor, case_id, asked)
            return redirect(f"/desk/cases/{case_id}/notice/")
        except (Conflict, BadInput) as fault:
            if type(fault) not in (Conflict, BadInput):
                raise
            return _page(request, actor, case_id, asked, fault)
    return _page(request, actor, case_id, asked)


@require_POST
@signed_in
def paper(request: HttpRequest, actor: Actor, notice_id: UUID) -> HttpResponse:
    """`do`: make (once, with the agreement of a second person), again (the same bytes)."""
    made = notice.issue(actor, notice_id) if request.POST.get("do") == "make" else notice.again(actor, notice_id)
    return pdf(made.pdf, f"notice-{made.language}.pdf")


def _page(request: HttpRequest, actor: Actor, case_id: UUID, asked: Asked, fault: LongarmError | None = None) -> HttpResponse:
    language = spoken(request)
    view = case_view(actor, case_id, timezone.localdate())
    suspects, harmed = view.case.with_role("suspect"), view.case.complainants
    asked = _chosen(asked, suspects, harmed)
    found = notice.read(actor, case_id, asked)
    facts: dict[str, Any] = {
        "case_id": case_id,
        "asked": asked,
        "conditions": [_held(one, language) for one in found.conditions],
        "passed": all(one.holds for one in found.conditions if one.name not in ("plan", "authority", "preserved")),
        "suspects": [(one.id, called_by(one, language)) for one in suspects],
        "harmed": [(one.id, called_by(one, language)) for one in harmed],
        "asks_authority": asks_authority(found.case),
        "papers": PAPER_LANGUAGES,
        "notices": [_notice(one, found.case, view.work, actor, language) for one in found.notices],
    }
    status = 409 if isinstance(fault, Conflict) else 200  # `show` makes 400 of any other fault
    return show(request, "notice.html", actor, fault, status, here="cases", **facts)


def _held(one: Condition, language: Language) -> Held:
    return Held(one.name, say(f"notice-holds-{one.name}", language), one.holds, say(f"notice-lacks-{one.name}", language))


def _notice(view: NoticeView, case: Case, work: AtWork, actor: Actor, language: Language) -> NoticeShown:
    named = {person.id: called_by(person, language) for person in case.persons}
    rests = tuple((say(f"notice-holds-{name}", language), what) for name, what in view.rests if what and name in NAMES)
    question = next((one for one in work.asked if one.act == "notice" and one.object == view.id), None)
    two = standing(work, actor, "notice", view.id)
    asked = view.asked
    return NoticeShown(
        view, named.get(asked.suspect, asked.suspect), named.get(asked.complainant, asked.complainant), rests, two, question
    )


def _asked(request: HttpRequest) -> Asked:
    sent = request.POST or request.GET
    day = sent.get("reply_by", "")
    try:
        reply_by = date.fromisoformat(day) if day else None
    except ValueError:
        raise BadInput("desk-no-day", day=day[:20]) from None
    return Asked(
        suspect=sent.get("suspect", ""),
        complainant=sent.get("complainant", ""),
        plan=sent.get("plan", ""),
        preserved=sent.get("preserved", ""),
        authority=sent.get("authority", ""),
        lawyer=" ".join(sent.get("lawyer", "").split()),
        language=next((one for one in PAPER_LANGUAGES if one == sent.get("in")), "ar"),
        reply_by=reply_by,
    )


def _chosen(asked: Asked, suspects: Iterable[Person], harmed: Iterable[Person]) -> Asked:
    """Whoever is known stands first where nobody was chosen."""
    known = sorted(suspects, key=lambda one: (one.identity != "known", not one.legal_name))
    suspect = asked.suspect or next((one.id for one in known), "")
    complainant = asked.complainant or next((one.id for one in harmed), "")
    return msgspec.structs.replace(asked, suspect=suspect, complainant=complainant)
