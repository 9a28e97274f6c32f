"""What may be read by everybody: told with TLP:CLEAR, and what was revoked since. A collection for each organisation here."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from longarm.casework.exchange.advisories.said import open_said
from longarm.casework.node import node
from longarm.exchange.feeds.advisory import Reach, id_for, teller
from longarm.exchange.feeds.taxii import Told
from longarm.store import models
from longarm.store.models import Organisation

_AT_ONCE = 20  # opened rows: a page takes few of many


def collections(reach: Reach = "clear") -> dict[UUID, tuple[UUID, str]]:
    """The organisations that told anything, and their names, by the id of their collection. No advisory is opened."""
    telling = _rows(reach).values("organisation_id")
    found = {}
    for one in Organisation.objects.filter(id__in=telling).order_by("id"):
        found[id_for("collection", str(one.id))] = (one.id, node().open_name(one.id, one.name_sealed))
    return found


def told(
    organisation: UUID, since: datetime | None = None, only: Collection[UUID] | None = None, reach: Reach = "clear"
) -> Iterator[Told]:
    """From `since` on, in the order they were last changed; each is opened when it is taken."""
    rows = _rows(reach).filter(organisation_id=organisation).order_by("changed_at", "id")
    before = rows.filter(changed_at__lt=since).last() if since else None
    last = teller(open_said(before).advisory) if before else None
    if since:
        rows = rows.filter(changed_at__gte=since)
    if only is not None:
        rows = rows.filter(id__in=only)
    for row in rows.iterator(_AT_ONCE):
        advisory = open_said(row).advisory
        yield Told(row.changed_at, row.id, advisory, known=teller(advisory) == last)
        last = teller(advisory)


def _rows(reach: Reach) -> QuerySet[models.Advisory]:
    return models.Advisory.objects.filter(reach=reach, state__in=(models.Advisory.State.TOLD, models.Advisory.State.REVOKED))
