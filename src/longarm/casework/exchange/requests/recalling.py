"""What waits to go out and must not any more: she took her consent back, or the request was withdrawn before anybody had it.

Letters wait for days where nodes are rarely online. Holding back needs no key of the case and writes no letter: that is done
with the next round, which also tells the other node of the withdrawal, should the first letter have arrived unnoticed.
"""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from longarm.casework.exchange.parties import card_in, party
from longarm.casework.exchange.requests.moving_on import move
from longarm.casework.exchange.requests.opened import lock_both
from longarm.casework.exchange.requests.posting import post
from longarm.casework.node import record
from longarm.exchange.letter import write
from longarm.exchange.request.bodies import KIND, Said, Step
from longarm.exchange.request.states import Act
from longarm.store.models import Attachment, Case, Dispatch, Outgoing, Request

_LIVE = (Attachment.State.WHOLE, Attachment.State.SOUND)


def hold_back(case: UUID) -> tuple[str, ...]:
    """Of every request of the case. In the caller's transaction, which holds the case. Returns the files of the vault that the
    caller removes after the commit.

    A request that nobody has yet is withdrawn. Of one that is under way the letters that wait go without words and bundles:
    the acts of both sides stay numbered. What the other node has already, it has.
    """
    files: list[str] = []
    for row in Request.objects.select_for_update().filter(case_id=case, paper=False).exclude(state="drafted"):
        letters, gone = _waiting(row).count(), _stopped(row)
        if not letters and not gone:
            continue
        files += gone
        if row.ours and row.state == "sent":
            move(row, "withdraw", "asker", timezone.now())
            row.save(update_fields=["state", "changed_at"])
            _waiting(row).delete()
        else:
            _waiting(row).update(letter=b"")
        organisation = Case.objects.values_list("organisation_id", flat=True).get(id=case)
        record(
            None, "request-held-back", organisation=organisation, case=case, object=row.id, letters=str(letters),
            files=str(len(gone)),
        )  # fmt: skip
    return tuple(files)


def never_sent(row: Request) -> tuple[str, ...]:
    """A request that is withdrawn before its first letter arrived: that letter does not go any more. As `hold_back`."""
    _waiting(row).delete()
    return tuple(_stopped(row))


def written_anew(now: datetime) -> None:
    """With the next round: a withdrawal that was not said yet, and letters that lost their words."""
    said = Dispatch.objects.filter(ours=True, act="withdraw").values("request")
    went = Dispatch.objects.filter(ours=True, act="send").values("request")
    for request in Request.objects.filter(ours=True, paper=False, state="withdrawn", id__in=went).exclude(id__in=said):
        if request.peer is None or request.peer.cut_off_at is not None:
            continue
        with transaction.atomic():
            row = lock_both(request.id)
            if row is not None:
                post(row, Said("withdraw"), None, None, now)
                row.save(update_fields=["said"])
    for letter in _of_requests().filter(letter=b"").select_related("request", "to"):
        sent = Dispatch.objects.filter(request=letter.request, ours=True, at=letter.made_at).first()
        if sent is None or letter.request is None:
            continue
        act: Act = sent.act  # type: ignore[assignment]  # written by `posting`
        step = Step(letter.request.id.bytes, sent.number, Said(act))
        letter.letter = write(party(), card_in(letter.to), KIND, step, now=now, sealed=True, number=bytes(letter.number))
        letter.save(update_fields=["letter"])


def nobody_had_it(row: Outgoing) -> bool:
    """The other node does not know the request, and it is withdrawn here: all is said."""
    request = row.request
    return request is not None and request.ours and request.state == "withdrawn"


def _of_requests() -> QuerySet[Outgoing]:
    return Outgoing.objects.filter(delivered_at=None, refused="", receipt=False, request__isnull=False)


def _waiting(row: Request) -> QuerySet[Outgoing]:
    return _of_requests().filter(request=row)


def _stopped(row: Request) -> list[str]:
    """Bundles of which the other node has not all: their keys go, and their files after the commit."""
    gone = []
    for file in Attachment.objects.filter(request=row, ours=True, state__in=_LIVE, arrived__lt=F("stored")):
        gone.append(file.vault_name)
        file.state, file.file_sealed, file.vault_name = Attachment.State.DESTROYED, b"", secrets.token_hex(16)
        file.save(update_fields=["state", "file_sealed", "vault_name"])
    return gone
