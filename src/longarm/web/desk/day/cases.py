"""The inbox: what is most pressing first, a line each, as the filters ask; the same page renews itself where scripts run."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple, get_args
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from longarm.casework.actor import Actor
from longarm.casework.day.asked_of_me import how_many_wait
from longarm.casework.day.brief import Brief
from longarm.casework.day.clock import Wait
from longarm.casework.day.inbox import Line, demo_loading, inbox, next_waiting
from longarm.casework.day.inbox_order import MOST, Shown
from longarm.texts import Language, say
from longarm.web.dates import state
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.happened import word
from longarm.web.desk.page import show
from longarm.web.desk.people import DANGERS, risk_named
from longarm.web.desk.traces import urgency

_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
FILTERS: Final[tuple[Shown, ...]] = get_args(Shown)

# Who reads no case begins with what they are here for.
_NO_INBOX: Final = {"consular": "/desk/statements/", "auditor": "/desk/record/", "admin": "/desk/people/"}


class LineShown(NamedTuple):
    id: UUID
    called: str
    reference: str
    risks: tuple[str, ...]
    what: str
    states: str
    stage: str
    urgent: bool
    child: bool
    wait: Wait | None
    letters: int
    files: int
    opened: int
    due_on: date | None
    due_chip: str
    claimed_name: str | None


@require_safe
@signed_in
def cases(request: HttpRequest, actor: Actor) -> HttpResponse:
    if elsewhere := _NO_INBOX.get(actor.role):
        return redirect(elsewhere)
    language, page = spoken(request), request.GET.get("page", "1")
    shown: Shown = next((one for one in FILTERS if one == request.GET.get("show")), "all")
    found = inbox(actor, timezone.now(), shown, int(page) if page.isdecimal() and len(page) < 4 else 1)
    return show(
        request,
        "cases.html",
        actor,
        here="cases",
        inbox=found,
        shown=shown,
        every=request.GET.get("every") == "minute",
        filters=[(one, say(f"work-show-{one}", language), counted(found.counts[one])) for one in FILTERS],
        lines=[_line(line, timezone.localdate(), language) for line in found.lines],
        asked=how_many_wait(actor),
        loading=actor.demonstration and demo_loading(),
    )


@require_safe
@signed_in
def next_one(request: HttpRequest, actor: Actor) -> HttpResponse:
    """To the conversation of who waits next; to the inbox when nobody does. `?after=`: the case that is left for it."""
    after = request.GET.get("after", "")
    case = next_waiting(actor, UUID(after) if _UUID.fullmatch(after) else None)
    return redirect(f"/desk/cases/{case}/talk/" if case else "/desk/cases/")


def counted(number: int) -> str:
    return f"{MOST}+" if number > MOST else str(number)


def _line(line: Line, today: date, language: Language) -> LineShown:
    brief = line.brief
    order = {risk: place for place, risk in enumerate(DANGERS)}
    return LineShown(
        id=line.id,
        called=brief.called,
        reference=brief.reference,
        risks=tuple(risk_named(risk, language) for risk in sorted(set(brief.risks) & set(order), key=order.__getitem__)),
        what=what_of(brief, language),
        states=_states(brief, language),
        stage=line.stage,
        urgent=line.urgent,
        child=line.child,
        wait=line.wait,
        letters=line.letters,
        files=line.files,
        opened=line.opened,
        due_on=line.due_on,
        due_chip=urgency(line.due_on.isoformat() if line.due_on else None, today),
        claimed_name=line.claimed_name,
    )


def what_of(brief: Brief, language: Language) -> str:
    """What happened and what is wanted, in a few words."""
    kinds = [word("event", kind, language) or kind for kind in brief.what]
    wants = [say(f"desk-wants-{want}", language) for want in brief.wants]
    comma = "، " if language == "ar" else ", "
    told = [comma.join(kinds), say("work-wants", language, what=comma.join(wants)) if wants else ""]
    return " · ".join(part for part in told if part) or say("work-nothing-told", language)


def _states(brief: Brief, language: Language) -> str:
    if not brief.harmed and not brief.suspect:
        return ""
    harmed, suspect = (state(code or "unknown", language) for code in (brief.harmed, brief.suspect))
    return say("work-states", language, harmed=harmed, suspect=suspect)
