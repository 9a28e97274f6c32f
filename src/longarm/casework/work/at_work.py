"""What people do with a case, beside what it says: who has it, since when somebody waits, notes, tasks, how it ended."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from longarm.casework.case_keys import OpenCase
from longarm.casework.day.approvals import ApprovalView, approvals_of
from longarm.casework.day.clock import Wait, wait
from longarm.casework.day.closing import Ending, endings_of
from longarm.casework.day.notes import NoteView, notes_of
from longarm.casework.day.tasks import TaskView, tasks_of
from longarm.casework.node import node
from longarm.casework.rules import ALWAYS_TWO, Act, rules_of
from longarm.store.models import Case, Channel, Letter, Upload


class AtWork(NamedTuple):
    """`wait` is None when nobody waits. `channels`: with how many the team can speak; `letters` unread, `files` to take in.

    `asked`: what a second person was asked for, newest first; `two_for`: what takes two here; `statements`: of officers
    abroad, letters that nobody has read.
    """

    stage: str
    urgent: bool
    child: bool
    held: bool
    claimed_by: UUID | None
    claimed_name: str | None
    wait: Wait | None
    notes: tuple[NoteView, ...]
    tasks: tuple[TaskView, ...]
    endings: tuple[Ending, ...]
    channels: int
    letters: int
    files: int
    merged_into: UUID | None
    asked: tuple[ApprovalView, ...]
    two_for: frozenset[Act]
    statements: int


def at_work(opened: OpenCase, now: datetime) -> AtWork:
    """Of an opened case, at the moment `now`."""
    row = Case.objects.select_related("organisation", "claimed_by").get(id=opened.id)
    rules = rules_of(row.organisation)
    channels = Channel.objects.filter(case_id=opened.id).exclude(kind=Channel.Kind.STATEMENT)
    return AtWork(
        stage=row.stage,
        urgent=row.urgent,
        child=row.child,
        held=row.held,
        claimed_by=row.claimed_by_id,
        claimed_name=node().open_name(row.claimed_by.id, row.claimed_by.name_sealed) if row.claimed_by else None,
        wait=wait(row.asked_at, now, rules) if row.asked_at else None,
        notes=notes_of(opened),
        tasks=tasks_of(opened),
        endings=endings_of(opened),
        channels=channels.count(),
        letters=Letter.objects.filter(channel__in=channels, by=None, read_at=None).count(),
        files=Upload.objects.filter(channel__in=channels, state=Upload.State.WHOLE).count(),
        merged_into=row.merged_into_id,
        asked=approvals_of(opened),
        statements=Letter.objects.filter(
            channel__case_id=opened.id, channel__kind=Channel.Kind.STATEMENT, by=None, read_at=None
        ).count(),
        two_for=rules.two_for | ALWAYS_TWO,
    )
