"""Where the matter stands, in words the holder understands: set by the team, read by the holder."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Literal, get_args

import msgspec

from longarm.casework.case_keys import field_of
from longarm.casework.channels import OpenChannel
from longarm.store.models import Channel

# read: somebody has read it. working: we work on it. waiting_you, waiting_others: for an answer of yours, of somebody else.
Standing = Literal["read", "working", "waiting_you", "waiting_others", "ended"]
STANDINGS: Final[tuple[Standing, ...]] = get_args(Standing)


class Status(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`standing` is said in Fluent (`holder-status-<standing>`); `words`: what the team adds in its own."""

    standing: Standing
    words: str = ""
    at: datetime


def status_of(channel: OpenChannel, row: Channel) -> Status | None:
    """None before anybody has set one."""
    if not row.status_sealed:
        return None
    return msgspec.json.decode(channel.open(field_of(row, "status_sealed"), row.status_sealed), type=Status)


def put_status(channel: OpenChannel, row: Channel, status: Status) -> None:
    """In the caller's transaction, the case's row locked."""
    row.status_sealed = channel.seal(field_of(row, "status_sealed"), msgspec.json.encode(status))
    row.save(update_fields=["status_sealed"])
