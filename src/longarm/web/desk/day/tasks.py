"""Tasks as the desk shows them: what, by when, how near that is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from longarm.casework.day.tasks import TaskView
from longarm.texts import Language
from longarm.web.desk.traces import urgency


class TaskShown(NamedTuple):
    id: UUID
    what: str
    value: str
    on: date | None
    chip: str
    overdue: bool
    given: str | None
    done_at: datetime | None
    done_name: str | None


class TasksShown(NamedTuple):
    open: tuple[TaskShown, ...]
    done: tuple[TaskShown, ...]


def tasks(views: Sequence[TaskView], today: date, language: Language) -> TasksShown:
    shown = [task_shown(view, today, language) for view in views]
    return TasksShown(tuple(one for one in shown if not one.done_at), tuple(one for one in shown if one.done_at))


def task_shown(view: TaskView, today: date, language: Language) -> TaskShown:
    return TaskShown(
        id=view.id,
        what=view.body.text or view.body.title.get(language, view.body.subject),
        value=view.body.value,
        on=view.due_on,
        chip=urgency(view.due_on.isoformat() if view.due_on else None, today),
        overdue=bool(view.due_on and view.due_on < today),
        given=view.given_name,
        done_at=view.done_at,
        done_name=view.done_name,
    )
