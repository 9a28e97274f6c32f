"""My day: the open tasks of the next fortnight across cases, by day, the overdue ones first."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from longarm.casework.actor import Actor
from longarm.casework.after_restore import to_be_answered
from longarm.casework.day.asked_of_me import waiting_for
from longarm.casework.day.my_day import Ahead, my_day
from longarm.casework.exchange.doubts import doubtful
from longarm.casework.exchange.escrow.arrived import arrived
from longarm.casework.exchange.figures.telling import to_be_told
from longarm.casework.exchange.operations.showing import waiting_operations
from longarm.casework.exchange.requests.showing import list_requests
from longarm.casework.exchange.unlooked import unlooked
from longarm.casework.life.retention import ending
from longarm.casework.matches.elsewhere import questions_for
from longarm.texts import Language
from longarm.web.desk.day.tasks import task_shown
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.exchange.figures_shown import quarter_word
from longarm.web.desk.exchange.request_shown import lines
from longarm.web.desk.page import show


class RowShown(NamedTuple):
    id: UUID
    case: UUID
    called: str
    urgent: bool
    what: str
    value: str
    given: str | None


class Day(NamedTuple):
    on: date
    overdue: bool
    today: bool
    tasks: tuple[RowShown, ...]


@require_safe
@signed_in
def today(request: HttpRequest, actor: Actor) -> HttpResponse:
    now, whose = timezone.localdate(), "team" if request.GET.get("whose") == "team" else "mine"
    rows = my_day(actor, now, "team" if whose == "team" else "mine")
    language = spoken(request)
    days = [
        Day(on, on < now, on == now, tuple(_row(one, now, language) for one in held))
        for on, held in groupby(rows, key=lambda one: one.task.due_on)
        if on
    ]
    return show(
        request,
        "today.html",
        actor,
        here="today",
        days=days,
        whose=whose,
        asked=waiting_for(actor),
        ending=ending(actor),
        matches=questions_for(actor),
        doubtful=doubtful(actor),
        restored=to_be_answered(actor),
        opened=arrived(actor, timezone.now()),
        unlooked=unlooked(actor),
        requests=lines(list_requests(actor, now, "due"), language),
        operations=waiting_operations(actor, now),
        untold=[quarter_word(one.period, language) for one in to_be_told(actor, now)],
    )


def _row(one: Ahead, now: date, language: Language) -> RowShown:
    shown = task_shown(one.task, now, language)
    return RowShown(shown.id, one.case, one.called, one.urgent, shown.what, shown.value, shown.given)
