"""A case's reports in escrow are let go: taken back, another number wished, the case deleted or merged. Needs no case key."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

import msgspec

from longarm.casework.node import node
from longarm.errors import Unsound
from longarm.exchange.escrow.report import Report
from longarm.keys.content import Place, decrypt, encrypt
from longarm.keys.derive import keyed_hash, subkey
from longarm.store.models import Escrowed, EscrowLeaving, EscrowOpened, Member


def let_go(case: UUID) -> int:
    """All reports of the case, with what opened; in the caller's transaction. The hub hears it at the next round."""
    found = list(Escrowed.objects.filter(case_id=case))
    drop(found)
    return len(found)


def take_back(case: UUID) -> None:
    """What lies at the hub is taken back; what opened before stays with the team. Where a report is still wished, with another
    number, it is made anew when the team next works on the case. In the caller's transaction."""
    for row in Escrowed.objects.filter(case_id=case).exclude(tag=None):
        leave_report(row)
        row.tag, row.report_sealed, row.posted_at, row.rests_until = None, b"", None, None
        row.save(update_fields=["tag", "report_sealed", "posted_at", "rests_until"])


def drop(rows: list[Escrowed]) -> None:
    EscrowOpened.objects.filter(escrowed__in=rows).delete()
    for row in rows:
        leave_report(row)
        row.delete()


def leave_report(row: Escrowed, hub: Member | None = None) -> None:
    """Also where the hub never said that it has it: its answer may have been lost. A report that was altered here names nothing
    that could be taken back: it ends at the hub with its last day, and no deletion waits for it."""
    with suppress(Unsound):
        if row.report_sealed:
            leave(report_of(row).leaf, hub)


def leave(leaf: bytes, hub: Member | None = None) -> None:
    """`hub`: another than the one that is used."""
    if not EscrowLeaving.objects.filter(leaf=leaf, hub=hub).exists():
        EscrowLeaving.objects.create(leaf=leaf, hub=hub)


def seal_report(row: Escrowed, report: Report) -> None:
    """What is sent to the hub, under the node's secret, bound to its row; and by what it is found again."""
    row.tag = tag_of(report.leaf)
    row.report_sealed = encrypt(_key(), msgspec.msgpack.encode(report), _place(row))


def report_of(row: Escrowed) -> Report:
    """Raises Unsound when it was changed or moved."""
    return msgspec.msgpack.decode(decrypt(_key(), row.report_sealed, _place(row)), type=Report)


def tag_of(leaf: bytes) -> bytes:
    return keyed_hash(_key(), "leaf", leaf.hex())


def _key() -> bytes:
    return subkey(node().secret, "escrow")


def _place(row: Escrowed) -> Place:
    return Place(str(row.id), "escrow-report")
