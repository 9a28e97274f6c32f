"""The bodies of the hub's letters. Kinds: register, withdraw, hits, head, proof, members, apart; each is answered by its own.

Every answer to `register` has one length, whether somebody else named the same or not: hits are fetched. An answer with hits
has one length too, however many it holds.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Final

import msgspec

from longarm.exchange.log.head import Hash, Head

TOKEN_BYTES: Final = 32
ENVELOPE_MOST: Final = 512
MOST_ENTRIES: Final = 1000  # of one letter
HITS_A_PAGE: Final = 16
PAGE_BYTES: Final = 14 * 1024  # every answer with hits, before it is sealed
KINDS: Final = ("register", "withdraw", "hits", "head", "proof", "members", "apart")

Token = Annotated[bytes, msgspec.Meta(min_length=TOKEN_BYTES, max_length=TOKEN_BYTES)]
Envelope = Annotated[bytes, msgspec.Meta(min_length=1, max_length=ENVELOPE_MOST)]
HitId = Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
Fingerprint = Annotated[str, msgspec.Meta(min_length=64, max_length=64, pattern="^[0-9a-f]{64}$")]
Path = Annotated[tuple[Hash, ...], msgspec.Meta(max_length=64)]


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A token this member holds. `envelope`: who to speak to, for who named the same; `expires_on`: its last day (UTC)."""

    token: Token
    envelope: Envelope
    expires_on: date


class Register(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    entries: Annotated[tuple[Entry, ...], msgspec.Meta(min_length=1, max_length=MOST_ENTRIES)]


class Withdraw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    tokens: Annotated[tuple[Token, ...], msgspec.Meta(min_length=1, max_length=MOST_ENTRIES)]


class Logged(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """To `register` and `withdraw`: the letter is leaf `leaf` of the log with this head, as `path` shows. Nothing of hits."""

    leaf: int
    head: Head
    path: Path


class FetchHits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`seen`: hits this member has stored; they are not told again."""

    seen: Annotated[tuple[HitId, ...], msgspec.Meta(max_length=MOST_ENTRIES)] = ()


class Hit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`other` holds `token` too, and is told of you. `other` empty: so many hold it that it says nothing; it was set aside."""

    id: HitId
    token: Token
    other: Annotated[str, msgspec.Meta(max_length=64)]
    envelope: Annotated[bytes, msgspec.Meta(max_length=ENVELOPE_MOST)]
    at: datetime


class Hits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`more`: further hits wait; `fill` makes every answer the same length."""

    hits: Annotated[tuple[Hit, ...], msgspec.Meta(max_length=HITS_A_PAGE)]
    more: bool
    fill: bytes


class AskHead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class AskProof(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """That the log of `new` leaves begins with that of `old`."""

    old: Annotated[int, msgspec.Meta(ge=0)]
    new: Annotated[int, msgspec.Meta(ge=0)]


class Proof(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    path: Path


class AskMembers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class Members(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The cards of whom this hub serves. A card is a name, no trust: compare fingerprints by voice."""

    cards: Annotated[tuple[bytes, ...], msgspec.Meta(max_length=1000)]


class Apart(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whom this member is never to be matched with, from now on: the whole list."""

    others: Annotated[tuple[Fingerprint, ...], msgspec.Meta(max_length=1000)]


class Done(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


def page(hits: tuple[Hit, ...], more: bool) -> Hits:
    """An answer with hits, filled to the one length that all have."""
    bare = len(msgspec.msgpack.encode(Hits(hits, more, b"")))
    return Hits(hits, more, bytes(PAGE_BYTES - bare - 1))  # MessagePack spends one byte more on the length of what is long
