"""An exhibit that shows the abuse of a child, or may: withheld in words, the authority's instruction, destroyed. Never opened."""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from longarm.casework.actor import Actor
from longarm.casework.proof.child_road import look_at_road, look_at_withheld, set_child, withhold_given
from longarm.casework.proof.withheld import Instruction, Known, destroy, instructed, withhold
from longarm.errors import BadInput, LongarmError
from longarm.law.load import load
from longarm.texts import Language
from longarm.web.dates import state
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.page import show
from longarm.web.law.lines import LineRow, row_of
from longarm.web.law.states_listed import held

_KINDS = ("report", "child")


class Told(NamedTuple):
    """The lines of a state; none: what is not known is said so, and no other state's number stands in its place."""

    state: str
    lines: tuple[LineRow, ...]


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def road(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    """What is withheld and what lies unopened. POST: `do`: set or clear, with `reason`."""
    if request.method != "POST":
        return show(request, "child.html", actor, here="cases", road=look_at_road(actor, case_id))
    set_child(actor, case_id, request.POST.get("do") != "clear", request.POST.get("reason", ""))
    return redirect(f"/desk/cases/{case_id}/")


@require_POST
@signed_in
def withholding(request: HttpRequest, actor: Actor, exhibit_id: UUID) -> HttpResponse:
    withhold(actor, exhibit_id, Known(where=request.POST.get("where", "").strip(), how=request.POST.get("how", "").strip()))
    return redirect(_address(exhibit_id))


@require_POST
@signed_in
def given(request: HttpRequest, actor: Actor, upload_id: UUID) -> HttpResponse:
    """A file that was given and not taken in yet, withheld unopened."""
    known = Known(where=request.POST.get("where", "").strip(), how=request.POST.get("how", "").strip())
    return redirect(_address(withhold_given(actor, upload_id, known)))


@require_safe
@signed_in
def withheld(request: HttpRequest, actor: Actor, exhibit_id: UUID) -> HttpResponse:
    return _page(request, actor, exhibit_id)


@require_POST
@signed_in
def instruction(request: HttpRequest, actor: Actor, exhibit_id: UUID) -> HttpResponse:
    told = Instruction(**{name: request.POST.get(name, "").strip() for name in ("authority", "reference", "words")})
    instructed(actor, exhibit_id, told)
    return redirect(_address(exhibit_id))


@require_POST
@signed_in
def destroying(request: HttpRequest, actor: Actor, exhibit_id: UUID) -> HttpResponse:
    """The exhibit's code is typed: what is destroyed cannot be brought back."""
    code = look_at_withheld(actor, exhibit_id).one.code
    if request.POST.get("code", "").strip().upper() != code:
        return _page(request, actor, exhibit_id, BadInput("child-other-code", code=code))
    destroy(actor, exhibit_id)
    return redirect(_address(exhibit_id))


def _page(request: HttpRequest, actor: Actor, exhibit_id: UUID, fault: LongarmError | None = None) -> HttpResponse:
    language, seen = spoken(request), look_at_withheld(actor, exhibit_id)
    asked = request.GET.get("state", "")
    states = (*seen.states, *([asked] if asked in load().states and asked not in seen.states else []))
    facts: dict[str, Any] = {
        "seen": seen,
        "told": [told(one, language) for one in states],
        "everybody": told("any", language).lines,
        "states": held(language),
        "asked": asked,
    }
    return show(request, "withheld.html", actor, fault, here="cases", **facts)


def told(code: str, language: Language) -> Told:
    """The desks for reports and for children of `code`, with source and day; `any`: those for everybody."""
    facts = load()
    kept = {line.id: line for line in facts.lines_of(code) if line.state == code and line.kind in _KINDS}
    found = sorted((line for line in kept.values() if line.contact != "unknown"), key=lambda line: _KINDS.index(line.kind))
    return Told(state(code, language) if code != "any" else "", tuple(row_of(facts, line, language) for line in found))


def _address(exhibit_id: UUID) -> str:
    return f"/desk/exhibits/{exhibit_id}/withheld/"
