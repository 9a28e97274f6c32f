"""An advisory: how somebody works and what he uses, told so that others recognise him. No case, no person, no victim in it."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Annotated, Final, Literal

import msgspec

from longarm.exchange.feeds.sign import Sign

Reach = Literal["clear", "green", "amber"]  # Traffic Light Protocol 2.0 (first.org/tlp): all, the community, who needs it
MOST_SIGNS: Final = 500
SPACE: Final = uuid.UUID("6f1d0f6e-2c1e-5b0a-9a59-5d7f2a1c7d10")  # of the ids that longarm makes (RFC 9562, version 5)


class Advisory(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`by`, `organisation`: who tells it: of ours the node's fingerprint, of others an id; and a name. `title` and `words` are in
    `language`. `confidence`: 0 to 100.

    `revoked`: it no longer stands. `states`: where he works or whom he looks for, ISO 3166-1.
    """

    id: uuid.UUID
    by: Annotated[str, msgspec.Meta(max_length=64)]
    organisation: Annotated[str, msgspec.Meta(max_length=200)]
    title: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    words: Annotated[str, msgspec.Meta(max_length=8000)]
    language: Annotated[str, msgspec.Meta(pattern="^[a-z]{2,3}$")]
    signs: Annotated[tuple[Sign, ...], msgspec.Meta(max_length=MOST_SIGNS)]
    states: Annotated[tuple[str, ...], msgspec.Meta(max_length=60)] = ()
    reach: Reach = "amber"
    confidence: Annotated[int, msgspec.Meta(ge=0, le=100)] = 50
    made_at: datetime
    changed_at: datetime
    until: datetime | None = None
    revoked: bool = False


class Read(msgspec.Struct, frozen=True):
    """What a feed held: advisories, and for the rest how many things of which name were not understood."""

    advisories: tuple[Advisory, ...]
    passed_over: dict[str, int]


def id_for(*parts: str) -> uuid.UUID:
    """The same parts, the same id: who publishes again publishes the same object."""
    return uuid.uuid5(SPACE, "\x00".join(parts))


def teller(advisory: Advisory) -> uuid.UUID:
    """Who tells it, to the tools of others: organisations of one node share its key and are still two."""
    return id_for("identity", advisory.by, advisory.organisation)
