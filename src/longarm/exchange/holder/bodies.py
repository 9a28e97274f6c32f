"""The bodies of a key holder's letters. Kinds: `evaluate`, `key`, `ceremony`; each is answered by its own.

Elements go as one string of 32 bytes each, so that two thousand fit the bucket of 64 KiB that sealed letters are padded to.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Final

import msgspec

from longarm.exchange.ceremony.messages import Message
from longarm.exchange.ceremony.setup import Purpose
from longarm.exchange.oprf.group import BYTES
from longarm.exchange.oprf.proof import PROOF_BYTES
from longarm.exchange.oprf.threshold import MOST_HOLDERS, Commitments, Index
from longarm.exchange.refused import Refused

KINDS: Final = ("evaluate", "key", "ceremony")
MOST_ELEMENTS: Final = 2000  # of one letter
MOST_KEYS: Final = 20
MOST_MESSAGES: Final = 200

Elements = Annotated[bytes, msgspec.Meta(min_length=BYTES, max_length=BYTES * MOST_ELEMENTS)]
Fingerprint = Annotated[str, msgspec.Meta(min_length=64, max_length=64, pattern="^[0-9a-f]{64}$")]

Session = Annotated[str, msgspec.Meta(min_length=64, max_length=64, pattern="^[0-9a-f]{64}$")]


class Evaluate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Multiply `elements` by your share, weighted for the holders `indices` that will be combined. The letter names the epoch.

    `renewal`: of the shares that the sender knows, so that answers of before and after a renewal are never mixed.
    """

    renewal: Annotated[int, msgspec.Meta(ge=0)]
    indices: Annotated[tuple[Index, ...], msgspec.Meta(min_length=1, max_length=MOST_HOLDERS)]
    elements: Elements


class Evaluated(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """In the order of the question, with one proof for all (`oprf.threshold.check`)."""

    elements: Elements
    proof: Annotated[bytes, msgspec.Meta(min_length=PROOF_BYTES, max_length=PROOF_BYTES)]


class AskKeys(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class Participant(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who holds the share at `index`."""

    index: Index
    fingerprint: Fingerprint


class Key(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An epoch this holder answers for, as its people confirmed it. `until`: its last day (UTC), once a newer one is there."""

    epoch: Annotated[str, msgspec.Meta(max_length=40)]
    renewal: Annotated[int, msgspec.Meta(ge=0)]
    commitments: Commitments
    participants: Annotated[tuple[Participant, ...], msgspec.Meta(min_length=1, max_length=MOST_HOLDERS)]
    transcript: Annotated[bytes, msgspec.Meta(max_length=64)]
    until: date | None
    purpose: Purpose = "tokens"


class Keys(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The newest first. A node takes an epoch when as many holders say the same as it takes to evaluate (its threshold)."""

    keys: Annotated[tuple[Key, ...], msgspec.Meta(max_length=MOST_KEYS)]


class AskCeremony(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What have you for me, of the ceremony whose people agreed on `session`?"""

    session: Session


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that the sender has said to the receiver so far. Hearing a part of it again changes nothing."""

    session: Session
    messages: Annotated[tuple[Message, ...], msgspec.Meta(max_length=MOST_MESSAGES)]


def joined(elements: Iterable[bytes]) -> bytes:
    return b"".join(elements)


def parted(elements: bytes) -> tuple[bytes, ...]:
    """Raises Refused when the last one is cut off."""
    if len(elements) % BYTES:
        raise Refused("bad-body")
    return tuple(elements[start : start + BYTES] for start in range(0, len(elements), BYTES))
