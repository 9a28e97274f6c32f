"""A case's reports in escrow are let go: taken back, another number wished, the case deleted or merged. Needs no case key."""

from __future__ import annotations

from uuid import UUID

from longarm.casework.node import node
from longarm.keys.content import Place, Stored, decrypt, encrypt
from longarm.keys.derive import subkey
from longarm.store.models import Escrowed, EscrowLeaving, EscrowOpened


def let_go(case: UUID) -> int:
    """All reports of the case, with what opened; in the caller's transaction. The hub hears it at the next round."""
    found = list(Escrowed.objects.filter(case_id=case))
    drop(found)
    return len(found)


def drop(rows: list[Escrowed]) -> None:
    EscrowOpened.objects.filter(escrowed__in=rows).delete()
    for row in rows:
        leave(bytes(row.leaf))
        row.delete()


def leave(leaf: bytes) -> None:
    """Also where the hub never said that it has it: its answer may have been lost."""
    EscrowLeaving.objects.get_or_create(leaf=leaf)


def seal_report(row: Escrowed, content: bytes) -> bytes:
    """What is sent to the hub, under the node's secret, bound to its row."""
    return encrypt(subkey(node().secret, "escrow"), content, Place(str(row.id), "escrow-report"))


def open_report(row: Escrowed, sealed: Stored) -> bytes:
    """Raises Unsound when it was changed or moved."""
    return decrypt(subkey(node().secret, "escrow"), sealed, Place(str(row.id), "escrow-report"))
