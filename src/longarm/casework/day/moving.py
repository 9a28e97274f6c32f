"""Exhibits, channels, notes and tasks of one case come to another: sealed again under its key, in the caller's transaction.

The custody record of the first ends with `transferred`, that of the second begins with `received`, both with the hash.
"""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django.db.models import Max

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, field_of
from longarm.casework.exchange.figures.counting import count_as_one
from longarm.casework.exchange.requests.sealed import under_another_key
from longarm.casework.proof import custody
from longarm.casework.proof.bundles import note_packed
from longarm.casework.proof.exhibits import about_of, code_of, outcome_of
from longarm.store.models import Channel, Exhibit, Job, Judgement, Note, Question, Seen, SeenSounds, Task

_WRITTEN: Final[tuple[tuple[Any, str], ...]] = ((Note, "body_sealed"), (Task, "body_sealed"))


def move_exhibits(actor: Actor, old: OpenCase, new: OpenCase, rows: tuple[Exhibit, ...]) -> None:
    """Each gets the next number of the new case, and is not sealed there yet: the bundles it lies in stay where they were made.
    Jobs that wait for them go: the caller queues the reading again."""
    note_packed(old)
    last = Exhibit.objects.filter(case_id=new.id).aggregate(last=Max("number"))["last"] or 0
    for number, row in enumerate(rows, last + 1):
        digest = f"sha256:{about_of(old, row).sha256}"
        custody.note(old, actor.user, "transferred", code_of(row.number), digest=digest, purpose=f"case:{new.id}")
        row.about_sealed = _again(old, new, f"about/{row.id}", row.about_sealed)
        if row.state == Exhibit.State.SEALED:
            outcome = outcome_of(old, row)
            row.state = Exhibit.State.FAILED if outcome is None or outcome.failure else Exhibit.State.IDENTIFIED
        if row.file_key_sealed:
            row.file_key_sealed = _again(old, new, f"file-key/{row.vault_name}", row.file_key_sealed)
        if row.outcome_sealed:
            row.outcome_sealed = _again(old, new, f"outcome/{row.id}", row.outcome_sealed)
        if row.messages_vault_name:
            row.messages_key_sealed = _again(old, new, f"file-key/{row.messages_vault_name}", row.messages_key_sealed)
        withheld = getattr(row, "withheld", None)
        if withheld is not None:
            for column in ("about_sealed", "instruction_sealed"):
                if sealed := getattr(withheld, column):
                    setattr(withheld, column, _again(old, new, field_of(withheld, column), sealed))
            withheld.save()
        for seen in Seen.objects.filter(exhibit=row):
            seen.seen_sealed = _again(old, new, field_of(seen, "seen_sealed"), seen.seen_sealed)
            seen.save(update_fields=["seen_sealed"])
            for sounds in SeenSounds.objects.filter(seen=seen):
                sounds.prints_sealed = _again(old, new, field_of(sounds, "prints_sealed"), sounds.prints_sealed)
                sounds.save(update_fields=["prints_sealed"])
        row.case_id, row.number = new.id, number
        row.save()
        Job.objects.filter(exhibit=row).delete()
        custody.note(new, actor.user, "received", code_of(number), digest=digest, purpose=f"case:{old.id}")


def move_channels(old: OpenCase, new: OpenCase, rows: tuple[Channel, ...]) -> None:
    """Their holders notice nothing: the channel's own key stays, and so do their codes."""
    for row in rows:
        for column in ("team_key_sealed", "about_sealed"):
            if sealed := getattr(row, column):
                setattr(row, column, _again(old, new, field_of(row, column), sealed))
        row.case_id = new.id
        row.save()


def move_written(old: OpenCase, new: OpenCase) -> None:
    """All notes, and the tasks that a person wrote; computed ones follow from the file."""
    for model, column in _WRITTEN:
        for row in model.objects.filter(case_id=old.id):
            if getattr(row, "mark", None):
                row.delete()
                continue
            setattr(row, column, _again(old, new, field_of(row, column), getattr(row, column)))
            row.case_id = new.id
            row.save()


def move_judgements(old: OpenCase, new: OpenCase) -> None:
    """What was decided about a case that is merged holds for the case it becomes part of; so do questions asked of its team."""
    for row in Judgement.objects.filter(case_id=old.id):
        row.about_sealed = _again(old, new, field_of(row, "about_sealed"), row.about_sealed)
        row.case_id = new.id
        row.save()
    asking = Question.objects.filter(case_id=new.id, closed_at=None).values("by")
    Question.objects.filter(case_id=old.id).exclude(by__in=asking, closed_at=None).update(case_id=new.id)


def move_requests(old: OpenCase, new: OpenCase) -> None:
    """Requests to and from other nodes go on in the case that the old one becomes part of."""
    under_another_key(old, new)
    count_as_one((new.id,))


def _again(old: OpenCase, new: OpenCase, field: str, sealed: bytes | memoryview) -> bytes:
    return new.seal(field, old.open(field, sealed))


def exhibits_of_case(opened: OpenCase) -> tuple[Exhibit, ...]:
    return tuple(Exhibit.objects.select_related("withheld").filter(case_id=opened.id).order_by("number"))


def exhibits_by_id(opened: OpenCase, ids: frozenset[UUID]) -> tuple[Exhibit, ...]:
    return tuple(row for row in exhibits_of_case(opened) if row.id in ids)
