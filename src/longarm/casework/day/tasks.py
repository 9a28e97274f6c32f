"""Tasks of a case: a person's own, and those that follow from paths and perishing traces. The next day stands on the case."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from django.db import transaction
from django.db.models import F, Min
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, field_of, lock, open_for
from longarm.casework.day.computed_tasks import Body
from longarm.casework.day.inbox_order import ACTIVE
from longarm.casework.node import node, record
from longarm.casework.refusals import NotAllowed, NotFound
from longarm.errors import BadInput
from longarm.store.models import Case, CaseKey, Task, User

LONGEST: Final = 1_000  # characters


class TaskView(NamedTuple):
    """`computed`: it follows from the case; it goes when the case no longer says so, or when it is done."""

    id: UUID
    body: Body
    computed: bool
    due_on: date | None
    given_to: UUID | None
    given_name: str | None
    done_at: datetime | None
    done_name: str | None


def add_task(actor: Actor, case: UUID, text: str, due_on: date | None = None, given_to: UUID | None = None) -> UUID:
    """A person's own task. Raises NotFound as `open_for` does, NotAllowed when it is given to somebody outside the team."""
    actor.must_work_cases()
    text, opened = text.strip(), open_for(actor, case)
    if not text or len(text) > LONGEST:
        raise BadInput("casework-bad-text", longest=LONGEST)
    with transaction.atomic():
        lock(opened)
        _must_be_member(case, given_to)
        row = Task(case_id=case, due_on=due_on, given_to_id=given_to, by_id=actor.user)
        row.body_sealed = opened.seal(field_of(row, "body_sealed"), msgspec.json.encode(Body(text=text)))
        row.save(force_insert=True)
        note_next(case)
        record(actor.user, "task-added", organisation=opened.organisation, case=case, object=row.id)
    return row.id


def finish_task(actor: Actor, task: UUID, *, done: bool = True) -> UUID:
    """Done, or after all not. Returns the case. Raises NotFound when it is no task of the actor's cases."""
    opened, row = _task_for(actor, task)
    with transaction.atomic():
        lock(opened)
        row.done_by_id, row.done_at = (actor.user, timezone.now()) if done else (None, None)
        row.save(update_fields=["done_by", "done_at"])
        note_next(opened.id)
        record(actor.user, "task-done" if done else "task-open", organisation=opened.organisation, case=opened.id, object=task)
    return opened.id


def give_task(actor: Actor, task: UUID, user: UUID | None) -> UUID:
    """To a member of the team, or to nobody. Returns the case. Raises as `add_task` does."""
    opened, row = _task_for(actor, task)
    with transaction.atomic():
        lock(opened)
        _must_be_member(opened.id, user)
        row.given_to_id = user
        row.save(update_fields=["given_to"])
        record(actor.user, "task-given", organisation=opened.organisation, case=opened.id, object=task)
    return opened.id


def tasks_of(opened: OpenCase) -> tuple[TaskView, ...]:
    """Open ones by day, then the done ones, the newest first."""
    rows = list(Task.objects.filter(case_id=opened.id).order_by(F("due_on").asc(nulls_last=True), "made_at"))
    names = names_of(rows)
    views = [view_of(opened, row, names) for row in rows]
    done = sorted((one for one in views if one.done_at), key=lambda one: one.done_at or timezone.now(), reverse=True)
    return (*(one for one in views if not one.done_at), *done)


def next_day(case: UUID) -> date | None:
    """The day of the next open task."""
    found: date | None = Task.objects.filter(case_id=case, done_at=None).aggregate(day=Min("due_on"))["day"]
    return found


def note_next(case: UUID) -> None:
    Case.objects.filter(id=case, stage__in=ACTIVE).update(due_on=next_day(case))


def _task_for(actor: Actor, task: UUID) -> tuple[OpenCase, Task]:
    actor.must_work_cases()
    row = Task.objects.filter(id=task).first()
    if row is None:
        raise NotFound("casework-no-such-task")
    try:
        return open_for(actor, row.case_id), row
    except NotFound:
        raise NotFound("casework-no-such-task") from None


def _must_be_member(case: UUID, user: UUID | None) -> None:
    if user is not None and not CaseKey.objects.filter(case_id=case, user_id=user, user__active=True).exists():
        raise NotAllowed("casework-not-of-the-team")


def body_of(opened: OpenCase, row: Task) -> Body:
    return msgspec.json.decode(opened.open(field_of(row, "body_sealed"), row.body_sealed), type=Body)


def view_of(opened: OpenCase, row: Task, names: dict[UUID, str]) -> TaskView:
    return TaskView(
        id=row.id,
        body=body_of(opened, row),
        computed=row.mark is not None,
        due_on=row.due_on,
        given_to=row.given_to_id,
        given_name=names.get(row.given_to_id) if row.given_to_id else None,
        done_at=row.done_at,
        done_name=names.get(row.done_by_id) if row.done_by_id else None,
    )


def names_of(rows: list[Task]) -> dict[UUID, str]:
    people = {user for row in rows for user in (row.given_to_id, row.done_by_id) if user}
    here = node()
    return {user.id: here.open_name(user.id, user.name_sealed) for user in User.objects.filter(id__in=people)}
