"""What keeps a case and what would end it: the hold, the day its time is over, what goes with it when it is deleted."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, open_for
from longarm.casework.day.brief import open_brief
from longarm.casework.life.deletion import Certificate, Why, delete_case, waits_for_instruction
from longarm.casework.node import record
from longarm.casework.rules import rules_of
from longarm.casework.work.at_work import AtWork, at_work
from longarm.errors import BadInput
from longarm.store.models import Bundle, Case, Channel, Exhibit, Letter, Note, Record


class Keeping(NamedTuple):
    """`ends_at`: when its time is over; None while it is open or without a rule. `work`: with what a second person was asked.

    `unread`: an answer is waited for. `withheld`: an authority must say what becomes of an exhibit before anything is deleted.
    """

    case: UUID
    called: str
    reference: str
    stage: str
    held: bool
    ends_at: datetime | None
    days: int | None
    work: AtWork
    waited_for: bool
    withheld: bool


class Going(NamedTuple):
    """What is destroyed with a case, counted; `handed_out`: how often a bundle, an exhibit or a paper left the node."""

    exhibits: int
    bundles: int
    letters: int
    notes: int
    channels: int
    merged: int
    handed_out: int


def keeping_of(actor: Actor, case: UUID) -> Keeping:
    """Raises NotFound when the actor is not of the case's team."""
    opened = open_for(actor, case)
    with transaction.atomic():
        record(actor.user, "case-read", organisation=opened.organisation, case=case)
    row = Case.objects.select_related("organisation").get(id=case)
    rules, brief = rules_of(row.organisation), open_brief(opened, row)
    ends = None
    if row.stage == Case.Stage.CLOSED and row.closed_at and rules.retention_days:
        ends = row.closed_at + timedelta(days=rules.retention_days)
    return Keeping(
        case,
        brief.called,
        brief.reference,
        row.stage,
        row.held,
        ends,
        rules.retention_days,
        at_work(opened, timezone.now()),
        row.asked_at is not None,
        waits_for_instruction(case),
    )


def going(actor: Actor, case: UUID) -> Going:
    """What would go. Raises NotFound when the actor is not of the case's team."""
    opened = open_for(actor, case)
    return Going(
        exhibits=Exhibit.objects.filter(case_id=case).exclude(state=Exhibit.State.DESTROYED).count(),
        bundles=Bundle.objects.filter(case_id=case).count(),
        letters=Letter.objects.filter(channel__case_id=case).count(),
        notes=Note.objects.filter(case_id=case).count(),
        channels=Channel.objects.filter(case_id=case).count(),
        merged=Case.objects.filter(merged_into=case).exclude(stage=Case.Stage.DELETED).count(),
        handed_out=_handed_out(opened),
    )


def delete_named(actor: Actor, case: UUID, why: Why, reference: str) -> Certificate:
    """`delete_case`, by who has typed the case's reference. Raises BadInput where it is another, and as `delete_case` does."""
    actor.must_work_cases()
    opened = open_for(actor, case)
    if _plain(reference) != _plain(open_brief(opened, Case.objects.get(id=case)).reference):
        raise BadInput("life-other-reference")
    return delete_case(actor, case, why)


def _handed_out(opened: OpenCase) -> int:
    """From the audit record: acts by which something of the case left the node."""
    from longarm.casework.node import node
    from longarm.store import records

    rows = Record.objects.filter(case_id=opened.id).order_by("seq")
    out = ("bundle-exported", "exhibit-exported", "document-drafted", "subject-export")
    return sum(line.action in out for line in records.read(node().record_key, rows.iterator()))


def _plain(reference: str) -> str:
    return "".join(reference.split()).casefold()
