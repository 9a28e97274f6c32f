"""The road of a case that concerns a child, or may: set and cleared with a reason, and what is known of a withheld exhibit.

While a case is on it no holder's file is accepted (`giving`). The reasoning: docs/security.md, Child sexual material.
"""

from __future__ import annotations

from typing import Final, NamedTuple
from uuid import UUID

from django.db import transaction

from longarm.case.model import Case as CaseFile
from longarm.casework.actor import Actor
from longarm.casework.brief import open_brief
from longarm.casework.case_keys import field_of, lock, open_for
from longarm.casework.cases import case_at
from longarm.casework.exhibits import exhibit_for
from longarm.casework.node import record
from longarm.casework.refusals import Conflict
from longarm.casework.withheld import WithheldView, withheld_of
from longarm.errors import BadInput
from longarm.store.models import Bundle, Case, Note, Withheld

LONGEST_REASON: Final = 1000


class WithheldPage(NamedTuple):
    """`states`: where the persons harmed and the suspects are, and of what state the harmed are nationals: who must be told."""

    case: UUID
    called: str
    one: WithheldView
    states: tuple[str, ...]
    bundles: int  # sealed ones of the case: those that hold it go with it


def set_child(actor: Actor, case: UUID, concerned: bool, reason: str) -> None:
    """Puts the case on the road, or takes it off where it was put there by mistake; the reason stands as a note in the case.

    Raises NotFound when the actor is not of the case's team, NotAllowed for who does not work cases, BadInput without a
    reason, Conflict when it would be taken off while an exhibit is withheld or was destroyed.
    """
    actor.must_work_cases()
    reason = reason.strip()
    if not reason or len(reason) > LONGEST_REASON:
        raise BadInput("casework-no-reason", longest=LONGEST_REASON)
    opened = open_for(actor, case)
    with transaction.atomic():
        row = lock(opened)
        if not concerned and Withheld.objects.filter(exhibit__case_id=case).exists():
            raise Conflict("child-stays")
        row.child = concerned
        row.save(update_fields=["child"])
        note = Note(case_id=case, by_id=actor.user)
        note.body_sealed = opened.seal(field_of(note, "body_sealed"), reason.encode())
        note.save(force_insert=True)
        word = "child-road-set" if concerned else "child-road-cleared"
        record(actor.user, word, organisation=opened.organisation, case=case, object=note.id)


def look_at_withheld(actor: Actor, exhibit: UUID) -> WithheldPage:
    """What is known of a withheld or destroyed exhibit, in words; nothing of it is opened, the look is recorded.

    Raises NotFound when it is not one of the actor's cases, Conflict where nothing is withheld.
    """
    opened, row = exhibit_for(actor, exhibit)
    one = next((view for view in withheld_of(opened) if view.exhibit == row.id), None)
    if one is None:
        raise Conflict("casework-not-withheld")
    called = open_brief(opened, Case.objects.get(id=opened.id)).called
    states = states_concerned(case_at(opened).case)
    with transaction.atomic():
        record(actor.user, "withheld-viewed", organisation=opened.organisation, case=opened.id, object=exhibit)
    return WithheldPage(opened.id, called, one, states, Bundle.objects.filter(case_id=opened.id).count())


def states_concerned(file: CaseFile) -> tuple[str, ...]:
    """Where the persons harmed are, where the suspects are, then of which states the persons harmed are nationals; each once."""
    places = [where.state for person in (*file.complainants, *file.suspects) for where in person.locations]
    nationals = [one.state for person in file.complainants for one in person.nationalities]
    return tuple(dict.fromkeys(state for state in (*places, *nationals) if state != "unknown"))
