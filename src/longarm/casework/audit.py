"""What auditors do: read the record of an organisation, and check that it holds. They see acts, never what a case says."""

from __future__ import annotations

from typing import NamedTuple

from longarm.casework.actor import Actor
from longarm.casework.node import node
from longarm.store import records
from longarm.store.models import Record, User
from longarm.store.records import Line


class Act(NamedTuple):
    """A line of the record, and the name of who acted (None: nobody signed in, or a user of another organisation)."""

    line: Line
    name: str | None


def read_record(actor: Actor, newest: int = 200) -> tuple[Act, ...]:
    """The newest lines of the actor's organisation, newest first. Raises NotAllowed unless the actor audits or administers."""
    actor.must_be("auditor", "admin")
    here = node()
    rows = Record.objects.filter(organisation_id=actor.organisation).order_by("-seq")[:newest]
    people = User.objects.filter(organisation_id=actor.organisation)
    names = {str(user.id): here.open_name(user.id, user.name_sealed) for user in people}
    return tuple(Act(line, names.get(line.actor or "")) for line in records.read(here.record_key, iter(rows)))


def check_record(actor: Actor) -> int:
    """Walks the node's whole record. Returns its length. Raises Unsound at the first line that does not hold."""
    actor.must_be("auditor", "admin")
    return records.check()
