"""What auditors do: read the record of an organisation, and check that it holds. They see acts, never what a case says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date
from typing import Final, NamedTuple
from uuid import UUID

from longarm.casework.actor import Actor
from longarm.casework.node import node
from longarm.store import records
from longarm.store.models import Record, RecordHead, User
from longarm.store.records import Line

MOST_READ: Final = 20_000  # lines that one page looks through: who acted and when is under the node's key, not in a column


class Act(NamedTuple):
    """A line of the record, and the name of who acted (None: nobody signed in, or a user of another organisation).

    `whom`: the name of the colleague that the act was about, where it was about one.
    """

    line: Line
    name: str | None
    whom: str | None = None


class Wanted(NamedTuple):
    """Which lines: by whom, of which case, of which day (UTC), older than the line `before`; None: all."""

    person: UUID | None = None
    case: UUID | None = None
    day: date | None = None
    before: int | None = None


class RecordPage(NamedTuple):
    """`older`: where the next page begins (`Wanted.before`), None at the end. `cut`: lines were left unread (MOST_READ)."""

    acts: tuple[Act, ...]
    older: int | None
    cut: bool


class Head(NamedTuple):
    """The end of the node's whole record: how many lines, and the hash over all of them, in hexadecimal."""

    length: int
    head: str


def read_record(actor: Actor, newest: int = 200) -> tuple[Act, ...]:
    """The newest lines of the actor's organisation, newest first. Raises NotAllowed unless the actor audits or administers."""
    return record_page(actor, Wanted(), newest).acts


def record_page(actor: Actor, wanted: Wanted, most: int = 100) -> RecordPage:
    """At most `most` lines of the actor's organisation, newest first. Raises NotAllowed as `read_record` does."""
    actor.must_be("auditor", "admin")
    names, seen, last = _names(actor), 0, 0
    found: list[Act] = []
    for line in _lines(actor, wanted):
        seen, last = seen + 1, line.seq
        if wanted.day and line.at.astimezone(UTC).date() < wanted.day:
            return RecordPage(tuple(found), None, cut=False)
        if _is_wanted(line, wanted):
            found.append(Act(line, names.get(line.actor or ""), names.get(line.object or "")))
        if len(found) == most or seen == MOST_READ:
            return RecordPage(tuple(found), last, cut=len(found) < most)
    return RecordPage(tuple(found), None, cut=False)


def head_of_record(actor: Actor) -> Head:
    """For an auditor to keep outside the node. Raises NotAllowed as `read_record` does."""
    actor.must_be("auditor", "admin")
    row = RecordHead.objects.filter(id=1).first()
    return Head(row.length, bytes(row.head).hex()) if row else Head(0, records.START.hex())


def check_record(actor: Actor) -> int:
    """Walks the node's whole record. Returns its length. Raises Unsound at the first line that does not hold."""
    actor.must_be("auditor", "admin")
    return records.check()


def _lines(actor: Actor, wanted: Wanted) -> Iterator[Line]:
    rows = Record.objects.filter(organisation_id=actor.organisation).order_by("-seq")
    if wanted.case:
        rows = rows.filter(case_id=wanted.case)
    if wanted.before:
        rows = rows.filter(seq__lt=wanted.before)
    return records.read(node().record_key, rows.iterator(500))


def _is_wanted(line: Line, wanted: Wanted) -> bool:
    if wanted.person and line.actor != str(wanted.person):
        return False
    return wanted.day is None or line.at.astimezone(UTC).date() == wanted.day


def _names(actor: Actor) -> dict[str, str]:
    here = node()
    people = User.objects.filter(organisation_id=actor.organisation)
    return {str(user.id): here.open_name(user.id, user.name_sealed) for user in people}
