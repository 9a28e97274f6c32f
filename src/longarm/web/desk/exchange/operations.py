"""Joint operations on the desk: the list, the form that begins one, and one board with its forms."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from longarm.casework.actor import Actor
from longarm.casework.exchange.operations.acting import open_one
from longarm.casework.exchange.operations.catching_up import catch_up
from longarm.casework.exchange.operations.showing import list_operations, read_operation
from longarm.casework.exchange.requests.peers import nodes
from longarm.casework.refusals import Conflict, NotAllowed
from longarm.errors import BadInput
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.exchange.operation_doing import do
from longarm.web.desk.exchange.operation_shown import facts_of
from longarm.web.desk.page import show


@require_safe
@signed_in
def operations(request: HttpRequest, actor: Actor) -> HttpResponse:
    lines = list_operations(actor, timezone.localdate())
    return show(request, "exchange/operations.html", actor, here="operations", lines=lines)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def new(request: HttpRequest, actor: Actor) -> HttpResponse:
    """`name`, `about`, `invited`: fingerprints."""
    actor.must_work_cases()
    sent, fault = request.POST, None
    if request.method == "POST":
        try:
            made = open_one(actor, sent.get("name", ""), sent.get("about", ""), tuple(sent.getlist("invited")))
            return redirect(f"/desk/exchange/operations/{made}/")
        except BadInput as refused:
            if type(refused) is not BadInput:
                raise
            fault = refused
    chosen = sent.getlist("invited")
    return show(
        request, "exchange/operation_new.html", actor, fault, here="operations", cards=nodes(), given=sent, chosen=chosen
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def one(request: HttpRequest, actor: Actor, operation_id: UUID) -> HttpResponse:
    """POST: `do`, one of what `operation_doing` knows, with its fields."""
    fault: BadInput | None = None
    if request.method == "POST":
        try:
            return redirect(do(actor, operation_id, request.POST))
        except BadInput as refused:
            if type(refused) not in (BadInput, Conflict, NotAllowed):
                raise
            actor.must_work_cases()
            fault = refused
    else:
        catch_up(actor, operation_id)
    view = read_operation(actor, operation_id, timezone.localdate())
    status = 409 if isinstance(fault, Conflict) else 403 if isinstance(fault, NotAllowed) else 200
    facts = facts_of(view, actor, spoken(request))
    return show(
        request, "exchange/operation.html", actor, fault, status, here="operations", view=view, given=request.POST, **facts
    )
