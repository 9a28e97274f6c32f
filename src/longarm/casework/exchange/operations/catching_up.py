"""What is meant for others and has not gone: given when somebody looks; what was refused, when somebody says so."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.exchange.operations.giving import give, refused_again, spoken_with
from longarm.casework.exchange.operations.kept import locked, open_operation
from longarm.casework.exchange.parties import party
from longarm.casework.node import record
from longarm.errors import BadInput


def catch_up(actor: Actor, operation: UUID) -> int:
    """What was put in for all goes to who joined since, and to who was taken into the list since. Returns how many letters.

    Raises NotFound as `open_operation` does.
    """
    found = open_operation(actor, operation)
    if not actor.works_cases or found.board.members.get(party().fingerprint) not in ("joined", "invited"):
        return 0
    with transaction.atomic():
        given = give(locked(actor, operation), timezone.now())
        if given:
            record(
                actor.user, "operation-caught-up", organisation=actor.organisation, object=operation, letters=str(given)
            )  # fmt: skip
    return given


def send_again(actor: Actor, operation: UUID, member: str) -> int:
    """What the member with this fingerprint refused for good, once more. Returns how many letters.

    Raises NotFound as `open_operation` does, BadInput for nobody whom this node speaks with.
    """
    actor.must_work_cases()
    with transaction.atomic():
        found, to = locked(actor, operation), spoken_with(member)
        if to is None:
            raise BadInput("request-no-such-node")
        refused_again(found.row, to)
        given = give(found, timezone.now())
        us = actor.organisation
        record(actor.user, "operation-sent-again", organisation=us, object=operation, to=str(to.id), letters=str(given))
    return given
