"""An entry of another member arrives: kept once, sealed at once; nobody is signed in, and nothing is shown yet.

The order does not matter: what comes before the operation was opened here waits for that, unseen.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from longarm.casework.exchange.members import row_of
from longarm.casework.exchange.on_intake import on_intake
from longarm.casework.exchange.operations.giving import hold_back
from longarm.casework.exchange.operations.kept import begin, keep
from longarm.casework.node import record
from longarm.exchange.letter import Letter, body
from longarm.exchange.operation.entry import Entry, Leave, Open, Remove, operation_of
from longarm.exchange.operation.turn import Turn, said_by
from longarm.exchange.refused import Refused
from longarm.store.models import BoardEntry, Member, Operation

_MOST_ENTRIES: Final = 2_000  # of one member in one operation
_MOST_IN_ALL: Final = 20_000  # of one member: all lists open all entries
_MOST_OPERATIONS: Final = 200  # that one member began here
_MOST_UNOPENED: Final = 20


def arrived(letter: Letter, sender: Member, now: datetime) -> None:
    """In the caller's transaction, which keeps the letter's number. Raises Refused; nothing is kept then."""
    what = said_by(body(letter, Turn), letter.sender)
    opens = isinstance(what, Entry) and isinstance(what.act, Open)
    if isinstance(what, Entry) and isinstance(what.act, Open) and operation_of(what.author, what.act) != what.operation:
        raise Refused("not-allowed")
    row = Operation.objects.select_for_update().filter(id=UUID(bytes=what.operation)).first() or _new(
        what.operation, sender, opens
    )
    theirs = BoardEntry.objects.filter(author=sender)
    if theirs.filter(operation=row).count() >= _MOST_ENTRIES or theirs.count() >= _MOST_IN_ALL:
        raise Refused("budget")
    if keep(row, what, sender, None, now) is None:
        return
    if isinstance(what, Entry) and isinstance(what.act, Leave | Remove):
        out = row_of(what.act.member) if isinstance(what.act, Remove) else sender
        if out is not None:
            hold_back(row, out)
    row.opened, row.unseen, row.changed_at = row.opened or opens, True, now
    row.save(update_fields=["opened", "unseen", "changed_at"])
    act = what.act.__struct_config__.tag if isinstance(what, Entry) else "withheld"
    record(
        None, "operation-entry", organisation=row.organisation_id, object=row.id, sender=str(sender.id), act=str(act)
    )  # fmt: skip


def _new(operation: bytes, sender: Member, opens: bool) -> Operation:
    mine = Operation.objects.filter(begun_by=sender)
    if mine.filter(opened=opens).count() >= (_MOST_OPERATIONS if opens else _MOST_UNOPENED):
        raise Refused("budget" if opens else "unknown")
    organisation, readers = on_intake()
    return begin(UUID(bytes=operation), organisation, readers, sender)
