"""The case desk: what happened, what can be done and why, what proves it, what is due, on one screen."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from longarm.casework.actor import Actor
from longarm.casework.desk import CaseView, case_view
from longarm.casework.jobs import resume, waiting
from longarm.casework.organisations import Colleague, colleagues
from longarm.casework.stamps import authorities
from longarm.casework.team import MAY_READ
from longarm.documents.persons import homes
from longarm.errors import BadInput
from longarm.law.load import load
from longarm.web.desk import due, people, proof, traces
from longarm.web.desk.happened import happened
from longarm.web.desk.language import spoken
from longarm.web.desk.offences import offences
from longarm.web.desk.page import show
from longarm.web.desk.visit import signed_in
from longarm.web.law.map import of_answer
from longarm.web.path_cards import cards, counts


@require_safe
@signed_in
def case(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    resume(actor, case_id)
    language, as_of = spoken(request), day_asked(request)
    view = case_view(actor, case_id, as_of)
    named = {person.id: people.called_by(person, language) for person in view.case.persons}
    shown = cards(view.answer, load(), language, named)
    return show(
        request,
        "case.html",
        actor,
        here="cases",
        view=view,
        as_of=as_of,
        today=timezone.localdate(),
        called=people.called(view.case),
        persons=people.persons(view.case, language),
        risks=people.risks(view, language),
        lead=people.lead(view, language),
        happened=happened(view, language),
        traces=traces.traces(view, language),
        leads=traces.leads(view, language),
        proof=proof.proof(view),
        due=due.due(view, shown, language),
        cards=[card for card in shown if card.status != "blocked"],
        blocked=[card for card in shown if card.status == "blocked"],
        counts=counts(shown),
        map=of_answer(view.answer, _home(view), language) if view.answer.paths else None,
        unworked=view.fault.in_language(language) if view.fault else None,
        offences=offences(view.answer, language),
        waiting=waiting(actor, case_id),
        stampable=bool(authorities()),
        outside=[
            one for one in colleagues(actor) if one.active and one.role in MAY_READ and one.id not in {m.id for m in view.team}
        ],
    )


def _outside(actor: Actor, view: CaseView) -> list[Colleague]:
    """Colleagues who could join the team."""
    team = {member.id for member in view.team}
    return [one for one in colleagues(actor) if one.active and one.role in MAY_READ and one.id not in team]


def _home(view: CaseView) -> str:
    """The state where the person harmed is on that day; empty where the case knows of none."""
    return next(iter(homes(view.case, view.as_of)), "")


def day_asked(request: HttpRequest) -> date:
    """`?as_of=2022-01-04`, else today. Raises BadInput for what is no day."""
    asked = request.GET.get("as_of") or request.POST.get("as_of")
    if not asked:
        return timezone.localdate()
    try:
        return date.fromisoformat(asked)
    except ValueError:
        raise BadInput("desk-no-day", day=asked[:20]) from None
