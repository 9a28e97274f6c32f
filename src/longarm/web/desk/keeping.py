"""How a case is kept: the hold, a copy for the person harmed, and deleting it, on two pages and with its reference typed."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from longarm.casework.actor import Actor
from longarm.casework.life.deletion import Why
from longarm.casework.life.hold import set_hold
from longarm.casework.life.keeping import delete_named, going, keeping_of
from longarm.casework.life.subject_export import subject_export
from longarm.errors import BadInput
from longarm.texts import Language, say
from longarm.web.desk.day.two import standing
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.exhibits.downloads import attached
from longarm.web.desk.page import show

_WHYS: Final[tuple[Why, ...]] = ("asked", "mistake", "order", "retention")


@require_safe
@signed_in
def keeping(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    return _page(request, actor, case_id)


@require_POST
@signed_in
def hold(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    """`do`: set or lift, with `reason`."""
    try:
        set_hold(actor, case_id, request.POST.get("do") != "lift", request.POST.get("reason", ""))
    except BadInput as fault:
        if fault.message != "casework-no-reason":
            raise
        return _page(request, actor, case_id, fault)
    return redirect(f"/desk/cases/{case_id}/keeping/")


@require_POST
@signed_in
def copy(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponseBase:
    """The copy for the person harmed, in her language, streamed while it is decrypted; `notes`: the team's are in it."""
    made = subject_export(actor, case_id, with_notes=bool(request.POST.get("notes")))
    return attached(StreamingHttpResponse(made.blocks, content_type="application/zip"), made.name)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def deleting(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    """The second page: what goes, what stays, what is not reached; the reference is typed to go on."""
    actor.must_work_cases()
    asked = request.POST if request.method == "POST" else request.GET
    why = next((one for one in _WHYS if one == asked.get("why")), None)
    if why is None:
        return redirect(f"/desk/cases/{case_id}/keeping/")
    fault = None
    if request.method == "POST":
        try:
            delete_named(actor, case_id, why, request.POST.get("reference", ""))
        except BadInput as wrong:
            if wrong.message != "life-other-reference":
                raise
            fault = wrong
        else:
            return show(request, "deleted.html", actor, here="cases", may_see=_may_see(actor))
    kept = keeping_of(actor, case_id)
    facts: dict[str, Any] = {"kept": kept, "going": going(actor, case_id), "why": why}
    facts["deletion"] = standing(kept.work, actor, "deletion", None)
    facts["why_said"] = say(f"life-why-{why}", spoken(request))
    return show(request, "delete.html", actor, fault, here="cases", **facts)


def _page(request: HttpRequest, actor: Actor, case_id: UUID, fault: BadInput | None = None) -> HttpResponse:
    kept = keeping_of(actor, case_id)
    facts: dict[str, Any] = {"kept": kept, "whys": _whys(spoken(request))}
    facts |= {"export": standing(kept.work, actor, "export", None), "deletion": standing(kept.work, actor, "deletion", None)}
    return show(request, "keeping.html", actor, fault, here="cases", **facts)


def _may_see(actor: Actor) -> bool:
    return actor.administers or actor.role in ("coordinator", "auditor")


def _whys(language: Language) -> list[tuple[str, str]]:
    return [(why, say(f"life-why-{why}", language)) for why in _WHYS]
