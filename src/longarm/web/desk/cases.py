"""The list of cases: those in danger first, then what is due soonest, then the newest."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from longarm.casework.actor import Actor
from longarm.casework.agenda import Planned, agenda, demo_loading
from longarm.texts import Language
from longarm.web.desk.language import spoken
from longarm.web.desk.page import show
from longarm.web.desk.people import DANGERS, risk_named
from longarm.web.desk.traces import urgency
from longarm.web.desk.visit import signed_in


class Row(NamedTuple):
    id: str
    called: str
    reference: str
    risks: tuple[str, ...]
    danger: bool
    opened: str
    events: int
    exhibits: int
    sealed: int
    due: str | None
    due_chip: str


@require_safe
@signed_in
def cases(request: HttpRequest, actor: Actor) -> HttpResponse:
    today = timezone.localdate()
    rows = [_row(planned, today, spoken(request)) for planned in agenda(actor, today)]
    rows.sort(key=lambda row: row.opened, reverse=True)
    rows.sort(key=lambda row: (not row.danger, row.due or "9999"))
    return show(request, "cases.html", actor, cases=rows, here="cases", loading=actor.demonstration and demo_loading())


def _row(planned: Planned, today: date, language: Language) -> Row:
    case = planned.case
    order = {risk: place for place, risk in enumerate(DANGERS)}
    risks = sorted(case.risks, key=lambda risk: order.get(risk, len(order)))
    return Row(
        id=str(case.id),
        called=case.called,
        reference=case.reference,
        risks=tuple(risk_named(risk, language) for risk in risks),
        danger=any(risk in order for risk in risks),
        opened=case.opened,
        events=case.events,
        exhibits=case.exhibits,
        sealed=case.sealed,
        due=planned.due,
        due_chip=urgency(planned.due, today),
    )
