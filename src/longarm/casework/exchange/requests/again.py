"""After a restore: whatever other nodes sent since the backup comes once more, and our letters take numbers not used yet.

What was delivered to the node that died, the others count as delivered. They keep each letter, sealed as it went, for as long as
it may still be taken, and send it again when they are asked.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction

from longarm.casework.exchange.parties import card_in, party
from longarm.casework.node import record
from longarm.exchange.letter import CARRIED, DIRECT, write
from longarm.exchange.request.bodies import AGAIN, Again, Heard
from longarm.store.models import Attachment, Member, Outgoing, Request

_EARLIER: Final = timedelta(hours=1)  # clocks, and letters that were on their way while the backup was made
_MOST: Final = 5_000  # requests told of in one answer: newer ones first


def ask_for_all(since: datetime, now: datetime) -> int:
    """A letter to every node that is spoken with: send again what reached us after `since`, the time of the backup. Returns how
    many; they go out with the next round, or on the stick.
    """
    count = 0
    with transaction.atomic():
        for peer in Member.objects.filter(role=Member.Role.NODE, cut_off_at=None):
            number = secrets.token_bytes(16)
            letter = write(party(), card_in(peer), AGAIN, Again(since - _EARLIER), now=now, sealed=True, number=number)
            Outgoing.objects.create(number=number, request=None, to=peer, letter=letter, made_at=now, next_at=now)
            count += 1
        record(None, "request-again-asked", organisation=None, nodes=str(count), since=since.isoformat(timespec="seconds"))
    return count


def give_again(sender: Member, asked: Again, now: datetime) -> tuple[Heard, ...]:
    """Puts out once more what `sender` has had since then, files from their beginning: at the first piece it says what it has.
    Returns how many letters of each request of its own are here, so that it gives no number twice.
    """
    youngest = now - CARRIED + DIRECT  # an older one would be refused by its time
    rows = Outgoing.objects.filter(to=sender, receipt=False, delivered_at__gte=asked.since, made_at__gte=youngest).exclude(
        letter=b""
    )
    rows.update(delivered_at=None, tries=0, next_at=now)
    live = (Attachment.State.WHOLE, Attachment.State.SOUND)
    Attachment.objects.filter(ours=True, request__peer=sender, state__in=live).update(arrived=0)
    known = Request.objects.filter(peer=sender).order_by("-changed_at").values_list("id", "heard")[:_MOST]
    return tuple(Heard(request.bytes, heard) for request, heard in known)


def number_on(sender: Member, heard: tuple[Heard, ...]) -> None:
    """Our next letter on each request comes after those that the other node has of us, also where we lost some."""
    for one in heard:
        Request.objects.filter(id=UUID(bytes=one.request), peer=sender, said__lt=one.letters).update(said=one.letters)
