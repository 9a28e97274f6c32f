"""Refused tries in the audit record: a line for a person and a reason in a quarter of an hour, never one for each try.

The record is of an organisation; a name that nobody has is only counted. But the door must take as long for it as for one that
exists: then the same line is written and taken back, inside the same transaction. What was typed is kept nowhere.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final, Literal, NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.node import record
from longarm.casework.people import tries
from longarm.casework.refusals import NotAllowed
from longarm.errors import BadInput
from longarm.store.models import User

QUARTER: Final = timedelta(minutes=15)
_DAY: Final = timedelta(days=1)
_COUNT, _NOTED = "refused", "refused-noted"
Why = Literal["passphrase", "second-factor", "waiting", "recovery-key", "not-allowed", "not-there"]


class Who(NamedTuple):
    """`account` tells accounts apart, also those that do not exist; `user` None: nobody has this name. `by`: who is signed in."""

    account: str
    user: UUID | None
    organisation: UUID | None
    by: UUID | None = None


def knocking(lookup: bytes, row: User | None) -> Who:
    """Somebody at the door, who gave the name behind `lookup`."""
    return Who(lookup.hex(), row.id if row else None, row.organisation_id if row else None)


def inside(actor: Actor) -> Who:
    """Somebody who is signed in."""
    return Who(str(actor.user), actor.user, actor.organisation, actor.user)


def note(what: Literal["sign-in-refused", "act-refused"], why: Why, who: Who) -> None:
    """Counts the try, and writes a line where none was written for a quarter of an hour: why, how many tries today.

    Who is told to wait is not counted: a flood of tries must not become a flood of writing.
    """
    tried, mark = f"{who.account}|{what}", f"{who.account}|{what}|{why}"
    today = tries.seen(_COUNT, tried, _DAY) if why == "waiting" else tries.count(_COUNT, tried, _DAY)
    if tries.until(_NOTED, mark) is not None:
        return
    with transaction.atomic():
        if not tries.once(_NOTED, mark, timezone.now() + QUARTER):
            return
        with transaction.atomic():
            record(who.by, what, organisation=who.organisation, object=who.user, why=why, today=str(today))
            if who.user is None:
                transaction.set_rollback(True)


def note_inside(actor: Actor, fault: BadInput) -> None:
    """Somebody signed in asked for what is not theirs to do, or not there for them."""
    note("act-refused", "not-allowed" if isinstance(fault, NotAllowed) else "not-there", inside(actor))
