"""Files that holders gave, as holder and team see them: name, how far they have come, and what is whole, to be read."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import msgspec

from longarm.casework.case_keys import field_of
from longarm.casework.channels import OpenChannel
from longarm.casework.node import node
from longarm.store.models import Upload
from longarm.store.vault import Kept, VaultSource


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a file that a holder gives: its name, as their device says it."""

    name: str


class UploadView(NamedTuple):
    """`state`: arriving, whole, taken (the team has it among the exhibits)."""

    id: UUID
    name: str
    size: int
    arrived: int
    state: str
    given_at: datetime


def uploads_of(channel: OpenChannel) -> tuple[UploadView, ...]:
    """For the holder and the team alike, in the order they came."""
    return tuple(
        UploadView(row.id, about_of(channel, row).name, row.size, row.arrived, row.state, row.made_at)
        for row in Upload.objects.filter(channel_id=channel.id).order_by("made_at", "id")
    )


def about_of(channel: OpenChannel, row: Upload) -> About:
    if not row.about_sealed:  # destroyed as an exhibit: names tell
        return About(name="-")
    return msgspec.json.decode(channel.open(field_of(row, "about_sealed"), row.about_sealed), type=About)


def source_of(channel: OpenChannel, row: Upload) -> VaultSource:
    """A whole file, decrypted as it is read; its key is what an exhibit is sealed with again."""
    key = channel.open(field_of(row, "file_key_sealed"), row.file_key_sealed)
    return VaultSource(node().vault, Kept(row.vault_name, key, row.size), about_of(channel, row).name)
