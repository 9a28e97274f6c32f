"""The case desk: what happened, what can be done and why, what proves it, what is due, on one screen."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from longarm.casework.actor import Actor
from longarm.casework.day.claims import MAY_HAVE
from longarm.casework.day.closing import Ending, outcomes
from longarm.casework.day.desk import CaseView, case_view
from longarm.casework.exchange.requests.offering import askable
from longarm.casework.people.organisations import colleagues
from longarm.casework.people.renewing import renew_if_left
from longarm.casework.people.team import MAY_READ
from longarm.casework.proof.stamps import authorities
from longarm.casework.work.jobs import queue_tokens, resume, waiting
from longarm.documents.persons import homes
from longarm.errors import BadInput
from longarm.law.load import load
from longarm.texts import Language, say
from longarm.web.desk import due, people, proof, traces
from longarm.web.desk.advisories.met import heard_shown
from longarm.web.desk.day.refused import reasons
from longarm.web.desk.day.tasks import tasks
from longarm.web.desk.day.two import questions, standing
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.exchange.hits import beyond
from longarm.web.desk.exhibits.steps import lists_shown
from longarm.web.desk.happened import happened
from longarm.web.desk.offences import offences
from longarm.web.desk.page import show
from longarm.web.desk.same import same_shown
from longarm.web.law.map import of_answer
from longarm.web.path_cards import cards, counts


@require_safe
@signed_in
def case(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    renew_if_left(actor, case_id)
    resume(actor, case_id)
    queue_tokens(actor, case_id)
    language, as_of = spoken(request), day_asked(request)
    view = case_view(actor, case_id, as_of)
    if view.work.stage == "merged":
        return _merged(request, actor, view)
    named = {person.id: people.called_by(person, language) for person in view.case.persons}
    shown = cards(view.answer, load(), language, named)
    others = [one for one in colleagues(actor) if one.active]
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
        outside=[one for one in others if one.role in MAY_READ and one.id not in {member.id for member in view.team}],
        colleagues=[one for one in others if one.role in MAY_HAVE and one.id != view.work.claimed_by],
        may_hand_over=actor.role == "coordinator" or view.work.claimed_by == actor.user,
        may_note=actor.works_cases or actor.role == "counsel",
        tasks=tasks(view.work.tasks, as_of, language),
        today_shown=as_of == timezone.localdate(),
        stamp_pending=any(one.kind == "stamp" for one in view.due),
        endings=[_ending(one, language) for one in view.work.endings],
        harmed=len(view.case.complainants),
        lists=lists_shown(view.lists, language),
        reasons=reasons(language),
        questions=questions(view.work),
        same=same_shown(actor, case_id, language),
        asking=askable(actor, view.answer),
        beyond=beyond(actor, case_id),
        heard=heard_shown(actor, case_id, view.case, language),
        export=standing(view.work, actor, "export", view.proof.bundles[-1].id if view.proof.bundles else None),
        outcomes=[(code, _outcome(code, language)) for code in outcomes()],
    )


def _merged(request: HttpRequest, actor: Actor, view: CaseView) -> HttpResponse:
    """What is left of a case that was joined to another: what it said then, its bundles and custody record, where it went."""
    language = spoken(request)
    facts: dict[str, Any] = {
        "view": view,
        "called": people.called(view.case),
        "persons": people.persons(view.case, language),
        "happened": happened(view, language),
        "proof": proof.proof(view),
        "bundles": [(one, standing(view.work, actor, "export", one.id)) for one in view.proof.bundles],
        "questions": questions(view.work),
    }
    return show(request, "merged.html", actor, here="cases", **facts)


def _ending(one: Ending, language: Language) -> dict[str, object]:
    outcome = _outcome(one.outcome, language) if one.outcome else say("work-reopened", language)
    return {**one._asdict(), "outcome": outcome}


def _outcome(code: str, language: Language) -> str:
    return say(f"work-outcome-{code.replace('_', '-')}", language)


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
