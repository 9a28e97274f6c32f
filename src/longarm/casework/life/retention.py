"""How long closed cases are kept: the organisation's rule, what it will delete next, and the deleting itself."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.after_restore import unanswered
from longarm.casework.case_keys import open_held
from longarm.casework.day.brief import open_brief
from longarm.casework.life.deletion import delete_expired
from longarm.casework.refusals import Conflict
from longarm.casework.rules import rules_of
from longarm.store.models import Case, CaseKey, Organisation


class Ending(NamedTuple):
    """A closed case of the actor's teams and the moment its time is over. `held`: a hold keeps it beyond; `waited_for`: so
    does a letter that nobody answered.

    `by_itself`: it is deleted then, and nobody has to do anything; otherwise two persons decide.
    """

    case: UUID
    called: str
    at: datetime
    held: bool
    waited_for: bool
    by_itself: bool


def ending(actor: Actor, within: timedelta = timedelta(days=30)) -> tuple[Ending, ...]:
    """The closed cases of the actor's teams whose time is over within `within`, soonest first; none without a rule."""
    rules = rules_of(Organisation.objects.get(id=actor.organisation))
    if rules.retention_days is None:
        return ()
    kept = timedelta(days=rules.retention_days)
    over = timezone.now() + within - kept
    keys = CaseKey.objects.filter(user_id=actor.user, case__stage=Case.Stage.CLOSED, case__closed_at__lt=over)
    found = []
    for key in keys.select_related("case").order_by("case__closed_at"):
        row = key.case
        opened = open_held(actor, row, key.sealed)
        if row.closed_at:
            called = open_brief(opened, row).called
            by_itself = "deletion" not in rules.two_for
            found.append(Ending(row.id, called, row.closed_at + kept, row.held, row.asked_at is not None, by_itself))
    return tuple(found)


def delete_what_expired() -> int:
    """Deletes the closed cases whose time is over, in every organisation with a rule. Returns how many.

    Where deletion takes two persons none is deleted by itself: the desk shows them (`ending`) and two decide. Nor after a restore
    before somebody has looked the cases through: a hold that was set after the backup is not known here.
    """
    deleted, restored = 0, unanswered()
    for organisation in Organisation.objects.exclude(id__in=restored.organisations if restored else ()):
        rules = rules_of(organisation)
        if rules.retention_days is None or "deletion" in rules.two_for:
            continue
        over = timezone.now() - timedelta(days=rules.retention_days)
        rows = Case.objects.filter(
            organisation=organisation, stage=Case.Stage.CLOSED, held=False, asked_at=None, closed_at__lt=over
        )
        for case in rows.values_list("id", flat=True):
            try:
                delete_expired(case)
            except Conflict:  # opened again or held since
                continue
            deleted += 1
    return deleted
