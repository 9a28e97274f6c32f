"""The inbox: the cases whose keys a person holds, what is most pressing first, each as one line; and how many ring."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final, NamedTuple
from uuid import UUID

from django.db.models import Count, Q

from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_held
from longarm.casework.day.brief import Brief, open_brief
from longarm.casework.day.clock import Wait, wait
from longarm.casework.day.inbox_order import Shown, counted, ordered, waiting_since
from longarm.casework.exchange.escrow import arrived
from longarm.casework.node import node
from longarm.casework.rules import Rules, rules_of
from longarm.store.models import Case, CaseKey, Job, Letter, Organisation, Upload, User

PAGE: Final = 50
LAST: Final = 40  # pages; what lies behind is found by search or a filter


class Line(NamedTuple):
    """A case in the inbox. `wait` is None when nobody waits; `letters` unread, `files` not yet taken in, `opened` reports of
    others that were kept closed and opened with one of the case."""

    id: UUID
    brief: Brief
    stage: str
    urgent: bool
    child: bool
    wait: Wait | None
    claimed_by: UUID | None
    claimed_name: str | None
    due_on: date | None
    made_at: datetime
    letters: int
    files: int
    opened: int


class Inbox(NamedTuple):
    """A page. `counts` by filter, one above `MOST` where there are more; `alarms`: how many wait beyond the first alarm."""

    lines: tuple[Line, ...]
    page: int
    more: bool
    counts: dict[Shown, int]
    alarms: int


def inbox(actor: Actor, now: datetime, shown: Shown = "all", page: int = 1) -> Inbox:
    """A page of the inbox as it stands at `now`. Who holds no key (an auditor, an administrator) has an empty one."""
    page = min(max(1, page), LAST)
    rules = rules_of(Organisation.objects.get(id=actor.organisation))
    ids = ordered(actor, shown, (page - 1) * PAGE, PAGE + 1)
    lines = _lines(actor, ids[:PAGE], now, rules)
    return Inbox(lines, page, len(ids) > PAGE and page < LAST, counted(actor), alarms(actor, now, rules))


def alarms(actor: Actor, now: datetime, rules: Rules | None = None) -> int:
    """How many of the actor's cases wait for an answer beyond the first alarm."""
    rules = rules or rules_of(Organisation.objects.get(id=actor.organisation))
    ringing = 0
    for asked_at in waiting_since(actor):  # the longest first: the first in time ends the count
        if not wait(asked_at, now, rules).level:
            break
        ringing += 1
    return ringing


def next_waiting(actor: Actor, after: UUID | None = None) -> UUID | None:
    """Who is to be answered next, in the order of the inbox: of the cases that nobody else has; None when nobody waits.

    `after`: the case at hand, which is passed over.
    """
    ids = [case for case in ordered(actor, "waiting", 0, PAGE) if case != after]
    free = Case.objects.filter(Q(claimed_by=None) | Q(claimed_by_id=actor.user), id__in=ids)
    open_to_me = set(free.values_list("id", flat=True))
    return next((case for case in ids if case in open_to_me), None)


def demo_loading() -> bool:
    """Is the worker still bringing in the cases of the demonstration?"""
    return Job.objects.filter(kind="demo", state__in=(Job.State.QUEUED, Job.State.RUNNING)).exists()


def _lines(actor: Actor, ids: list[UUID], now: datetime, rules: Rules) -> tuple[Line, ...]:
    rows = Case.objects.in_bulk(ids)
    keys = dict(CaseKey.objects.filter(user_id=actor.user, case_id__in=ids).values_list("case_id", "sealed"))
    names = {row.id: node().open_name(row.id, row.name_sealed) for row in User.objects.filter(id__in=_claimed(rows))}
    unread = Letter.objects.filter(channel__case_id__in=ids, by=None, read_at=None)
    letters = dict(unread.order_by().values_list("channel__case_id").annotate(number=Count("id")))
    whole = Upload.objects.filter(channel__case_id__in=ids, state=Upload.State.WHOLE)
    files = dict(whole.order_by().values_list("channel__case_id").annotate(number=Count("id")))
    opened_there = arrived.counts(ids)
    lines = []
    for case in ids:
        row = rows[case]
        opened = open_held(actor, row, keys[case])
        lines.append(
            Line(
                id=case,
                brief=open_brief(opened, row),
                stage=row.stage,
                urgent=row.urgent,
                child=row.child,
                wait=wait(row.asked_at, now, rules) if row.asked_at else None,
                claimed_by=row.claimed_by_id,
                claimed_name=names.get(row.claimed_by_id) if row.claimed_by_id else None,
                due_on=row.due_on,
                made_at=row.made_at,
                letters=letters.get(case, 0),
                files=files.get(case, 0),
                opened=opened_there.get(case, 0),
            )
        )
    return tuple(lines)


def _claimed(rows: dict[UUID, Case]) -> set[UUID]:
    return {row.claimed_by_id for row in rows.values() if row.claimed_by_id}
