"""A series: the cases of one offender as far as the reader's keys go, how it holds together, what happened, in which states."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from longarm.casework.actor import Actor
from longarm.casework.matches.links import series_of
from longarm.matching.explain import why_aside
from longarm.texts import say
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.page import show
from longarm.web.desk.series_export import offer
from longarm.web.desk.series_graph import lines_of
from longarm.web.desk.series_shown import case_lines, decided, held_lines, moments, pair_of, states, told_apart


@require_safe
@signed_in
def series(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    view, language = series_of(actor, case_id), spoken(request)
    found = view.series
    ordered = sorted(found.cases, key=lambda case: (view.sides[case].reference, case))
    numbers = {case: number for number, case in enumerate(ordered, 1)}
    named = told_apart(view)
    held = held_lines(named, numbers, language)
    lines, frames = states(view, language)
    facts: dict[str, Any] = {
        "case_id": case_id,
        "count": len(found.cases),
        "strength": say(f"matching-strength-{found.strength}", language),
        "chip": "open" if found.strength == "strong" else "conditional",
        "cases": case_lines(view, numbers, language),
        "held": held,
        "more": len(view.joined) - len(held),
        "weakest": pair_of(named, found.weakest.between),
        "bridges": [pair_of(named, pair) for pair in found.bridges],
        "beside": [pair_of(named, pair) for pair in found.beside],
        "apart": [pair_of(named, pair) for pair in found.apart],
        "conflict": [pair_of(named, pair) for pair in found.conflict],
        "aside": [why_aside(one, language) for one in view.set_aside],
        "decided": decided(named, language),
        "moments": moments(view, numbers, language),
        "states": lines,
        "frames": frames,
        "graph": lines_of(view, numbers, language),
        "references": {number: view.sides[case].reference for case, number in numbers.items()},
        "cut": view.cut,
        "export": offer(actor, view.leaving, language) if actor.works_cases else None,
    }
    return show(request, "series.html", actor, here="cases", **facts)
