"""What the parties of a ceremony say to each other. All is for everybody's eyes but `Deal`, which goes sealed to one."""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated, Literal

import msgspec

from longarm.exchange.ceremony.knowledge import PROOF_BYTES
from longarm.exchange.oprf.threshold import Commitments, Element

Hash = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
Name = Annotated[str, msgspec.Meta(max_length=64)]
Why = Literal[
    "two-messages", "not-as-committed", "bad-commitments", "bad-knowledge", "other-key", "bad-share", "false-complaint",
    "other-transcript", "silent",
]  # fmt: skip


class _Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag=str.lower):
    """`session`: hash of what the ceremony is about (`Setup.id`)."""

    session: Hash


class Commit(_Message, frozen=True):
    """First: the hash of what will be revealed."""

    digest: Hash


class Reveal(_Message, frozen=True):
    """When all have committed: a dealer's polynomial times the generator, and that it knows the constant term."""

    commitments: Commitments
    knowledge: Annotated[bytes, msgspec.Meta(min_length=PROOF_BYTES, max_length=PROOF_BYTES)]

    def digest(self, sender: str) -> bytes:
        return sha256(msgspec.msgpack.encode((self.session, sender, self.commitments.elements, self.knowledge))).digest()


class Deal(_Message, frozen=True):
    """When all have revealed, sealed to one receiver: the dealer's polynomial at the receiver's index."""

    value: Element

    def __repr__(self) -> str:
        return "Deal(…)"


class Confirm(_Message, frozen=True):
    """My values fit what was revealed; this is the hash of all I heard in public."""

    transcript: Hash


class Complain(_Message, frozen=True):
    """The value that `against` dealt me does not fit what it revealed. Ends the ceremony."""

    against: Name


class Answer(_Message, frozen=True):
    """To a complaint, once, for everybody to see whose fault it was: the value I dealt to `to`. The ceremony is over anyway."""

    to: Name
    value: Element


Message = Commit | Reveal | Deal | Confirm | Complain | Answer


class Incoming(msgspec.Struct, frozen=True):
    """`sender`: fingerprint, as the letter's signature showed it."""

    sender: str
    message: Message


class Outgoing(msgspec.Struct, frozen=True):
    """`to`: fingerprint. What is for everybody is here once for each."""

    to: str
    message: Message


class Blame(msgspec.Struct, frozen=True):
    """Why a ceremony ended without a key, and by whom. `other-transcript`: `who` heard something else than we did; the signed
    letters of both, laid side by side, show who said two things."""

    who: str
    why: Why

    @property
    def sentence(self) -> str:
        return f"ceremony-blame-{self.why}"
