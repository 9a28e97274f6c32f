"""The conversation of a case: wishes before words, letters both ways, an answer that is looked through before it goes."""

from __future__ import annotations

from typing import Any, get_args
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from longarm.casework.actor import Actor
from longarm.casework.after_restore import to_be_answered
from longarm.casework.day.conversation import answer, channel_for, of_case, set_status
from longarm.casework.day.sentences import ready, warned
from longarm.casework.day.talk_head import talk_head
from longarm.casework.day.told_us import note_taken_back
from longarm.casework.intake.statuses import STANDINGS, Standing
from longarm.errors import BadInput
from longarm.intake.consent import Use
from longarm.texts import say
from longarm.web.desk.administer.others import others
from longarm.web.desk.day.threads import Draft, thread_shown
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.page import show
from longarm.web.language import as_language


@require_safe
@signed_in
def talk(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    return talk_page(request, actor, case_id)


@require_POST
@signed_in
def answering(request: HttpRequest, actor: Actor, channel_id: UUID) -> HttpResponse:
    """Sends `text`; `put` puts a ready sentence below it instead; words on the list are named first, and sent when `sure`."""
    actor.must_work_cases()
    opened, _ = channel_for(actor, channel_id)
    text, put = request.POST.get("text", ""), request.POST.get("put")
    sentence = next((one for one in ready() if one.id == put), None)
    if sentence is not None:
        theirs = as_language(request.POST.get("lang")) or spoken(request)
        text = f"{text.rstrip()}\n{sentence.in_language(theirs)}".lstrip()
        return talk_page(request, actor, opened.id, Draft(channel_id, text, ()))
    found = warned(text)
    if found and "sure" not in request.POST:
        return talk_page(request, actor, opened.id, Draft(channel_id, text, found))
    try:
        answer(actor, channel_id, text)
    except BadInput as fault:
        return talk_page(request, actor, opened.id, Draft(channel_id, text, ()), fault)
    return redirect(f"/desk/cases/{opened.id}/talk/#channel-{channel_id}")


@require_POST
@signed_in
def status(request: HttpRequest, actor: Actor, channel_id: UUID) -> HttpResponse:
    actor.must_work_cases()
    opened, _ = channel_for(actor, channel_id)
    standing: Standing = next((one for one in STANDINGS if one == request.POST.get("standing")), "working")
    set_status(actor, channel_id, standing, request.POST.get("words", ""))
    return redirect(f"/desk/cases/{opened.id}/talk/#channel-{channel_id}")


@require_POST
@signed_in
def taking_back(request: HttpRequest, actor: Actor, channel_id: UUID) -> HttpResponse:
    """`use`: a consent that its holder took back by telephone, or in front of somebody."""
    actor.must_work_cases()
    opened, _ = channel_for(actor, channel_id)
    use: Use | None = next((one for one in get_args(Use) if one == request.POST.get("use")), None)
    if use is not None:
        note_taken_back(actor, channel_id, use, spoken(request))
    return redirect(f"/desk/cases/{opened.id}/talk/#channel-{channel_id}")


def talk_page(
    request: HttpRequest,
    actor: Actor,
    case_id: UUID,
    draft: Draft | None = None,
    fault: BadInput | None = None,
    *,
    code: str | None = None,
) -> HttpResponse:
    """The conversation; `draft`: an answer that has not gone, `code`: a code for another person, shown this once."""
    language, threads = spoken(request), of_case(actor, case_id)
    head = talk_head(actor, case_id)
    facts: dict[str, Any] = {
        **others(actor, case_id, language),
        "code": code,
        "case_id": case_id,
        "called": head.called,
        "restored": to_be_answered(actor),
        "reference": head.reference,
        "work": head,
        "threads": [thread_shown(thread, draft, language) for thread in threads],
        "standings": [(one, say(f"holder-status-{one.replace('_', '-')}", language)) for one in STANDINGS],
    }
    return show(request, "talk.html", actor, fault, here="cases", **facts)
