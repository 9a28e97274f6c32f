"""The copy of an operation's key that the recovery paper opens: sealed again when there is a new paper."""

from __future__ import annotations

from uuid import UUID

from nacl.public import PrivateKey

from longarm.casework.case_keys import recovery_public
from longarm.casework.refusals import Conflict
from longarm.keys import case as case_keys
from longarm.store.models import Operation, OperationKey


def to_new_paper(organisation: UUID, old: PrivateKey | None, public: bytes) -> None:
    """In the caller's transaction. Without the old paper the copy is destroyed, and made anew by who next writes there."""
    for row in OperationKey.objects.select_for_update().filter(operation__organisation_id=organisation, user=None):
        row.sealed = case_keys.seal_again(old, public, str(row.operation_id), row.sealed)
        row.save(update_fields=["sealed"])


def fill_in(operation: Operation, private: PrivateKey) -> None:
    """Where the copy is missing. In the caller's transaction."""
    if row := OperationKey.objects.filter(operation=operation, user=None, sealed=b"").first():
        row.sealed = case_keys.seal_to(recovery_public(operation.organisation_id), str(operation.id), bytes(private))
        row.save(update_fields=["sealed"])


def leave_what_no_paper_opens(user: UUID) -> None:
    """What only a lost pair of `user` would open is nobody's row. Raises Conflict when nobody else reads that operation."""
    waiting = list(
        OperationKey.objects.filter(user=None, sealed=b"", operation__keys__user_id=user).values_list("operation_id", flat=True)
    )
    others = OperationKey.objects.filter(operation_id__in=waiting, user__active=True).exclude(user_id=user)
    if others.values("operation").distinct().count() < len(waiting):
        raise Conflict("people-paper-opens-not")
    OperationKey.objects.filter(user_id=user, operation_id__in=waiting).delete()
