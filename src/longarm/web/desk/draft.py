"""A document: first what it still lacks, to be filled in or left blank, then the PDF. The answers are kept nowhere."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from longarm.case.states import STATES
from longarm.casework.actor import Actor
from longarm.casework.proof.asked import asked_for
from longarm.casework.proof.papers import draft_document
from longarm.casework.proof.steps import before_removal
from longarm.documents.draft import Asked, drafted_in
from longarm.documents.form import form
from longarm.documents.recipients import remark
from longarm.errors import BadInput
from longarm.texts import PAPER_LANGUAGES, Language
from longarm.web.desk import people
from longarm.web.desk.case import day_asked
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.exhibits.downloads import pdf
from longarm.web.desk.exhibits.steps import ListShown, lists_shown
from longarm.web.desk.page import show

_PREFIX = "answer-"


class FieldShown(NamedTuple):
    id: str
    label: str
    rows: int
    value: str


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def draft(request: HttpRequest, actor: Actor, case_id: UUID, document: str) -> HttpResponse:
    actor.must_work_cases()
    asked_forum = request.POST.get("forum") or request.GET.get("forum") or ""
    forum, as_of = (asked_forum if asked_forum in STATES else None), day_asked(request)
    path = request.POST.get("path") or request.GET.get("path") or None
    whose = request.POST.get("recipient") or request.GET.get("recipient") or None
    if request.method == "POST":
        return _made(request, actor, case_id, document, forum, path=path, recipient=whose)
    language, shape = spoken(request), form(document)
    wanted = asked_for(actor, case_id, document, as_of, forum, path=path, recipient=whose)
    called = {person.id: people.called_by(person, language) for person in wanted.recipients}
    ready = drafted_in(document)
    return show(
        request,
        "draft.html",
        actor,
        here="cases",
        case_id=case_id,
        title=shape.title.in_(language),
        as_of=as_of,
        forum=forum,
        path=path,
        mandatory=[_field(one, language) for one in wanted.fields if one.mandatory],
        optional=[_field(one, language) for one in wanted.fields if not one.mandatory],
        by_authority=shape.by == "authority",
        recipients=list(called.items()),
        recipient=wanted.recipient.id if wanted.recipient else None,
        remark=remark(shape, wanted.case, wanted.recipient, language, called),
        ready=ready,
        chosen=language if language in ready else "ar",
        before=_before(actor, case_id, document, language),
    )


class _Before(NamedTuple):
    missing: tuple[ListShown, ...]
    at_once: bool


def _before(actor: Actor, case_id: UUID, document: str, language: Language) -> _Before | None:
    """What is still to be taken before a platform takes a page down."""
    if not document.startswith("platform-report-"):
        return None
    found = before_removal(actor, case_id)
    return _Before(lists_shown(found.missing, language), found.at_once)


def _made(
    request: HttpRequest,
    actor: Actor,
    case_id: UUID,
    document: str,
    forum: str | None,
    *,
    path: str | None,
    recipient: str | None,
) -> HttpResponse:
    language = next((known for known in PAPER_LANGUAGES if known == request.POST.get("in")), None)
    if language is None:
        raise BadInput("desk-no-language")
    answers = {
        name.removeprefix(_PREFIX): value.strip()
        for name, value in request.POST.items()
        if isinstance(value, str) and name.startswith(_PREFIX) and value.strip()
    }
    made = draft_document(
        actor,
        case_id,
        document,
        language,
        day_asked(request),
        answers=answers,
        forum=forum,
        path=path,
        authority=request.POST.get("sender") == "authority",
        recipient=recipient,
    )
    return pdf(made.pdf, f"{document}-{language}.pdf")


def _field(asked: Asked, language: Language) -> FieldShown:
    return FieldShown(asked.id, asked.label.in_(language), 1, "")
