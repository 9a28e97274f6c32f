"""After a restore: what somebody took back after the backup was made, the node does not know any more. So nothing leaves on a
consent that it brought back, until who coordinates has looked the cases through, or she herself says it once more.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from longarm.casework.actor import Actor
from longarm.casework.backup.marker import LastRestore, last_restore
from longarm.casework.node import node, record
from longarm.store.models import Case, Organisation


class Unanswered(NamedTuple):
    """What the node was restored from, and when; `organisations`: where nobody has answered for its consents yet."""

    restored: LastRestore
    organisations: frozenset[UUID]


def unanswered() -> Unanswered | None:
    """None where nothing is held back: the node was never restored, or everywhere somebody has answered since."""
    restored = last_restore(node().folder.data)
    if restored is None:
        return None
    waiting = Organisation.objects.exclude(answered_restore=restored.at)
    found = frozenset(waiting.values_list("id", flat=True))
    return Unanswered(restored, found) if found else None


def to_be_answered(actor: Actor) -> datetime | None:
    """For *My day* of who works cases: of when the backup was, where nobody of the organisation has answered yet."""
    if not actor.works_cases:
        return None
    held = unanswered()
    return held.restored.backup if held is not None and actor.organisation in held.organisations else None


def counts(case: UUID, given_at: datetime | None) -> bool:
    """Does a consent still count for what leaves the node? `given_at` None: it is not known when it was given."""
    held = unanswered()
    if held is None or (given_at is not None and given_at > held.restored.at):
        return True
    return not Case.objects.filter(id=case, organisation_id__in=held.organisations).exists()


def answer(actor: Actor) -> None:
    """The actor answers for that the cases of the organisation were looked through: what the backup brought back counts again.
    Twice is once. Raises NotAllowed for who does not coordinate."""
    actor.must_be("coordinator")
    held = unanswered()
    if held is None or actor.organisation not in held.organisations:
        return
    with transaction.atomic():
        Organisation.objects.filter(id=actor.organisation).update(answered_restore=held.restored.at)
        backup = held.restored.backup.isoformat(timespec="seconds")
        record(actor.user, "consents-looked-through", organisation=actor.organisation, backup=backup)


def held_cases() -> Q:
    """For rows with a `case` that a consent made and that wait to go: those that do not go now. Made after the restore, they went
    through `counts`."""
    held = unanswered()
    if held is None:
        return Q(pk__in=[])
    return Q(case__organisation_id__in=held.organisations, made_at__lte=held.restored.at)
