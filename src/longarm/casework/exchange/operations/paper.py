"""The copy of an operation's key that the recovery paper opens: sealed again when there is a new paper."""

from __future__ import annotations

from uuid import UUID

from nacl.public import PrivateKey

from longarm.casework.case_keys import recovery_public
from longarm.keys import case as case_keys
from longarm.store.models import Operation, OperationKey


def to_new_paper(organisation: UUID, old: PrivateKey | None, public: bytes) -> None:
    """In the caller's transaction. Without the old paper the copy is destroyed, and made anew by who next writes there."""
    for row in OperationKey.objects.select_for_update().filter(operation__organisation_id=organisation, user=None):
        row.sealed = case_keys.seal_again(old, public, str(row.operation_id), row.sealed)
        row.save(update_fields=["sealed"])


def fill_in(operation: Operation, privates: dict[int, PrivateKey]) -> None:
    """Where the copy is missing. In the caller's transaction."""
    for row in OperationKey.objects.filter(operation=operation, user=None, sealed=b"", number__in=privates):
        private = bytes(privates[row.number])
        row.sealed = case_keys.seal_to(recovery_public(operation.organisation_id), str(operation.id), private)
        row.save(update_fields=["sealed"])
