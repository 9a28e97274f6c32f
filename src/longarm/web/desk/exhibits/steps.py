"""The checklists of a case: each step with why it is taken, what was written down, and what waits for what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from longarm.casework.actor import Actor
from longarm.casework.day.talk_head import talk_head
from longarm.casework.proof.steps import StepView, Taken, Worked, read_checklists, take_step
from longarm.errors import BadInput
from longarm.texts import Language, say
from longarm.web.desk.door.language import spoken
from longarm.web.desk.door.visit import signed_in
from longarm.web.desk.happened import word
from longarm.web.desk.page import show


class StepShown(NamedTuple):
    id: str
    what: str
    why: str
    required: bool
    done: bool
    open: bool
    words: str
    by: str | None
    at: datetime | None


class ListShown(NamedTuple):
    """`anchor`: where it stands on its page."""

    id: str
    anchor: str
    subject: str
    value: str
    type: str
    title: str
    steps: tuple[StepShown, ...]
    missing: int


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def steps(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    """POST: `step` of `list` for `subject` was taken, with `words`."""
    fault = None
    if request.method == "POST":
        asked = {name: request.POST.get(name, "") for name in ("list", "step", "subject", "words")}
        taken = Taken(checklist=asked["list"], step=asked["step"], subject=asked["subject"], words=asked["words"].strip())
        try:
            take_step(actor, case_id, taken)
            return redirect(f"/desk/cases/{case_id}/steps/#{taken.checklist}-{taken.subject}")
        except BadInput as refused:
            if type(refused) is not BadInput:
                raise
            fault = refused
    lists = lists_shown(read_checklists(actor, case_id), spoken(request))
    head = talk_head(actor, case_id)
    return show(request, "steps.html", actor, fault, here="cases", case_id=case_id, work=head, lists=lists)


def lists_shown(worked: Sequence[Worked], language: Language) -> tuple[ListShown, ...]:
    return tuple(_list(one, language) for one in worked)


def _list(one: Worked, language: Language) -> ListShown:
    subject = one.subject
    return ListShown(
        id=one.checklist.id,
        anchor=f"{one.checklist.id}-{subject.id}",
        subject=subject.id,
        value=subject.value,
        type=word("type", subject.type, language) or subject.type,
        title=say(f"checklist-{one.checklist.id}", language),
        steps=tuple(_step(one.checklist.id, step, language) for step in one.steps),
        missing=one.missing,
    )


def _step(listed: str, view: StepView, language: Language) -> StepShown:
    text = f"checklist-{listed}-{view.step.id}"
    why = say(f"{text}.why", language)
    return StepShown(
        view.step.id, say(text, language), why, view.step.required, view.done, view.open, view.words, view.by, view.at
    )
