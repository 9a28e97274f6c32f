"""One entry on the board of a joint operation, written by one member and sent to those who may see it.
Long: a class for each act.

Each author's entries are numbered and chained by hash, so that one that was left out or changed is missed by whoever holds a
later one. Who may not see an entry gets its `Stub`: that something was put in, by whom and when, nothing else; a salt in the
entry keeps the stub's reader from trying words against its hash. `clock` is Lamport's (CACM 21(7), 1978): one more than the
highest its author had seen, so that all members read the board in one order, however far apart their clocks are.

Over 160 lines: the acts stand side by side.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Annotated, Literal

import msgspec

Fingerprint = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
Id = Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
Hash = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
State = Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}$")]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Words = Annotated[str, msgspec.Meta(min_length=1, max_length=4000)]
Moment = Annotated[datetime, msgspec.Meta(tz=True)]
Count = Annotated[int, msgspec.Meta(ge=0, le=100_000)]

FIRST = bytes(32)  # what stands before an author's first entry
AFRESH = hashlib.sha256(b"longarm-operation-afresh/1").digest()  # before its first one after it was restored from a backup
MOST_MEMBERS = 61  # who lead, are in or invited
JUMP = 10_000  # that one's number is the next after a multiple of this


def operation_of(author: str, act: Open) -> bytes:
    """The id of the operation that `author` begins with `act`: 16 bytes that tell nothing of it, for the salt in it."""
    return hashlib.sha256(b"longarm-operation-id/2\x00" + author.encode() + msgspec.msgpack.encode(act)).digest()[:16]


def own(author: str, id_: bytes) -> bytes:
    """By what a piece or task of `author` is known: 16 bytes that nobody else's can have, whatever number it gives it."""
    return hashlib.sha256(b"longarm-operation-own/1\x00" + author.encode() + id_).digest()[:16]


class _Act(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="act", omit_defaults=True):
    pass


class Open(_Act, frozen=True, tag="open"):
    """Begins it. `name`: a neutral word, never a person's. `invited`: the others; the author leads. `salt`: random; the
    operation's id is made of all this and of the author, so that nobody else can be the one who began it, and nobody it began
    with can be told another beginning.
    """

    name: Name
    about: Words
    invited: Annotated[tuple[Fingerprint, ...], msgspec.Meta(min_length=1, max_length=60)]
    salt: Id


class Invite(_Act, frozen=True, tag="invite"):
    """By the lead."""

    member: Fingerprint


class Join(_Act, frozen=True, tag="join"):
    """Who was invited comes in, for these states."""

    states: Annotated[tuple[State, ...], msgspec.Meta(max_length=30)] = ()


class Leave(_Act, frozen=True, tag="leave"):
    """Who was invited declines, or a member goes. The lead hands over first."""

    reason: Annotated[str, msgspec.Meta(max_length=1000)] = ""


class Remove(_Act, frozen=True, tag="remove"):
    """By the lead. What the member put in stays on the board until it takes it back. `last`: the number of its last entry that
    the lead had; what it writes after that, with whatever clock, counts for nothing.
    """

    member: Fingerprint
    last: Annotated[int, msgspec.Meta(ge=0, le=100_000)] = 0


class HandOver(_Act, frozen=True, tag="hand-over"):
    """The lead to another member."""

    to: Fingerprint


class Put(_Act, frozen=True, tag="put"):
    """A piece on the board. `kind`: what it is; `bundle`: SHA-256 of the sealed bundle that goes with it, where one does."""

    piece: Id
    kind: Literal["identifier", "bundle", "finding", "request"]
    title: Name
    words: Annotated[str, msgspec.Meta(max_length=4000)] = ""
    bundle: Annotated[bytes, msgspec.Meta(max_length=32)] = b""


class TakeBack(_Act, frozen=True, tag="take-back"):
    """By who put it in, in the operation or out of it, at any time: the others may not use it any further. What was seen was
    seen. `piece`: as `own` says.
    """

    piece: Id


class Task(_Act, frozen=True, tag="task"):
    """What one member asks of another, or of itself."""

    task: Id
    of: Fingerprint
    what: Words
    due: Moment | None = None


class Done(_Act, frozen=True, tag="done"):
    """By whom it was asked of; for who may see the task. `task`: as `own` says."""

    task: Id
    outcome: Literal["done", "cannot"]
    words: Annotated[str, msgspec.Meta(max_length=1000)] = ""


class Day(_Act, frozen=True, tag="day"):
    """The common day of action, by the lead. A new one replaces it, and every member agrees anew."""

    at: Moment


class Agree(_Act, frozen=True, tag="agree"):
    """To the day that stands in the entry with this hash."""

    day: Hash


class Say(_Act, frozen=True, tag="say"):
    words: Words


class Result(_Act, frozen=True, tag="result"):
    """What one member reports of one state at the end. Counts only. A later one of the same member and state replaces it."""

    state: State
    identified: Count = 0
    arrested: Count = 0
    charged: Count = 0
    devices: Count = 0
    content_removed: Count = 0
    complainants_told: Count = 0


class Close(_Act, frozen=True, tag="close"):
    """By the lead; after it only results come in."""

    words: Annotated[str, msgspec.Meta(max_length=4000)] = ""


Act = Open | Invite | Join | Leave | Remove | HandOver | Put | TakeBack | Task | Done | Day | Agree | Say | Result | Close


class Head(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """The last entry of `author` that somebody has in its place."""

    author: Fingerprint
    number: Annotated[int, msgspec.Meta(ge=1, le=100_000)]
    hash: Hash


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`number` counts the author's entries from 1; `before` is the hash of the one before, or says that its node was restored.

    `to`: who may see it besides the author; none: all who are in. `salt`: random. `heads`: what the author had of the others,
    where that had changed: who tells two members different things is found out when one of them hears from the other.
    """

    operation: Id
    author: Fingerprint
    number: Annotated[int, msgspec.Meta(ge=1, le=100_000)]
    before: Hash
    clock: Annotated[int, msgspec.Meta(ge=1, le=10**9)]
    at: Moment
    act: Act
    salt: Id
    to: Annotated[tuple[Fingerprint, ...], msgspec.Meta(max_length=60)] = ()
    heads: Annotated[tuple[Head, ...], msgspec.Meta(max_length=MOST_MEMBERS)] = ()

    @property
    def hash(self) -> bytes:
        """That of its stub; another where all must see it, so that a stub cannot stand for it."""
        stub = self.stub()
        return _sha256(b"longarm-operation-for-all/1\x00", stub) if isinstance(self.act, FOR_ALL) else stub.hash

    def stub(self) -> Stub:
        """What those get who may not see it."""
        inner = _sha256(b"longarm-operation-inner/1\x00", (self.act, self.to, self.salt, self.heads))
        return Stub(self.operation, self.author, self.number, self.before, self.clock, self.at, inner)


class Stub(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """That there is an entry which its reader may not see. `inner`: SHA-256 over what is not shown, its salt among it."""

    operation: Id
    author: Fingerprint
    number: Annotated[int, msgspec.Meta(ge=1, le=100_000)]
    before: Hash
    clock: Annotated[int, msgspec.Meta(ge=1, le=10**9)]
    at: Moment
    inner: Hash

    @property
    def hash(self) -> bytes:
        return _sha256(b"longarm-operation/2\x00", self)


def _sha256(what_for: bytes, of: object) -> bytes:
    return hashlib.sha256(what_for + msgspec.msgpack.encode(of)).digest()


# Acts that change what the operation is: all members see them.
FOR_ALL = (Open, Invite, Join, Leave, Remove, HandOver, TakeBack, Day, Agree, Result, Close)
