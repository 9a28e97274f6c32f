"""A new recovery key for the organisation: the old paper was seen by somebody, or is lost, or its keeper leaves.

With the old paper in hand every case is sealed to the new one at once. Without it nobody can do that who does not hold the
keys of the cases: the copies for the old paper are destroyed, so that whoever finds it opens nothing, and each case gets a new
key, and with it a copy for the new paper, when a member of its team next opens it (`renewing`).

Who administers reads no case by that, so nobody makes a paper alone by saying that the old one is lost: a colleague who works
cases gives their passphrase to it too, and takes part in putting the new paper away.
"""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from nacl.public import PrivateKey

from longarm.casework.actor import Actor
from longarm.casework.day.claims import MAY_HAVE
from longarm.casework.exchange.operations import paper as operations
from longarm.casework.node import record
from longarm.casework.people import patience
from longarm.casework.people.own_passphrase import must_be_own
from longarm.casework.people.recovery_paper import read_paper
from longarm.errors import BadInput
from longarm.keys import case as case_keys
from longarm.keys.recovery import new_recovery
from longarm.store.models import CaseKey, Organisation, User


class NewPaper(NamedTuple):
    """`printed`: shown once, stored nowhere. `waiting`: cases that the new paper does not open yet."""

    printed: str
    waiting: int


class Witness(NamedTuple):
    """A colleague who stands beside, and the passphrase that only they type."""

    user: UUID | None
    passphrase: str


def new_paper(actor: Actor, printed: str, witness: Witness | None = None) -> NewPaper:
    """`printed`: the old key as it stands on its paper; empty when it is lost, then `witness` agrees to it, if anybody can.

    Raises NotAllowed unless the actor administers, ProveAgain where the actor did not show lately who that is, BadInput for a
    paper that is not this organisation's and for a witness who is none, `patience.Waiting` after too many of those.
    """
    actor.must_be("admin")
    actor.must_be_fresh()
    old = read_paper(actor, printed) if printed.strip() else None
    beside = _agreed(actor, witness) if old is None else None
    new = new_recovery()
    with transaction.atomic():
        Organisation.objects.select_for_update().get(id=actor.organisation)
        rows = CaseKey.objects.select_for_update().filter(case__organisation_id=actor.organisation, user=None)
        waiting = _sealed_again(list(rows), old, new.public)
        operations.to_new_paper(actor.organisation, old, new.public)
        Organisation.objects.filter(id=actor.organisation).update(recovery_public=new.public)
        record(actor.user, "recovery-renewed", organisation=actor.organisation, object=beside, waiting=str(waiting))
    return NewPaper(new.printed, waiting)


def _able(actor: Actor) -> QuerySet[User]:
    """Colleagues who work cases. Nobody: whoever administers is alone here and has every case anyway."""
    return User.objects.filter(organisation_id=actor.organisation, active=True, role__in=MAY_HAVE).exclude(id=actor.user)


def _agreed(actor: Actor, witness: Witness | None) -> UUID | None:
    able = _able(actor)
    if not able.exists():
        return None
    row = able.filter(id=witness.user).first() if witness and witness.user else None
    if row is None or witness is None or not witness.passphrase:
        raise BadInput("people-paper-witness-none")
    try:
        must_be_own(row, witness.passphrase)
    except patience.Waiting:
        raise
    except BadInput:
        raise BadInput("people-paper-witness-wrong") from None
    return row.id


def _sealed_again(rows: list[CaseKey], old: PrivateKey | None, public: bytes) -> int:
    """Returns how many stay empty: no paper opens them until a member of their team comes by."""
    for row in rows:  # one that is empty waits since a paper before this one, and goes on waiting
        row.sealed = case_keys.seal_again(old, public, str(row.case_id), row.sealed)
        row.save(update_fields=["sealed"])
    return sum(not row.sealed for row in rows)
