"""Letters of a channel: numbered, sealed under the channel's key, never changed. Written by the holder or the team, or by the
node where something happened that the other side must learn (a `notice`)."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Literal, NamedTuple
from uuid import UUID

import msgspec
from django.db.models import Max

from longarm.casework.case_keys import field_of
from longarm.casework.channels import OpenChannel
from longarm.errors import BadInput
from longarm.intake.consent import Use
from longarm.intake.report import FormOfAddress
from longarm.store.models import Letter
from longarm.texts import Language

LONGEST: Final = 8000  # characters
# told: the first account; gave: a file has come; withdrew, took_back, allowed: consents; asks_invitation: `invitations`;
# passed_on: something went to another organisation.
Notice = Literal["told", "gave", "withdrew", "took_back", "allowed", "wishes", "asks_invitation", "passed_on"]


class Body(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is sealed. `text`: what a person wrote. `notice`: what happened, said in Fluent (`letter-<notice>`).

    `urgent`: the holder's own tick. `use`: of a consent; `others`: of an escrow. `invited`: see `invitations`.
    `language`, `form_of_address`: of the first account, how its writer wants to be spoken to.
    """

    text: str = ""
    urgent: bool = False
    notice: Notice | None = None
    use: Use | None = None
    others: int = 0
    invited: bytes = b""
    language: Language | None = None
    form_of_address: FormOfAddress | None = None


class LetterView(NamedTuple):
    id: UUID
    number: int
    from_team: bool
    by: UUID | None  # of the team: who
    body: Body
    at: datetime
    read_at: datetime | None  # by the other side


def add(channel: OpenChannel, body: Body, by: UUID | None = None) -> UUID:
    """One more letter, in the caller's transaction, the case's row locked. `by` None: the holder's. Raises BadInput when it is
    empty or too long."""
    text = body.text.strip()
    if not text and body.notice is None and not body.urgent:  # who is in danger need not write
        raise BadInput("holder-empty")
    if len(text) > LONGEST:
        raise BadInput("holder-too-long", longest=LONGEST)
    last = Letter.objects.filter(channel_id=channel.id).aggregate(last=Max("number"))["last"] or 0
    row = Letter(channel_id=channel.id, number=last + 1, by_id=by)
    sealed = msgspec.json.encode(msgspec.structs.replace(body, text=text))
    row.body_sealed = channel.seal(field_of(row, "body_sealed"), sealed)
    row.save(force_insert=True)
    return row.id


def read(channel: OpenChannel) -> tuple[LetterView, ...]:
    """All of them, in order. Raises Unsound when one was changed or moved."""
    return tuple(_view(channel, row) for row in Letter.objects.filter(channel_id=channel.id).order_by("number"))


def _view(channel: OpenChannel, row: Letter) -> LetterView:
    body = msgspec.json.decode(channel.open(field_of(row, "body_sealed"), row.body_sealed), type=Body)
    return LetterView(row.id, row.number, row.by_id is not None, row.by_id, body, row.made_at, row.read_at)
