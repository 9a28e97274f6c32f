"""Legal hold: an authority, a court or counsel asked that nothing of a case goes. Nothing deletes it until it is lifted."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from longarm.casework.actor import Actor
from longarm.casework.case_keys import field_of, lock, open_for
from longarm.casework.node import record
from longarm.errors import BadInput
from longarm.store.models import Note

LONGEST_REASON = 1000


def set_hold(actor: Actor, case: UUID, held: bool, reason: str) -> None:
    """Sets the hold or lifts it; the reason stands as a note in the case.

    Raises NotFound when the actor is not of the case's team, NotAllowed unless the actor coordinates, BadInput without a reason.
    """
    actor.must_be("coordinator")
    reason = reason.strip()
    if not reason or len(reason) > LONGEST_REASON:
        raise BadInput("casework-no-reason", longest=LONGEST_REASON)
    opened = open_for(actor, case)
    with transaction.atomic():
        row = lock(opened, merged_too=True)
        row.held = held
        row.save(update_fields=["held"])
        note = Note(case_id=case, by_id=actor.user)
        note.body_sealed = opened.seal(field_of(note, "body_sealed"), reason.encode())
        note.save(force_insert=True)
        record(actor.user, "hold-set" if held else "hold-lifted", organisation=actor.organisation, case=case, object=note.id)
