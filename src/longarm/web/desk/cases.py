"""The list of cases: those in danger first, then what perishes soonest, then the newest."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from longarm.casework.actor import Actor
from longarm.casework.cases import list_cases
from longarm.web.desk.page import show
from longarm.web.desk.visit import signed_in


@require_safe
@signed_in
def cases(request: HttpRequest, actor: Actor) -> HttpResponse:
    rows = [row._replace(risks=tuple(f"desk-risk-{risk.replace('_', '-')}" for risk in row.risks)) for row in list_cases(actor)]
    rows.sort(key=lambda row: row.opened, reverse=True)
    return show(request, "cases.html", actor, cases=sorted(rows, key=lambda row: not row.risks), here="cases")
