"""What waited to go when the node was restored: on her consent of then it does not go until somebody has answered for it."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from django.db.models import Exists, OuterRef

from longarm.casework.after_restore import unanswered
from longarm.exchange.request.states import Act
from longarm.store.models import Dispatch, Outgoing

_ON_CONSENT: Final[tuple[Act, ...]] = ("send", "answer", "answer_part", "reply")  # the others say nothing about a person


def held_requests() -> frozenset[UUID]:
    """Of these no letter goes: one that was made before the restore and tells of a case waits, and those after it in order."""
    held = unanswered()
    if held is None:
        return frozenset()
    tells = Dispatch.objects.filter(ours=True, act__in=_ON_CONSENT, request=OuterRef("request"), at=OuterRef("made_at"))
    rows = Outgoing.objects.filter(
        Exists(tells),
        delivered_at=None,
        receipt=False,
        made_at__lte=held.restored.at,
        request__case__organisation_id__in=held.organisations,
    )
    return frozenset(one for one in rows.values_list("request_id", flat=True) if one is not None)
