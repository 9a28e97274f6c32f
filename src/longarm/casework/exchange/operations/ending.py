"""An operation leaves this node: forgotten when it is over for us; what never opened goes by itself."""

from __future__ import annotations

from datetime import timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.exchange.operations.kept import locked
from longarm.casework.exchange.parties import party
from longarm.casework.node import record
from longarm.casework.refusals import Conflict
from longarm.exchange.letter import CARRIED, DIRECT
from longarm.store.models import Operation

_UNOPENED: Final = CARRIED + 2 * DIRECT + timedelta(days=1)  # its first letter would be too old to be taken by then


def forget(actor: Actor, operation: UUID) -> None:
    """Deletes what is here of it; letters that still wait go out. What others have of ours, they have.

    Raises NotFound as `open_operation` does, NotAllowed unless the actor coordinates, Conflict while it is not over for us.
    """
    actor.must_be("coordinator")
    with transaction.atomic():
        found = locked(actor, operation)
        made = found.board
        if not made.closed and made.members.get(party().fingerprint) in ("joined", "invited"):
            raise Conflict("operation-not-over")
        found.row.delete()
        record(actor.user, "operation-forgotten", organisation=actor.organisation, object=operation)


def drop_unopened() -> int:
    """The chore: entries of operations whose first letter never came. Returns how many operations went."""
    rows = Operation.objects.filter(opened=False, changed_at__lt=timezone.now() - _UNOPENED)
    gone = list(rows.values_list("id", flat=True))
    rows.delete()
    return len(gone)
