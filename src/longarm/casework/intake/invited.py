"""Who was invited into a case: the supporters and recipients of its channels, and closing one."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.case_keys import field_of, lock, open_for
from longarm.casework.node import record
from longarm.casework.refusals import NotAllowed, NotFound
from longarm.store.models import Channel, Letter, Upload


class InvitedView(NamedTuple):
    """`state`: waiting (not used yet), expired, open, withdrawn, closed. `seen_on`: the day of the last visit."""

    channel: UUID
    kind: str
    about: str
    state: str
    made_at: datetime
    ends_at: datetime | None
    seen_on: datetime | None
    letters: int
    files: int


def list_invited(actor: Actor, case: UUID) -> tuple[InvitedView, ...]:
    """Supporters and recipients of a case, in the order they were invited. Raises NotFound as `open_for` does."""
    opened, now = open_for(actor, case), timezone.now()
    found = []
    for row in Channel.objects.filter(case_id=case, kind__in=("supporter", "recipient")).order_by("made_at", "id"):
        state = row.state
        if state == Channel.State.OPEN and row.seen_at is None and row.ends_at is not None:
            state = "expired" if row.ends_at < now else "waiting"
        about = opened.open(field_of(row, "about_sealed"), row.about_sealed).decode()
        found.append(
            InvitedView(
                row.id,
                row.kind,
                about,
                state,
                row.made_at,
                row.ends_at,
                row.seen_at,
                Letter.objects.filter(channel=row, by=None).count(),
                Upload.objects.filter(channel=row).exclude(state=Upload.State.ARRIVING).count(),
            )
        )
    return tuple(found)


def close(actor: Actor, case: UUID, channel: UUID) -> None:
    """Ends an invitation or a channel that came of one: its code opens nothing any more; what was given stays.

    Raises NotFound when there is none, NotAllowed for the complainant's own channel or an officer's.
    """
    actor.must_work_cases()
    opened = open_for(actor, case)
    with transaction.atomic():
        lock(opened)
        row = Channel.objects.select_for_update().filter(id=channel, case_id=case).first()
        if row is None:
            raise NotFound("casework-no-such-channel")
        if row.kind not in (Channel.Kind.SUPPORTER, Channel.Kind.RECIPIENT):
            raise NotAllowed("casework-not-allowed")
        row.state = Channel.State.CLOSED
        row.save(update_fields=["state"])
        row.returns.all().delete()
        record(actor.user, "channel-closed", organisation=actor.organisation, case=case, object=channel)
