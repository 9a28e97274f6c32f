"""An exhibit: how far it is, what it says as a table of plain text, which identifiers stand in it, its fingerprints."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from longarm.casework.actor import Actor
from longarm.casework.proof.exhibits import ExhibitView, exhibit_for, exhibit_progress, view_of
from longarm.casework.proof.messages import MessagePage, read_messages
from longarm.casework.proof.showing import may_be_shown
from longarm.casework.work.jobs import resume, waiting
from longarm.texts import Language, say
from longarm.web.dates import state
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.happened import word
from longarm.web.desk.page import show

_COUNT = 100
_MOST = 40
_STAGES = ("received", "identified", "sealed")


class MessageShown(NamedTuple):
    line: int
    at: str | None
    sender: str | None
    text: str
    media: tuple[str, ...]
    kind: str
    word: str


class PageShown(NamedTuple):
    messages: tuple[MessageShown, ...]
    first: int
    last: int
    total: int
    before: int
    after: int | None


class FoundShown(NamedTuple):
    value: str
    type: str
    times: int
    state: str | None


@require_safe
@signed_in
def exhibit(request: HttpRequest, actor: Actor, exhibit_id: UUID) -> HttpResponse:
    language = spoken(request)
    if not may_be_shown(exhibit_progress(actor, exhibit_id)):
        return redirect(f"/desk/exhibits/{exhibit_id}/withheld/")
    asked = request.GET.get("from", "1")
    page = read_messages(actor, exhibit_id, int(asked) if asked.isdecimal() and len(asked) < 10 else 1, _COUNT)
    resume(actor, page.case)
    view, outcome = page.exhibit, page.exhibit.outcome
    return show(
        request,
        "exhibit.html",
        actor,
        here="cases",
        exhibit=view,
        case_id=page.case,
        shown=may_be_shown(view),
        running=running(view, waiting(actor, page.case)),
        stages=_stages(view),
        failure=say(outcome.failure, language, **outcome.facts) if outcome and outcome.failure else None,
        page=_page(page, language),
        accounts=[(one, word("source", one.source, language)) for one in outcome.accounts[:3]] if outcome else (),
        given_by=word("role", view.about.received_from, language),
        more_accounts=max(0, len(outcome.accounts) - 3) if outcome else 0,
        found=_found(view, language),
    )


@require_safe
@signed_in
def progress(request: HttpRequest, actor: Actor, exhibit_id: UUID) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """For the page that waits: `{"state", "done", "size", "ended"}`."""
    opened, row = exhibit_for(actor, exhibit_id)
    view = view_of(opened, row)
    ended = not running(view, waiting(actor, opened.id))
    return JsonResponse({"state": view.state, "done": view.done, "size": view.size, "ended": ended})


def running(view: ExhibitView, jobs: tuple[str, ...]) -> bool:
    """Is there still something to wait for: the reading, or the sealing after it?"""
    return view.state in ("received", "reading") or (view.state == "identified" and "seal" in jobs)


def _stages(view: ExhibitView) -> tuple[tuple[str, str], ...]:
    """Each stage and how it stands: done, now, failed, or still to come (empty)."""
    if view.state == "failed":
        return (("received", "done"), ("failed", "failed"))
    reached = {"received": 0, "reading": 0, "identified": 1, "sealed": 2}.get(view.state, 0)
    marks = ["done" if place <= reached else "" for place in range(len(_STAGES))]
    if reached + 1 < len(marks):
        marks[reached + 1] = "now"
    return tuple(zip(_STAGES, marks, strict=True))


def _page(page: MessagePage, language: Language) -> PageShown:
    last = page.first + len(page.messages) - 1
    shown = tuple(
        MessageShown(one.line, one.at, one.from_, one.text, one.media, one.kind, word("message", one.kind, language) or one.kind)
        for one in page.messages
    )
    return PageShown(shown, page.first, last, page.total, max(1, page.first - _COUNT), last + 1 if last < page.total else None)


def _found(view: ExhibitView, language: Language) -> tuple[FoundShown, ...]:
    return tuple(
        FoundShown(
            one.normal or one.value,
            word("type", one.type, language) or one.type,
            one.times,
            state(one.state, language) if one.state else None,
        )
        for one in (view.outcome.found[:_MOST] if view.outcome else ())
    )
