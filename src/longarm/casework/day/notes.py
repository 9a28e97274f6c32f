"""Notes of a case: added, never changed; a mistake is corrected by another note."""

from __future__ import annotations

from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

from django.db import transaction

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, field_of, lock, open_for
from longarm.casework.node import node, record
from longarm.errors import BadInput
from longarm.store.models import Note, User

LONGEST: Final = 20_000  # characters


class NoteView(NamedTuple):
    id: UUID
    by: str
    made_at: datetime
    text: str


def add_note(actor: Actor, case: UUID, text: str) -> UUID:
    """Raises NotFound as `open_for` does, NotAllowed for who neither works cases nor counsels, BadInput for an empty note."""
    actor.must_be("coordinator", "caseworker", "counsel")
    opened = open_for(actor, case)
    with transaction.atomic():
        lock(opened)
        return write_note(opened, actor, text)


def notes_of(opened: OpenCase) -> tuple[NoteView, ...]:
    """The notes of an opened case, the newest first."""
    rows = list(Note.objects.filter(case_id=opened.id).order_by("-made_at"))
    here = node()
    names = {row.id: here.open_name(row.id, row.name_sealed) for row in User.objects.filter(id__in={one.by_id for one in rows})}
    return tuple(NoteView(row.id, names[row.by_id], row.made_at, text_of(opened, row)) for row in rows)


def text_of(opened: OpenCase, row: Note) -> str:
    return opened.open(field_of(row, "body_sealed"), row.body_sealed).decode()


def write_note(opened: OpenCase, actor: Actor, text: str) -> UUID:
    """The note, in the caller's transaction, under the lock of its case."""
    text = text.strip()
    if not text or len(text) > LONGEST:
        raise BadInput("casework-bad-text", longest=LONGEST)
    row = Note(case_id=opened.id, by_id=actor.user)
    row.body_sealed = opened.seal(field_of(row, "body_sealed"), text.encode())
    row.save(force_insert=True)
    record(actor.user, "note-added", organisation=opened.organisation, case=opened.id, object=row.id)
    return row.id
