"""Who has a case: taken by one person at a time, handed over with a word, given back."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from longarm.casework.actor import Actor
from longarm.casework.case_keys import give_key, lock, open_for
from longarm.casework.day.notes import write_note
from longarm.casework.node import node, record
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.store.models import Case, CaseKey, User

MAY_HAVE = (User.Role.COORDINATOR, User.Role.CASEWORKER)


def claim(actor: Actor, case: UUID) -> None:
    """The actor has the case now; a received one is open with that. Twice is once.

    Raises NotFound as `open_for` does, Conflict when somebody else has it: of two at once, one is told.
    """
    actor.must_work_cases()
    opened = open_for(actor, case)
    with transaction.atomic():
        row = lock(opened)
        if row.claimed_by_id == actor.user:
            return
        if row.claimed_by_id is not None:
            raise Conflict("casework-claimed-already", name=_named(row.claimed_by_id))
        _must_be_active(row)
        row.claimed_by_id, row.stage = actor.user, Case.Stage.OPEN
        row.save(update_fields=["claimed_by", "stage"])
        record(actor.user, "case-claimed", organisation=actor.organisation, case=case)


def hand_over(actor: Actor, case: UUID, user: UUID, words: str = "") -> None:
    """Another person has the case now; the key is sealed to who did not hold it, `words` stay as a note.

    Who has the case hands it over, or a coordinator; a case that nobody has may be given by anybody of its team. Raises
    NotFound for a case or a colleague that is not there, NotAllowed for who may not, or to somebody who works no cases.
    """
    actor.must_work_cases()
    opened = open_for(actor, case)
    colleague = User.objects.filter(id=user, organisation_id=opened.organisation, active=True).first()
    if colleague is None:
        raise NotFound("casework-no-such-user")
    if colleague.role not in MAY_HAVE:
        raise NotAllowed("casework-not-allowed")
    with transaction.atomic():
        row = lock(opened)
        _must_be_active(row)
        if row.claimed_by_id not in (None, actor.user) and actor.role != "coordinator":
            raise NotAllowed("casework-not-yours-to-hand-over")
        joins = not CaseKey.objects.filter(case_id=case, user=colleague).exists()
        if joins and actor.role != "coordinator" and row.claimed_by_id != actor.user:
            raise NotAllowed("casework-not-yours-to-hand-over")
        give_key(opened, colleague)
        row.claimed_by, row.stage = colleague, Case.Stage.OPEN
        row.save(update_fields=["claimed_by", "stage"])
        if words.strip():
            write_note(opened, actor, words)
        record(actor.user, "case-handed-over", organisation=actor.organisation, case=case, object=user)


def give_back(actor: Actor, case: UUID) -> None:
    """Nobody has the case any more; it stands in the inbox of its whole team.

    Raises NotAllowed unless the actor has it or coordinates.
    """
    actor.must_work_cases()
    opened = open_for(actor, case)
    with transaction.atomic():
        row = lock(opened)
        if row.claimed_by_id is None:
            return
        if row.claimed_by_id != actor.user and actor.role != "coordinator":
            raise NotAllowed("casework-not-yours-to-hand-over")
        row.claimed_by = None
        row.save(update_fields=["claimed_by"])
        record(actor.user, "case-given-back", organisation=actor.organisation, case=case)


def set_urgent(actor: Actor, case: UUID, urgent: bool) -> None:
    """Marks that somebody is in danger, or is no longer. Raises as `claim` does; twice is once."""
    actor.must_work_cases()
    opened = open_for(actor, case)
    with transaction.atomic():
        row = lock(opened)
        if row.urgent == urgent:
            return
        row.urgent = urgent
        row.save(update_fields=["urgent"])
        act = "danger-noted" if urgent else "danger-over"
        record(actor.user, act, organisation=actor.organisation, case=case)


def _must_be_active(row: Case) -> None:
    if row.stage not in (Case.Stage.RECEIVED, Case.Stage.OPEN):
        raise Conflict("casework-case-closed")


def _named(user: UUID) -> str:
    row = User.objects.get(id=user)
    return node().open_name(row.id, row.name_sealed)
