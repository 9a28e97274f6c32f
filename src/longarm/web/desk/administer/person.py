"""A colleague, for who administers: role and switches, visits ended, the second factor off, a new passphrase, closing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from longarm.casework.actor import Actor
from longarm.casework.day.claims import MAY_HAVE
from longarm.casework.exchange.operations.team import alone_in
from longarm.casework.people.accounts import MAY_ADMINISTER, cases_only_of, change_person, close_account
from longarm.casework.people.open_visits import end_visits_of, visits_of
from longarm.casework.people.organisations import colleagues
from longarm.casework.people.second_factor import drop_for_colleague
from longarm.casework.refusals import Conflict, NotFound
from longarm.errors import BadInput
from longarm.web.desk.administer.colleagues import ROLES, must_govern, shown_people, who_work_cases
from longarm.web.desk.door.again import proved
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.page import show


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def person(request: HttpRequest, actor: Actor, user_id: UUID) -> HttpResponse:
    """POST: `role`, and the ticks `administers` and `on_intake`."""
    must_govern(actor)
    if request.method != "POST":
        return _page(request, actor, user_id)
    form = request.POST
    role = next((one for one in ROLES if one == form.get("role")), None)
    try:
        if role is None:
            raise BadInput("desk-no-role")
        actor = proved(request, actor)
        ticks = {name: bool(form.get(name)) for name in ("administers", "on_intake")}
        change_person(actor, user_id, role=role, printed=form.get("recovery", ""), **ticks)
    except BadInput as fault:
        return _again(request, actor, user_id, fault)
    return redirect("/desk/people/")


@require_POST
@signed_in
def closing(request: HttpRequest, actor: Actor, user_id: UUID) -> HttpResponse:
    """`recovery` and `heir` where nobody else opens the person's cases."""
    must_govern(actor)
    try:
        actor = proved(request, actor)
        left = close_account(actor, user_id, request.POST.get("recovery", ""), _chosen(request.POST.get("heir", "")))
    except BadInput as fault:
        return _again(request, actor, user_id, fault)
    return show(request, "people.html", actor, here="people", **shown_people(actor), closed=left)


@require_POST
@signed_in
def factor(request: HttpRequest, actor: Actor, user_id: UUID) -> HttpResponse:
    must_govern(actor)
    try:
        drop_for_colleague(proved(request, actor), user_id)
    except BadInput as fault:
        return _again(request, actor, user_id, fault)
    return redirect(f"/desk/people/{user_id}/")


@require_POST
@signed_in
def visits(request: HttpRequest, actor: Actor, user_id: UUID) -> HttpResponse:
    """Ends all that the person has open; of the actor's own, all but this one."""
    must_govern(actor)
    try:
        end_visits_of(proved(request, actor), user_id)
    except BadInput as fault:
        return _again(request, actor, user_id, fault)
    return redirect(f"/desk/people/{user_id}/")


def _again(request: HttpRequest, actor: Actor, user_id: UUID, fault: BadInput) -> HttpResponse:
    """The page with what was wrong; what is not there, or not theirs to do, is answered as everywhere."""
    if isinstance(fault, NotFound):
        raise fault
    return _page(request, actor, user_id, fault, 409 if isinstance(fault, Conflict) else 400)


def _page(request: HttpRequest, actor: Actor, user_id: UUID, fault: BadInput | None = None, status: int = 200) -> HttpResponse:
    everybody = colleagues(actor)
    one = next((who for who in everybody if who.id == user_id), None)
    if one is None:
        raise NotFound("casework-no-such-user")
    facts: dict[str, Any] = {
        "one": one,
        "roles": ROLES,
        "own": one.id == actor.user,
        "open_visits": visits_of(actor, user_id) if one.active else 0,
        "alone_in": cases_only_of(actor, user_id) if one.active else 0,
        "alone_in_operations": len(alone_in(user_id)) if one.active else 0,
        "heirs": who_work_cases(everybody, one.id),
        "may_administer": one.role in MAY_ADMINISTER,
        "may_be_on_intake": one.role in MAY_HAVE,
    }
    return show(request, "person.html", actor, fault, status, here="people", **facts)


def _chosen(text: str) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        raise BadInput("casework-no-such-user") from None
