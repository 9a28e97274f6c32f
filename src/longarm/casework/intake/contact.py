"""How, when and whether the holder of a channel wants to be contacted: read by the team, changed by the holder."""

from __future__ import annotations

import msgspec

from longarm.casework.case_keys import field_of
from longarm.casework.channels import OpenChannel
from longarm.intake.wishes import Wishes
from longarm.store.models import Channel


def wishes_of(channel: OpenChannel, row: Channel) -> Wishes:
    """`never`, where nothing was said."""
    if not row.wishes_sealed:
        return Wishes()
    return msgspec.json.decode(channel.open(field_of(row, "wishes_sealed"), row.wishes_sealed), type=Wishes)


def put_wishes(channel: OpenChannel, row: Channel, wishes: Wishes) -> None:
    """In the caller's transaction, the channel's row locked."""
    row.wishes_sealed = channel.seal(field_of(row, "wishes_sealed"), msgspec.json.encode(wishes))
    row.save(update_fields=["wishes_sealed"])
