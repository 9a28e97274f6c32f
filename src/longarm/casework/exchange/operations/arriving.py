"""An entry of another member arrives: kept once, sealed at once; nobody is signed in, and nothing is shown yet.

The order does not matter: what comes before the operation was opened here waits for that, unseen. Who leads is noted as it is
told by who led: what waits here for a member is dropped when the lead removes it, and by nobody else's word.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from longarm.casework.exchange.members import row_of
from longarm.casework.exchange.on_intake import on_intake
from longarm.casework.exchange.operations.giving import hold_back, invited_again
from longarm.casework.exchange.operations.kept import begin, keep
from longarm.casework.node import record
from longarm.exchange.letter import Letter, body
from longarm.exchange.operation.entry import Entry, HandOver, Invite, Leave, Open, Remove, operation_of
from longarm.exchange.operation.turn import Turn, said_by
from longarm.exchange.refused import Refused
from longarm.store.models import BoardEntry, Member, Operation

_AHEAD: Final = timedelta(days=1)  # nobody puts in today what is dated in a year
_MOST_ENTRIES: Final = 2_000  # of one member in one operation
_MOST_IN_ALL: Final = 6_000  # of one member: all lists open all entries, some 7,000 a second
_MOST_OPERATIONS: Final = 200  # that one member began here
_MOST_UNOPENED: Final = 20


def arrived(letter: Letter, sender: Member, now: datetime) -> None:
    """In the caller's transaction, which keeps the letter's number. Raises Refused; nothing is kept then."""
    what = said_by(body(letter, Turn), letter.sender)
    if what.at > now + _AHEAD:
        raise Refused("clock-off")
    opens = isinstance(what, Entry) and isinstance(what.act, Open)
    if isinstance(what, Entry) and isinstance(what.act, Open) and operation_of(what.author, what.act) != what.operation:
        raise Refused("not-allowed")
    row = Operation.objects.select_for_update().filter(id=UUID(bytes=what.operation)).first()
    if row is None or (opens and not row.opened):
        _must_have_room(sender, opens)
    row = row or begin(UUID(bytes=what.operation), *on_intake(), sender)
    theirs = BoardEntry.objects.filter(author=sender)
    if theirs.filter(operation=row).count() >= _MOST_ENTRIES or theirs.count() >= _MOST_IN_ALL:
        raise Refused("budget")
    if keep(row, what, sender, None, now) is None:
        return
    if opens and not row.opened:
        row.opened, row.begun_by, row.lead = True, sender, sender
    if isinstance(what, Entry):
        _note(row, what, sender)
    row.unseen, row.changed_at = True, now
    row.save(update_fields=["opened", "begun_by", "lead", "unseen", "changed_at"])
    act = what.act.__struct_config__.tag if isinstance(what, Entry) else "withheld"
    record(
        None, "operation-entry", organisation=row.organisation_id, object=row.id, sender=str(sender.id), act=str(act)
    )  # fmt: skip


def _note(row: Operation, what: Entry, sender: Member) -> None:
    """What cannot wait until somebody looks. A hand-over that comes after what the new lead did is seen by who looks next."""
    leads = row.lead_id == sender.id
    if isinstance(what.act, Leave):
        hold_back(row, sender)
    elif leads and isinstance(what.act, HandOver):
        row.lead = row_of(what.act.to)
    elif leads and isinstance(what.act, Remove | Invite) and (member := row_of(what.act.member)) is not None:
        (hold_back if isinstance(what.act, Remove) else invited_again)(row, member)


def _must_have_room(sender: Member, opens: bool) -> None:
    mine = Operation.objects.filter(begun_by=sender)
    if mine.filter(opened=opens).count() >= (_MOST_OPERATIONS if opens else _MOST_UNOPENED):
        raise Refused("budget" if opens else "unknown")
