"""Statements of nationals abroad: the officer's list and page, and the team's page of a case."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from longarm.casework.actor import Actor
from longarm.casework.day import statements
from longarm.casework.day.talk_head import talk_head
from longarm.casework.intake.given_whole import Whole
from longarm.casework.people.organisations import colleagues
from longarm.casework.people.visits import actor_of
from longarm.casework.refusals import Conflict
from longarm.errors import BadInput
from longarm.texts import LANGUAGES, Language
from longarm.web.desk.day.claiming import chosen
from longarm.web.desk.door.visit import COOKIE, signed_in
from longarm.web.desk.page import show
from longarm.web.desk.parsing import with_files
from longarm.web.uploads import Arrived, SealedUpload


@require_safe
@signed_in
def mine(request: HttpRequest, actor: Actor) -> HttpResponse:
    return show(request, "statements.html", actor, here="statements", lines=statements.for_officer(actor))


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def one(request: HttpRequest, actor: Actor, channel_id: UUID) -> HttpResponse:
    """POST: the statement, or a further part of it."""
    fault, text = None, request.POST.get("text", "")
    if request.method == "POST":
        try:
            statements.write(actor, channel_id, text)
            return redirect(f"/desk/statements/{channel_id}/")
        except BadInput as refused:
            if type(refused) is not BadInput:
                raise
            fault = refused
    statement = statements.read(actor, channel_id)
    return show(request, "statement.html", actor, fault, here="statements", statement=statement, text=text)


def _into_channel(request: HttpRequest, channel_id: UUID) -> SealedUpload:
    """Who asks, and whether files may come at all, is settled before the first byte is read."""
    holder = statements.holder(actor_of(request.COOKIES.get(COOKIE)), channel_id)
    return SealedUpload(lambda: Whole(holder))


@with_files(_into_channel)
@require_POST
@signed_in
def files(request: HttpRequest, actor: Actor, channel_id: UUID) -> HttpResponse:  # noqa: ARG001 - who it is settled the handler
    given = [file for file in request.FILES.getlist("files") if isinstance(file, Arrived)]
    if not given:
        raise BadInput("desk-no-file")
    for file in given:
        cast(Whole, file.sink).finish(file.name or "-")
    return redirect(f"/desk/statements/{channel_id}/")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def of_case(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    """POST: asks the officer `to` for `text`, to be taken down in the language `in`."""
    fault = None
    if request.method == "POST":
        language: Language = next((known for known in LANGUAGES if known == request.POST.get("in")), "ar")
        try:
            statements.ask(actor, case_id, chosen(request.POST.get("to", "")), request.POST.get("text", ""), language)
            return redirect(f"/desk/cases/{case_id}/statements/")
        except BadInput as refused:
            if type(refused) not in (BadInput, Conflict):
                raise
            fault = refused
    found = statements.of_case(actor, case_id)
    facts = {
        "case_id": case_id,
        "work": talk_head(actor, case_id),
        "statements": found,
        "officers": [one for one in colleagues(actor) if one.active and one.role == "consular"],
        "languages_asked": LANGUAGES,
        "text": request.POST.get("text", ""),
    }
    status = 409 if isinstance(fault, Conflict) else 200  # `show` makes 400 of any other fault
    return show(request, "case_statements.html", actor, fault, status, here="cases", **facts)


@require_POST
@signed_in
def of_team(request: HttpRequest, actor: Actor, channel_id: UUID) -> HttpResponse:
    """`do`: more (a further question, `text`), close, reseal. `case`: where to go back to."""
    act = request.POST.get("do", "")
    if act == "close":
        case = statements.close(actor, channel_id)
    elif act == "reseal":
        case = statements.reseal(actor, channel_id)
    else:
        case = statements.ask_more(actor, channel_id, request.POST.get("text", ""))
    return redirect(f"/desk/cases/{case}/statements/#channel-{channel_id}")
