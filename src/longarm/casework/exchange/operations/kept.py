"""An operation as it is kept here: pairs of keys whose private halves only its readers hold, and entries sealed to them.

A new pair needs nobody who is signed in: its private half is sealed to those who still read, by their public keys.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from longarm.casework.actor import Actor
from longarm.casework.case_keys import field_of, recovery_public
from longarm.casework.exchange.operations.paper import fill_in
from longarm.casework.node import node
from longarm.casework.refusals import NotFound
from longarm.errors import Unsound
from longarm.exchange.operation.board import Board
from longarm.exchange.operation.entry import Entry, Stub
from longarm.exchange.operation.reading import board
from longarm.exchange.operation.turn import Turn, turn
from longarm.keys import case as case_keys
from longarm.keys.derive import keyed_hash, subkey
from longarm.keys.user import from_stored
from longarm.store.models import BoardEntry, Member, Operation, OperationKey, Organisation, User

_FORMAT: Final = b"longarm-board/1\x00"


class Kept(NamedTuple):
    row: BoardEntry
    what: Entry | Stub


class OpenOperation(NamedTuple):
    """`entries`: all that is here, as it came. `privates`: by number."""

    row: Operation
    privates: dict[int, PrivateKey]
    entries: tuple[Kept, ...]

    @property
    def board(self) -> Board:
        return board(self.row.id.bytes, [one.what for one in self.entries])

    @property
    def ours(self) -> list[Entry]:
        return [one.what for one in self.entries if one.row.author_id is None and isinstance(one.what, Entry)]


def begin(operation: UUID, organisation: Organisation, readers: Iterable[User], begun_by: Member | None) -> Operation:
    """A new one, with a pair of its own that `readers` and the recovery key open."""
    private = PrivateKey.generate()
    row = Operation(id=operation, organisation=organisation, begun_by=begun_by, public=bytes(private.public_key))
    row.save(force_insert=True)
    _seal_to_all(row, private, readers)
    return row


def renew(row: Operation) -> None:
    """A new pair for who still reads it: what is kept from now on is closed to who did before. `row` is locked."""
    private = PrivateKey.generate()
    row.public, row.key_number = bytes(private.public_key), row.key_number + 1
    row.save(update_fields=["public", "key_number"])
    _seal_to_all(row, private, User.objects.filter(id__in=row.keys.exclude(user=None).values("user_id"), active=True))


def give_keys(row: Operation, privates: dict[int, PrivateKey], user: User) -> None:
    """Twice is once."""
    for number, private in privates.items():
        sealed = case_keys.seal_to(from_stored(user.pair).public, str(row.id), bytes(private))
        OperationKey.objects.get_or_create(operation=row, user=user, number=number, defaults={"sealed": sealed})


def open_operation(actor: Actor, operation: UUID) -> OpenOperation:
    """Raises NotFound when there is none, or the actor is none of its readers: both sound the same."""
    row = Operation.objects.filter(id=operation, keys__user_id=actor.user).first()
    if row is None:
        raise NotFound("operation-none")
    return opened_with(row, privates_of(row.keys.filter(user_id=actor.user), actor.private))


def locked(actor: Actor, operation: UUID) -> OpenOperation:
    """The same in the caller's transaction, one writer at a time; a recovery paper made since has its copy after it.

    The organisation is locked before the operation, as by who lets somebody out or closes an account. A paper that is made
    between the two gets its copy from who comes next.
    """
    held = OperationKey.objects.filter(operation_id=operation)
    missing = held.filter(user=None, sealed=b"").exists() and held.filter(user_id=actor.user).exists()
    if missing:
        recovery_public(actor.organisation)
    Operation.objects.select_for_update().filter(id=operation).first()
    found = open_operation(actor, operation)
    if missing:
        fill_in(found.row, found.privates)
    return found


def privates_of(keys: Iterable[OperationKey], of: PrivateKey) -> dict[int, PrivateKey]:
    """`keys` of one operation, for one reader. Raises Unsound for one that was sealed to another, or changed."""
    return {key.number: private_of(key, of) for key in keys}


def private_of(key: OperationKey, of: PrivateKey) -> PrivateKey:
    """Raises Unsound when it was sealed to another, or changed."""
    return PrivateKey(case_keys.open_with(of, str(key.operation_id), key.sealed))


def opened_with(row: Operation, privates: dict[int, PrivateKey]) -> OpenOperation:
    rows = BoardEntry.objects.filter(operation=row).order_by("at", "id")
    return OpenOperation(row, privates, tuple(Kept(one, _opened(privates, one)) for one in rows))


def keep(row: Operation, what: Entry | Stub, author: Member | None, by: UUID | None, now: datetime) -> BoardEntry | None:
    """Sealed to the pair of `row`, which is locked. None when it is here already, however often it comes."""
    tag = keyed_hash(subkey(node().secret, "board"), "entry" if isinstance(what, Entry) else "stub", what.hash.hex())
    if BoardEntry.objects.filter(operation=row, tag=tag).exists():
        return None
    one = BoardEntry(operation=row, author=author, tag=tag, by_id=by, at=now, key_number=row.key_number)
    text = msgspec.msgpack.encode(turn(what))
    one.turn_sealed = SealedBox(PublicKey(bytes(row.public))).encrypt(_head(one) + text)
    one.save(force_insert=True)
    return one


def _seal_to_all(row: Operation, private: PrivateKey, readers: Iterable[User]) -> None:
    for reader in readers:
        give_keys(row, {row.key_number: private}, reader)
    sealed = case_keys.seal_to(recovery_public(row.organisation_id), str(row.id), bytes(private))
    OperationKey.objects.create(operation=row, user=None, number=row.key_number, sealed=sealed)


def _opened(privates: dict[int, PrivateKey], row: BoardEntry) -> Entry | Stub:
    head = _head(row)
    try:
        text = SealedBox(privates[row.key_number]).decrypt(bytes(row.turn_sealed))
    except (CryptoError, KeyError):
        raise Unsound("keys-content-altered", field=field_of(row, "turn_sealed")) from None
    said = msgspec.msgpack.decode(text[len(head) :], type=Turn) if text.startswith(head) else Turn()
    found = said.entry or said.stub
    if found is None:
        raise Unsound("keys-content-altered", field=field_of(row, "turn_sealed"))
    return found


def _head(row: BoardEntry) -> bytes:
    """What it is sealed for: this operation, this row."""
    return _FORMAT + row.operation_id.bytes + field_of(row, "turn_sealed").encode() + b"\x00"
