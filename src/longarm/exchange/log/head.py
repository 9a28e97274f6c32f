"""A head: how long the log is and its root at a time, signed by whose log it is. Two heads that no log can have are evidence."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Final

import msgspec

from longarm.exchange.card import Card
from longarm.exchange.log.tree import HASH_BYTES, only_grew
from longarm.keys.party import Party

_CONTEXT: Final = b"longarm-head/1\x00"
Hash = Annotated[bytes, msgspec.Meta(min_length=HASH_BYTES, max_length=HASH_BYTES)]


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`size`: leaves; `root`: over them; `at`: UTC; `signature` of the party whose log it is."""

    size: Annotated[int, msgspec.Meta(ge=0)]
    root: Hash
    at: datetime
    signature: Annotated[str, msgspec.Meta(max_length=100)]

    def signed_by(self, card: Card) -> bool:
        """No for a time without its zone: each machine would read another."""
        return self.at.tzinfo is not None and card.key.holds(
            self.signature, _said(card.fingerprint, self.size, self.root, self.at)
        )


class Equivocation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two heads of one log, both signed by it, that no append-only log can have. Anybody with its card can check: that is all
    the proof there is to give where the sizes are equal; where they differ, that it did not prove the one from the other.
    """

    longarm: str
    log: str  # fingerprint
    first: Head
    second: Head
    why: str  # other_root | not_consistent


def sign_head(party: Party, size: int, root: bytes, at: datetime) -> Head:
    return Head(size, root, at, party.signing.sign(_said(party.fingerprint, size, root, at)))


def agree(old: Head, new: Head, path: tuple[bytes, ...]) -> bool:
    """Can both be heads of one log that only grew, as `path` (a consistency proof) shows? `old` is the smaller."""
    return only_grew(old.size, old.root, new.size, new.root, path)


def _said(log: str, size: int, root: bytes, at: datetime) -> bytes:
    return _CONTEXT + msgspec.msgpack.encode((log, size, root, at.timestamp()))
