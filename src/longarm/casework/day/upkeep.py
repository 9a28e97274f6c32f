"""The computed tasks of a case brought up to what follows from it now: new ones, changed ones, ones that nothing asks for."""

from __future__ import annotations

from datetime import date

import msgspec
from django.db import transaction

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, field_of, lock
from longarm.casework.day.computed_tasks import Body, Wanted
from longarm.casework.day.inbox_order import ACTIVE
from longarm.casework.day.tasks import body_of, note_next
from longarm.casework.node import record
from longarm.store.models import Case, Task


def work_out(opened: OpenCase, actor: Actor, wanted: Wanted) -> None:
    """Brings the computed tasks of a case up to what follows from it now. Writes nothing, and locks nothing, where all stands."""
    if _differences(opened, wanted) == ((), (), ()) or not Case.objects.filter(id=opened.id, stage__in=ACTIVE).exists():
        return
    with transaction.atomic():
        lock(opened)  # somebody else may be looking at the same case: the differences are found again
        new, changed, gone = _differences(opened, wanted)
        for mark in new:
            row = Task(case_id=opened.id, mark=mark)
            _fill(opened, row, *wanted[mark])
            row.save(force_insert=True)
        for row in changed:
            _fill(opened, row, *wanted[bytes(row.mark or b"")])
            row.save(update_fields=["body_sealed", "due_on"])
        Task.objects.filter(id__in=[row.id for row in gone]).delete()
        note_next(opened.id)
        count = str(len(new) + len(changed) + len(gone))
        record(actor.user, "tasks-worked-out", organisation=opened.organisation, case=opened.id, count=count)


def _differences(opened: OpenCase, wanted: Wanted) -> tuple[tuple[bytes, ...], tuple[Task, ...], tuple[Task, ...]]:
    """Marks that have no task yet; open tasks that say something else by now; open tasks that nothing asks for any more."""
    rows = {bytes(row.mark): row for row in Task.objects.filter(case_id=opened.id, mark__isnull=False) if row.mark}
    left = {mark: row for mark, row in rows.items() if row.done_at is None}
    changed = tuple(row for mark, row in left.items() if mark in wanted and (body_of(opened, row), row.due_on) != wanted[mark])
    return tuple(wanted.keys() - rows.keys()), changed, tuple(row for mark, row in left.items() if mark not in wanted)


def _fill(opened: OpenCase, row: Task, body: Body, due_on: date) -> None:
    row.body_sealed, row.due_on = opened.seal(field_of(row, "body_sealed"), msgspec.json.encode(body)), due_on
