"""A report in escrow: what the hub stores and everybody may see, and how it is made by the node that vouches for it."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Annotated, Final

import msgspec
from nacl.bindings import sodium_pad

from longarm.errors import Unsound
from longarm.exchange.card import Card
from longarm.exchange.escrow.lock import Lock, is_whole, lock
from longarm.exchange.oprf import group
from longarm.exchange.oprf.threshold import Element
from longarm.keys.content import OVERHEAD, Place, encrypt
from longarm.keys.derive import subkey
from longarm.keys.party import Party

FEWEST: Final = 2
MOST: Final = 9
PADDED: Final = 512
SEALED: Final = PADDED + 2 * OVERHEAD  # what lies in every lock: all reports are of one length
FIELD: Final = "escrow-inner"
_FORMAT: Final = b"longarm-escrow/1\x00"
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]


class Report(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`token`: equal for reports of one offender, unlike the token of a hit. `needed`: reports of him that there must be, this
    one too, before it opens: seen by hub and holders. `complainant`: 32 bytes that the member gives one person, for this token.

    `member` vouches with `signature` for one person of flesh and blood; a forged report has its forger's name on it.
    """

    tokens_epoch: Name
    escrow_epoch: Name
    token: Element
    needed: Annotated[int, msgspec.Meta(ge=FEWEST, le=MOST)]
    member: Name
    complainant: Element
    expires_on: date
    lock: Lock
    signature: Annotated[str, msgspec.Meta(max_length=200)] = ""

    @property
    def label(self) -> bytes:
        """What the lock is bound to: all that is said in the clear."""
        said = (self.tokens_epoch, self.escrow_epoch, self.token, self.needed, self.member, self.complainant, self.expires_on)
        return _FORMAT + msgspec.msgpack.encode(said)

    @property
    def signed(self) -> bytes:
        return self.label + msgspec.msgpack.encode(self.lock)

    @property
    def leaf(self) -> bytes:
        """What the hub's log holds of it."""
        return sha256(_FORMAT + msgspec.msgpack.encode(self)).digest()


def put(
    party: Party, output: bytes, content: bytes, public: bytes, *, needed: int, complainant: bytes, expires_on: date,
    tokens_epoch: str, escrow_epoch: str, random: group.Random,
) -> Report:  # fmt: skip
    """A report with `content` (at most 511 bytes), locked twice. `output`: of the oblivious function, for the offender's
    identifier; `public`: of the holders' key for escrows. Raises ValueError for what cannot be.
    """
    if not FEWEST <= needed <= MOST or len(content) >= PADDED or len(complainant) != group.BYTES:
        raise ValueError("a report needs 2 to 9, holds at most 511 bytes, and is of one complainant")
    bare = Report(
        tokens_epoch, escrow_epoch, token_of(output), needed, party.fingerprint, complainant, expires_on,
        Lock(group.ONE, group.ONE, bytes(64), b""),
    )  # fmt: skip
    inner = encrypt(inner_key(output), sodium_pad(content, PADDED), inner_place(bare))
    locked = msgspec.structs.replace(bare, lock=lock(public, bare.label, inner, random))
    return msgspec.structs.replace(locked, signature=party.signing.sign(locked.signed))


def check(report: Report, card: Card) -> None:
    """Did the member with this card vouch for it, is its lock its own, and as long as all? Raises Unsound otherwise."""
    if card.fingerprint != report.member or not card.key.holds(report.signature, report.signed):
        raise Unsound("escrow-signature")
    if len(report.lock.sealed) != SEALED or not is_whole(report.lock, report.label):
        raise Unsound("escrow-lock")


def token_of(output: bytes) -> bytes:
    """What reports of one offender have in common: only who named him can work it out."""
    return subkey(output, "escrow-token")


def inner_key(output: bytes) -> bytes:
    return subkey(output, "escrow-inner")


def inner_place(report: Report) -> Place:
    return Place(sha256(report.label).hexdigest(), FIELD)
