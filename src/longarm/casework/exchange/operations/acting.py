"""What this organisation does in a joint operation: one entry of ours, checked against the board, kept, and put out to go.

Nothing of a case goes by itself: what stands in an entry was written into it by a person, and goes to whom that person named.
"""

from __future__ import annotations

import secrets
from typing import Final
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.backup.marker import last_restore
from longarm.casework.exchange.members import own_states
from longarm.casework.exchange.on_intake import readers_in
from longarm.casework.exchange.operations.giving import give, invited_again, spoken_with
from longarm.casework.exchange.operations.kept import OpenOperation, begin, keep, locked, open_operation
from longarm.casework.exchange.parties import party
from longarm.casework.node import node, record
from longarm.casework.refusals import Conflict
from longarm.errors import BadInput
from longarm.exchange.operation import entry as acts
from longarm.exchange.operation.board import Board
from longarm.exchange.operation.entry import Entry, operation_of
from longarm.exchange.operation.reading import next_entry, readers, refusal
from longarm.exchange.operation.turn import Turn, said_by, turn
from longarm.exchange.refused import Refused
from longarm.store.models import Operation, Organisation, User

MOST_INVITED: Final = 60
# What is for some only where its author says so; all else all members see.
_ADDRESSED: Final = (acts.Put, acts.Say, acts.Task, acts.Done)


def open_one(actor: Actor, name: str, about: str, invited: tuple[str, ...]) -> UUID:
    """Begins an operation that this organisation leads. `invited`: fingerprints of nodes on our list. Returns its id.

    Who is on intake here reads it, and the actor. Raises NotAllowed for who does not work cases, BadInput without words, for
    nobody invited, for one that we do not speak with, and where this node has no card yet.
    """
    actor.must_work_cases()
    own_states()  # the others have to know who we are
    chosen = tuple(sorted({*invited} - {party().fingerprint}))
    if not 0 < len(chosen) <= MOST_INVITED:
        raise BadInput("operation-nobody-invited", most=MOST_INVITED)
    _must_speak_with(chosen)
    opening = acts.Open(name.strip(), about.strip(), chosen, secrets.token_bytes(16))
    operation = operation_of(party().fingerprint, opening)
    with transaction.atomic():
        organisation = Organisation.objects.get(id=actor.organisation)
        people = {*readers_in(organisation), User.objects.get(id=actor.user)}
        row = begin(UUID(bytes=operation), organisation, sorted(people, key=lambda one: one.id), None)
        row.opened = True
        _do(actor, locked(actor, row.id), opening, ())
    return row.id


def act(actor: Actor, operation: UUID, what: acts.Act, to: tuple[str, ...] = (), *, sure: bool = False) -> None:
    """One entry of ours. `to`: who may see it besides us; none: all members, and those who join later. `sure`: the actor says
    that a piece names and describes nobody who was harmed.

    Raises NotFound as `open_operation` does, Conflict when the board does not allow it now, BadInput for words that are missing
    or too long, for a receiver who is not in it or whom we do not speak with, and for a piece without `sure`.
    """
    actor.must_work_cases()
    if isinstance(what, acts.Put) and not sure:
        raise BadInput("operation-not-sure")
    if isinstance(what, acts.Invite):
        _must_speak_with((what.member,))
    if isinstance(what, acts.Day) and what.at <= timezone.now():
        raise BadInput("operation-day-past")
    with transaction.atomic():
        _do(actor, locked(actor, operation), what, to)


def join(actor: Actor, operation: UUID) -> None:
    """Comes in, for the states on this node's card. Raises as `act` does."""
    act(actor, operation, acts.Join(own_states()))


def _do(actor: Actor, found: OpenOperation, what: acts.Act, to: tuple[str, ...]) -> None:
    made, now, us = found.board, timezone.now(), party().fingerprint
    if to and not isinstance(what, _ADDRESSED):
        to = ()
    _must_be_in(made, to)
    one = next_entry(made, found.ours, us, what, at=now, salt=secrets.token_bytes(16), to=to, afresh=_afresh(found))
    _must_be_sayable(one)
    why = refusal(made, one)
    if why:
        raise Conflict("operation-not-now", why=why)
    keep(found.row, one, None, actor.user, now)
    if isinstance(what, acts.Invite) and (again := spoken_with(what.member)) is not None:
        invited_again(found.row, again)
    then = open_operation(actor, found.row.id)  # locked still
    letters = give(then, now)
    Operation.objects.filter(id=found.row.id).update(opened=True, unseen=False, changed_at=now)
    seen_by = readers(then.board, one)
    record(
        actor.user, "operation-act", organisation=actor.organisation, object=found.row.id, act=str(what.__struct_config__.tag),
        to=",".join(str(row.id) for who in seen_by if (row := spoken_with(who))) or "-", letters=str(letters),
    )  # fmt: skip


def _afresh(found: OpenOperation) -> bool:
    """Whether numbers that we gave may not be here: this node was restored since we wrote, or had deleted the board and is
    invited again. They must not be given twice."""
    ours = [one.row.at for one in found.entries if one.row.author_id is None]
    if not ours:
        return party().fingerprint in found.board.behind
    restored = last_restore(node().folder.data)
    return restored is not None and max(ours) < restored.at


def _must_be_in(made: Board, to: tuple[str, ...]) -> None:
    if not set(to) <= set(made.joined) or any(spoken_with(one) is None for one in to if one != party().fingerprint):
        raise BadInput("operation-to-whom")


def _must_speak_with(fingerprints: tuple[str, ...]) -> None:
    if any(spoken_with(one) is None for one in fingerprints):
        raise BadInput("request-no-such-node")


def _must_be_sayable(one: Entry) -> None:
    """As every member will read it."""
    try:
        said_by(msgspec.msgpack.decode(msgspec.msgpack.encode(turn(one)), type=Turn), one.author)
    except (ValueError, RecursionError, Refused):
        raise BadInput("operation-words") from None
