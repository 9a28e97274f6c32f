"""Channels: what a team and one person outside it say and give each other, under a key that opens nothing else of the case."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID, uuid4

from nacl.public import PrivateKey

from longarm.casework.case_keys import OpenCase, field_of
from longarm.casework.refusals import NotFound
from longarm.keys import case as case_keys
from longarm.keys.content import Place, Stored, decrypt, encrypt
from longarm.store.models import Channel

Kind = Literal["complainant", "supporter", "recipient", "statement"]


@dataclass(frozen=True, slots=True)
class OpenChannel:
    """A channel whose key is at hand: with its holder, or with the case's team."""

    id: UUID
    case: UUID
    kind: str
    key: bytes = field(repr=False)

    def seal(self, field_name: str, value: bytes) -> bytes:
        return encrypt(self.key, value, Place(str(self.id), field_name))

    def open(self, field_name: str, sealed: Stored) -> bytes:
        """Raises Unsound when the value was changed or belongs elsewhere."""
        return decrypt(self.key, sealed, Place(str(self.id), field_name))


def make_channel(
    opened: OpenCase,
    kind: Kind,
    holder_public: bytes,
    *,
    lookup: bytes | None = None,
    user: UUID | None = None,
    about: bytes = b"",
) -> OpenChannel:
    """A channel for the holder of `holder_public`: found by `lookup` (a code) or `user` (a consular officer).

    `about`: who it is, in the team's words. Inside the caller's transaction.
    """
    made = OpenChannel(uuid4(), opened.id, kind, case_keys.new_key())
    row = Channel(id=made.id, case_id=opened.id, kind=kind, lookup=lookup, user_id=user, holder_public=holder_public)
    row.holder_key_sealed = case_keys.seal_to(holder_public, str(made.id), made.key)
    row.team_key_sealed = opened.seal(field_of(row, "team_key_sealed"), made.key)
    row.about_sealed = opened.seal(field_of(row, "about_sealed"), about)
    row.save(force_insert=True)
    return made


def for_team(opened: OpenCase, channel: UUID | Channel) -> OpenChannel:
    """A channel of an opened case. Raises NotFound when the case has no such channel."""
    row = channel if isinstance(channel, Channel) else Channel.objects.filter(id=channel, case_id=opened.id).first()
    if row is None or row.case_id != opened.id:
        raise NotFound("casework-no-such-channel")
    return OpenChannel(row.id, row.case_id, row.kind, opened.open(field_of(row, "team_key_sealed"), row.team_key_sealed))


def for_holder(row: Channel, private: PrivateKey) -> OpenChannel:
    """The channel, opened by who holds its code. Raises Unsound when `private` is another's."""
    return OpenChannel(row.id, row.case_id, row.kind, case_keys.open_with(private, str(row.id), row.holder_key_sealed))
