"""Coming back with a code: one door for complainants, supporters, recipients. No cookie: a token in the page's forms.

Every code costs the same work and a wrong one, a mistyped one, an expired one get the same sentence. A visit leaves the day
it was made (`Channel.seen_at`) and no line in the audit record: what its holder changes leaves one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from nacl.public import PrivateKey

from longarm.casework.channels import OpenChannel, for_holder
from longarm.casework.node import node
from longarm.casework.people.narrow import Narrow
from longarm.casework.refusals import NotSignedIn
from longarm.errors import BadInput, Unsound
from longarm.keys import receipt
from longarm.keys import session as session_keys
from longarm.keys.passphrase import Cost
from longarm.store.models import Case, Channel, Return

LONGEST: Final = timedelta(hours=3)
IDLE: Final = timedelta(minutes=30)
_NOTED_EVERY: Final = timedelta(minutes=1)
_DOOR: Final = Narrow()


class Gone(NotSignedIn):
    """The visit has ended, or there never was one."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who came with a code, for one request. Made by `holder_of` only."""

    channel: UUID
    case: UUID
    organisation: UUID
    kind: str
    private: PrivateKey = field(repr=False, compare=False)


def open_code(code: str) -> receipt.Receipt:
    """What a code opens with: Argon2id. Raises `narrow.Crowded` where too many try at once."""
    cost = getattr(settings, "LONGARM_RECEIPT_COST", receipt.USUAL)
    with _DOOR:
        return receipt.open_code(code, node().secret, cost if isinstance(cost, Cost) else receipt.USUAL)


def crowded() -> bool:
    """Would a code not be looked at now? To be asked before a knock is counted."""
    return _DOOR.full()


def enter(code: str) -> str:
    """Opens a visit and returns its token. Raises BadInput (`intake-wrong-code`), `narrow.Crowded`."""
    opened = open_code(code)
    now = timezone.now()
    with transaction.atomic():
        row = Channel.objects.select_for_update().filter(lookup=opened.lookup).exclude(state=Channel.State.CLOSED).first()
        if row is None or (row.ends_at is not None and row.ends_at < now):
            raise BadInput("intake-wrong-code")
        try:
            for_holder(row, opened.private)
        except Unsound:
            raise BadInput("intake-wrong-code") from None
        row.ends_at = None  # an invitation that was used does not expire any more
        row.seen_at = now.replace(hour=0, minute=0, second=0, microsecond=0)
        row.save(update_fields=["ends_at", "seen_at"])
        return begin_visit(row.id, opened.private)


def begin_visit(channel: UUID, private: PrivateKey) -> str:
    """A token for the holder of `private`, in the caller's transaction."""
    now = timezone.now()
    opened = session_keys.open_session(str(channel), private)
    Return.objects.filter(ends_at__lt=now).delete()
    Return.objects.create(tag=opened.tag, channel_id=channel, wrapped=opened.wrapped, seen_at=now, ends_at=now + LONGEST)
    return opened.cookie


def holder_of(token: str | None) -> Holder:
    """Whose token it is. Raises Gone when it opens no visit, or the visit has ended (3 hours, or 30 minutes without use)."""
    tag = session_keys.tag_of(token) if token else None
    row = Return.objects.select_related("channel__case").filter(tag=tag).first() if tag else None
    now = timezone.now()
    if token is None or row is None or row.ends_at < now or row.seen_at + IDLE < now:
        raise Gone("holder-gone")
    if row.channel.state == Channel.State.CLOSED:
        raise Gone("holder-gone")
    try:
        private = session_keys.private_key(token, str(row.channel_id), row.wrapped)
    except Unsound:
        raise Gone("holder-gone") from None
    if now - row.seen_at > _NOTED_EVERY:
        Return.objects.filter(tag=tag).update(seen_at=now)
    case = row.channel.case
    return Holder(row.channel_id, case.id, case.organisation_id, row.channel.kind, private)


def leave(token: str | None) -> None:
    """Ends the visit. Quietly does nothing for a token that opens none."""
    tag = session_keys.tag_of(token) if token else None
    if tag is not None:
        Return.objects.filter(tag=tag).delete()


def locked(holder: Holder) -> tuple[Case, Channel, OpenChannel]:
    """The case's and the channel's row, locked, and the channel opened with the key it has now: the team may have changed it.

    In the caller's transaction. Raises Gone when the channel was closed meanwhile.
    """
    case = Case.objects.select_for_update().get(id=holder.case)  # rotation locks it too: no letter under an old key
    row = Channel.objects.select_for_update().get(id=holder.channel)
    if row.state == Channel.State.CLOSED:
        raise Gone("holder-gone")
    return case, row, for_holder(row, holder.private)
