"""One piece of evidence of a case that can be equal, or near, to one of another case."""

from __future__ import annotations

from typing import Literal

import msgspec

from longarm.matching.period import Period

# What is compared. Those with `~` are second keys: weaker, found by equality all the same.
Facet = Literal[
    "phone", "phone~alias", "account", "handle", "handle~alike", "email", "email~alike", "payment_handle",
    "wallet", "wallet~address", "iban", "card", "url", "url~site", "url~alike", "ip", "imei", "name", "voice", "image", "text",
]  # fmt: skip
# Whose it is: the suspect's, somebody's who only helps him, the harmed side's, or nobody's that is known.
Role = Literal["suspect", "intermediary", "own", "unknown"]


class Picture(msgspec.Struct, frozen=True):
    """PDQ of a picture: 32 bytes and quality 0-100; `variants` are its seven other turnings, looked up and never kept."""

    pdq: bytes
    quality: int
    variants: tuple[bytes, ...] = ()


class Sound(msgspec.Struct, frozen=True):
    """A recording: SHA-256 of its bytes, and its fingerprint (`matching.sound.heard`), empty where it has none."""

    digest: str
    print: bytes = b""


class Words(msgspec.Struct, frozen=True):
    """A text as it is compared (normalised, masked) and as it was written, to be quoted."""

    normal: str
    written: str


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """`case` and `what` say where it stands (`what`: the identifier's or exhibit's id in the case file). `key` is compared
    within `facet`; a node may put a keyed hash there. `certainty` is that of the reading. `period` None: not known when.
    """

    case: str
    what: str
    facet: Facet
    key: str
    role: Role
    person: str | None = None
    period: Period | None = None
    certainty: Literal["high", "medium", "low"] = "high"
    rented: bool = False
    official: bool = False
    picture: Picture | None = None
    words: Words | None = None
    print: bytes = b""  # of a recording

    @property
    def place(self) -> tuple[str, str]:
        return (self.case, self.what)
