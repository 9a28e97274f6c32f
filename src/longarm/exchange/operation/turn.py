"""What a letter of a joint operation holds: one entry, or that there is one which its reader may not see."""

from __future__ import annotations

from datetime import datetime
from typing import Final

import msgspec

from longarm.exchange.operation.entry import Day, Entry, Stub, Task
from longarm.exchange.refused import Refused

KIND: Final = "operation"  # the kind of letter
_YEARS: Final = range(1990, 2101)  # a day out of these breaks every page that shows it: some zones have no such day


class Turn(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One of the two. A letter brings its sender's own entries only: nobody speaks for another."""

    entry: Entry | None = None
    stub: Stub | None = None


def turn(what: Entry | Stub) -> Turn:
    return Turn(entry=what) if isinstance(what, Entry) else Turn(stub=what)


def said_by(what: Turn, sender: str) -> Entry | Stub:
    """What the letter of `sender` brings. Raises Refused for none, for both, for another's, and for days out of this world."""
    found = what.entry or what.stub
    if found is None or (what.entry and what.stub) or found.author != sender:
        raise Refused("bad-body")
    if any(at.year not in _YEARS for at in _days(found)):
        raise Refused("bad-body")
    return found


def _days(of: Entry | Stub) -> list[datetime]:
    if isinstance(of, Entry) and isinstance(of.act, Day):
        return [of.at, of.act.at]
    if isinstance(of, Entry) and isinstance(of.act, Task) and of.act.due:
        return [of.at, of.act.due]
    return [of.at]
