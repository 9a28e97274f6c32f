"""What a ceremony is about: people agree on this before it begins, and its hash is in every message."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Annotated, Final, Literal

import msgspec

from longarm.exchange.oprf.threshold import MOST_HOLDERS, Commitments, Index, Share

FORMAT: Final = b"longarm-ceremony/1\x00"
_MARK: Final = {"tokens": "", "escrow": "escrow-"}
Fingerprint = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
Holders = dict[Index, Fingerprint]
# One key, one purpose: multiplying by a share is how tokens are made and how escrows are opened. A holder that did both with one
# share would open any escrow for who asks for a token of it.
Purpose = Literal["tokens", "escrow"]


class KeyShare(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a holder has in the end. `epoch`: the key's name; `renewal`: how often its shares were given anew since it was made.

    `transcript`: a hash of all that was said in public; it is the same at every holder, and people compare it.
    """

    epoch: str
    renewal: int
    share: Share
    commitments: Commitments
    participants: Holders
    transcript: bytes
    purpose: Purpose = "tokens"


class Old(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The key whose shares are given anew, and which of its holders deal: at least as many as its threshold."""

    epoch: str
    renewal: int
    commitments: Commitments
    dealers: Holders


class Setup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`session`: random, for this ceremony only; `number`: how many keys there were before, plus one; `receivers`: who will hold.

    Raises ValueError when the parts do not fit.
    """

    session: Annotated[str, msgspec.Meta(min_length=8, max_length=64)]
    number: Annotated[int, msgspec.Meta(ge=1, le=9999)]
    threshold: Annotated[int, msgspec.Meta(ge=2, le=MOST_HOLDERS)]
    receivers: Holders
    old: Old | None = None
    purpose: Purpose = "tokens"

    def __post_init__(self) -> None:
        fits = 8 <= len(self.session) <= 64 and 2 <= self.threshold <= len(self.receivers) and _are_holders(self.receivers)
        if self.old is not None:
            fits = fits and _are_holders(self.old.dealers) and len(self.old.dealers) >= self.old.commitments.threshold
            fits = fits and number_of(self.old.epoch) == (self.purpose, self.number)
        if not fits:
            raise ValueError("a key takes two holders or more, each once, and no more than there are")

    @property
    def dealers(self) -> Mapping[int, str]:
        return self.receivers if self.old is None else self.old.dealers

    @property
    def everybody(self) -> frozenset[str]:
        return frozenset(self.dealers.values()) | frozenset(self.receivers.values())

    @property
    def id(self) -> bytes:
        """32 bytes: equal only where every part is."""
        old = self.old and (self.old.epoch, self.old.renewal, self.old.commitments.elements, sorted(self.old.dealers.items()))
        said = (self.session, self.purpose, self.number, self.threshold, sorted(self.receivers.items()), old)
        return sha256(FORMAT + msgspec.msgpack.encode(said)).digest()


def epoch_of(number: int, public: bytes, purpose: Purpose = "tokens") -> str:
    """The name of a key: its number and the first of the hash of its public half; that of a key for escrows says so."""
    return f"{_MARK[purpose]}{number}-{sha256(public).hexdigest()[:8]}"


def number_of(epoch: str) -> tuple[Purpose, int]:
    """What the name of a key says it is for, and its number. Raises ValueError when it is no name of a key."""
    purpose: Purpose = "escrow" if epoch.startswith(_MARK["escrow"]) else "tokens"
    number, dash, _hash = epoch.removeprefix(_MARK[purpose]).partition("-")
    if not dash or not (number.isascii() and number.isdigit()):
        raise ValueError("this is no name of a key")
    return purpose, int(number)


def _are_holders(given: Mapping[int, str]) -> bool:
    return len(given) == len(set(given.values())) and all(0 < index <= MOST_HOLDERS for index in given)
