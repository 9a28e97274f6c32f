"""What a letter of a joint operation holds: one entry, or that there is one which its reader may not see."""

from __future__ import annotations

from typing import Final

import msgspec

from longarm.exchange.operation.entry import Entry, Stub
from longarm.exchange.refused import Refused

KIND: Final = "operation"  # the kind of letter


class Turn(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One of the two. A letter brings its sender's own entries only: nobody speaks for another."""

    entry: Entry | None = None
    stub: Stub | None = None


def turn(what: Entry | Stub) -> Turn:
    return Turn(entry=what) if isinstance(what, Entry) else Turn(stub=what)


def said_by(what: Turn, sender: str) -> Entry | Stub:
    """What the letter of `sender` brings. Raises Refused for none, for both, and for another's."""
    found = what.entry or what.stub
    if found is None or (what.entry and what.stub) or found.author != sender:
        raise Refused("bad-body")
    return found
