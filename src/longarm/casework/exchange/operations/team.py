"""Who of this organisation reads an operation: let in by one who does, let out again; out with the account, or another role.

Whoever goes, what is kept of the operation from then on is sealed to a new pair: a key that was copied before opens none of it.
"""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from nacl.public import PrivateKey

from longarm.casework.actor import Actor
from longarm.casework.case_keys import recovery_public
from longarm.casework.exchange.operations.kept import give_keys, locked, private_of, privates_of, renew
from longarm.casework.node import node, record
from longarm.casework.refusals import Conflict, NotFound
from longarm.keys import case as case_keys
from longarm.store.models import Operation, OperationKey, User

MAY_HAVE = (User.Role.COORDINATOR, User.Role.CASEWORKER)


class Reader(NamedTuple):
    id: UUID
    name: str


def readers_of(operation: UUID) -> tuple[Reader, ...]:
    held = OperationKey.objects.filter(operation_id=operation).exclude(user=None).values("user_id")
    return _named(list(User.objects.filter(id__in=held, active=True)))


def could_read(actor: Actor, operation: UUID) -> tuple[Reader, ...]:
    """Colleagues who work cases and are not among them yet."""
    held = OperationKey.objects.filter(operation_id=operation).exclude(user=None).values_list("user_id", flat=True)
    rows = User.objects.filter(organisation_id=actor.organisation, active=True, role__in=MAY_HAVE).exclude(id__in=list(held))
    return _named(list(rows))


def let_in(actor: Actor, operation: UUID, user: UUID) -> None:
    """Raises NotFound as `open_operation` does, and for nobody of the organisation who works cases."""
    actor.must_work_cases()
    with transaction.atomic():
        found = locked(actor, operation)
        colleague = User.objects.filter(id=user, organisation_id=actor.organisation, active=True, role__in=MAY_HAVE).first()
        if colleague is None:
            raise NotFound("casework-no-such-user")
        give_keys(found.row, found.privates, colleague)
        record(actor.user, "operation-reader", organisation=actor.organisation, object=operation, user=str(user))


def let_out(actor: Actor, operation: UUID, user: UUID) -> None:
    """A colleague, or the actor. Raises NotFound as `open_operation` does and for who is none of its readers, Conflict when
    nobody else here could open it."""
    actor.must_work_cases()
    with transaction.atomic():
        recovery_public(actor.organisation)  # locked first, as by who closes an account
        row = locked(actor, operation).row
        keys = OperationKey.objects.filter(operation=row, user_id=user)
        if not keys.exists():
            raise NotFound("casework-no-such-user")
        if operation in alone_in(user):
            raise Conflict("operation-last-here")
        keys.delete()
        renew(row)
        record(actor.user, "operation-reader-out", organisation=actor.organisation, object=operation, user=str(user))


def alone_in(user: UUID) -> tuple[UUID, ...]:
    """Operations that nobody else of the organisation can open."""
    held = set(OperationKey.objects.filter(user_id=user).values_list("operation_id", flat=True))
    others = OperationKey.objects.filter(operation_id__in=held, user__active=True).exclude(user_id=user)
    return tuple(held - set(others.values_list("operation_id", flat=True)))


def leave_all(user: UUID, recovery: PrivateKey | None, heir: User | None) -> None:
    """Takes the keys of `user` away; what nobody else opens goes to `heir`, by the recovery key. In the caller's transaction.

    Raises Conflict for those where there is no heir, or that a new paper does not open yet.
    """
    alone = alone_in(user)
    if alone and (recovery is None or heir is None):
        raise Conflict("operation-last-reader", count=len(alone))
    if recovery is not None and heir is not None:
        for row in Operation.objects.filter(id__in=alone):
            paper = row.keys.filter(user=None)
            if paper.filter(sealed=b"").exists():
                raise Conflict("people-paper-opens-not")
            give_keys(row, privates_of(paper, recovery), heir)
    held = OperationKey.objects.filter(user_id=user)
    rows = list(Operation.objects.select_for_update().filter(id__in=held.values("operation_id")).order_by("id"))
    held.delete()
    for row in rows:
        renew(row)


def give_again(user: UUID, public: bytes, recovery: PrivateKey) -> None:
    """The keys that `user` had, sealed to a new pair. In the caller's transaction."""
    for row in OperationKey.objects.filter(user_id=user):
        key = OperationKey.objects.get(operation=row.operation_id, user=None, number=row.number)
        row.sealed = case_keys.seal_to(public, str(row.operation_id), bytes(private_of(key, recovery)))
        row.save(update_fields=["sealed"])


def _named(rows: list[User]) -> tuple[Reader, ...]:
    here = node()
    return tuple(sorted((Reader(one.id, here.open_name(one.id, one.name_sealed)) for one in rows), key=lambda one: one.name))
