"""Steps of the checklists that were taken in a case: by whom, when, and what was written down."""

from __future__ import annotations

from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils import timezone

from longarm.case.model import Case, Identifier
from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, field_of, lock, open_for
from longarm.casework.cases import case_at
from longarm.casework.node import node, record
from longarm.casework.refusals import NotFound
from longarm.errors import BadInput
from longarm.evidence.checklists import Checklist, Step, checklist, checklists
from longarm.keys.derive import keyed_hash, subkey
from longarm.store import models

LONGEST: Final = 2000
VANISHING: Final = frozenset({"account", "page"})  # the lists of what goes when a platform takes it down
_AT_ONCE: Final = frozenset({"child_at_risk", "self_harm", "honour_violence", "armed_or_official_suspect"})


class Taken(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Which step of which checklist, for which identifier of the case, and what was written down."""

    checklist: str
    step: str
    subject: str
    words: str = ""


class StepView(NamedTuple):
    """`open`: it may be taken now; a last step waits for the required ones."""

    step: Step
    done: bool
    open: bool
    words: str
    by: str | None
    at: datetime | None


class Worked(NamedTuple):
    """A checklist for one identifier of the case. `missing`: required steps not taken yet."""

    checklist: Checklist
    subject: Identifier
    steps: tuple[StepView, ...]
    missing: int


def worked(opened: OpenCase, case: Case) -> tuple[Worked, ...]:
    """The checklists for every identifier that belongs to a suspect or to nobody known, in the order of the case."""
    taken = _taken(opened)
    hers = {person.id for person in case.complainants}
    return tuple(
        _worked(made, identifier, taken)
        for identifier in case.identifiers
        if identifier.used_by not in hers
        for made in checklists()
        if made.subject == identifier.type
    )


def missing_before(worked_out: tuple[Worked, ...], kinds: frozenset[str]) -> tuple[Worked, ...]:
    """Of the checklists in `kinds`, those with required steps still missing: before a page is reported away or blocked."""
    return tuple(one for one in worked_out if one.checklist.id in kinds and one.missing)


class Before(NamedTuple):
    """What a report to a platform should wait for. `at_once`: a life or a child is in danger, and nothing is waited for."""

    missing: tuple[Worked, ...]
    at_once: bool


def read_checklists(actor: Actor, case: UUID) -> tuple[Worked, ...]:
    """Every checklist of a case; the look is recorded. Raises NotFound as `open_for` does."""
    opened = open_for(actor, case)
    with transaction.atomic():
        at = case_at(opened)
        record(actor.user, "case-read", organisation=opened.organisation, case=case, version=str(at.version))
    return worked(opened, at.case)


def before_removal(actor: Actor, case: UUID) -> Before:
    """Evidence first, then the block, then the takedown. Raises NotFound as `open_for` does."""
    opened = open_for(actor, case)
    row, file = models.Case.objects.get(id=case), case_at(opened).case
    danger = row.urgent or row.child or bool(_AT_ONCE & set(file.risks))
    return Before(missing_before(worked(opened, file), VANISHING), danger)


def take_step(actor: Actor, case: UUID, taken: Taken) -> None:
    """Marks a step as taken; again with other words replaces nothing: the first stays.

    Raises NotFound when the actor is not of the team, or there is no such step or identifier, NotAllowed for who does not work
    cases, BadInput for a last step while a required one is missing, or for too many words.
    """
    actor.must_work_cases()
    opened = open_for(actor, case)
    listed = checklist(taken.checklist)
    step = listed.step(taken.step) if listed else None
    held = case_at(opened).case
    subject = next((one for one in held.identifiers if one.id == taken.subject), None)
    if listed is None or step is None or subject is None or subject.type != listed.subject:
        raise NotFound("casework-no-such-step")
    if len(taken.words) > LONGEST:
        raise BadInput("casework-bad-text", longest=LONGEST)
    with transaction.atomic():
        lock(opened)
        if step.last and _worked(listed, subject, _taken(opened)).missing:
            raise BadInput("casework-steps-missing")
        row = models.Step(case_id=case, mark=mark_of(case, taken), by_id=actor.user, made_at=timezone.now())
        if models.Step.objects.filter(case_id=case, mark=row.mark).exists():
            return
        row.save(force_insert=True)
        row.about_sealed = opened.seal(field_of(row, "about_sealed"), msgspec.json.encode(taken))
        row.save(update_fields=["about_sealed"])
        record(actor.user, "step-taken", organisation=opened.organisation, case=case, step=f"{listed.id}/{step.id}")


def mark_of(case: UUID, taken: Taken) -> bytes:
    """Once is once: the same step, for the same identifier of the same case."""
    what = f"{case}|{taken.checklist}|{taken.step}|{taken.subject}"
    return keyed_hash(subkey(node().secret, "mark"), "step", what)


def _taken(opened: OpenCase) -> dict[tuple[str, str, str], tuple[Taken, models.Step]]:
    rows = models.Step.objects.filter(case_id=opened.id).select_related("by")
    found = {}
    for row in rows:
        taken = msgspec.json.decode(opened.open(field_of(row, "about_sealed"), row.about_sealed), type=Taken)
        found[(taken.checklist, taken.step, taken.subject)] = (taken, row)
    return found


def _worked(listed: Checklist, subject: Identifier, taken: dict[tuple[str, str, str], tuple[Taken, models.Step]]) -> Worked:
    done = {step.id: taken.get((listed.id, step.id, subject.id)) for step in listed.steps}
    missing = sum(step.required and done[step.id] is None for step in listed.steps)
    return Worked(listed, subject, tuple(_view(step, done[step.id], missing) for step in listed.steps), missing)


def _view(step: Step, found: tuple[Taken, models.Step] | None, missing: int) -> StepView:
    if found is None:
        return StepView(step, False, not (step.last and missing), "", None, None)
    taken, row = found
    return StepView(step, True, False, taken.words, node().open_name(row.by.id, row.by.name_sealed), row.made_at)
