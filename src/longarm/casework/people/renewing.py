"""A case whose team somebody left by closing the account, or that a new recovery paper does not open yet, gets a new key as soon
as one of its members comes by.

Closing an account takes the sealed keys away at once: the account opens nothing. But somebody who had copied a key out of a
running process, or holds an older copy of the database and the passphrase, would still open what is written from now on. Only
who holds a case's key can change it, and an administrator holds none: so the row that says whose key it was stays, empty, as the
mark that the case waits; the next member who opens the case changes the key (`rotation`), and the mark goes. An empty row for the
recovery paper is the same mark: the old paper is lost (`new_paper`).
"""

from __future__ import annotations

from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, open_for
from longarm.casework.node import record
from longarm.casework.rotation import rotate
from longarm.store.models import CaseKey

_WAITS: Final = Q(user__active=False) | Q(user=None, sealed=b"")


def waits_for_new_key(case: UUID) -> bool:
    return CaseKey.objects.filter(_WAITS, case_id=case).exists()


def how_many_wait(organisation: UUID) -> int:
    """Cases of the organisation that nobody has opened since somebody of their team left, or since the paper was lost."""
    left = CaseKey.objects.filter(_WAITS, case__organisation_id=organisation)
    return left.values("case").distinct().count()


def renew_if_left(actor: Actor, case: UUID) -> bool:
    """Changes the key where it waits for that. Raises NotFound when the actor is not of the case's team."""
    if not waits_for_new_key(case):
        return False
    renew(open_for(actor, case), actor)
    return True


def renew(opened: OpenCase, actor: Actor) -> OpenCase:
    """The case under a new key, for who is left (`rotate` leaves closed accounts out)."""
    with transaction.atomic():
        new = rotate(opened)
        record(actor.user, "key-renewed", organisation=opened.organisation, case=opened.id)
    return new
