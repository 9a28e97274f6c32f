"""An exhibit that must not be opened goes to nobody, and no bundle of a request keeps it: ours go, what came is withheld."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from uuid import UUID

from longarm.store.models import Attachment, Enclosed, Exhibit


def stop_sending(exhibit: UUID, *, theirs: bool = False) -> tuple[str, ...]:
    """Every bundle of ours that holds it: not sent on, its key destroyed. In the caller's transaction. `theirs`: one that came
    and was being taken apart when the node went down, too.

    Returns the files of the vault that the caller removes after the commit. What another node has already, it has.
    """
    gone, over = [], (Attachment.State.DESTROYED, Attachment.State.TAKEN)
    rows = Attachment.objects.filter(enclosed__exhibit_id=exhibit).exclude(state__in=over)
    for row in rows.distinct() if theirs else rows.filter(ours=True).distinct():
        gone.append(row.vault_name)
        row.state, row.file_sealed, row.vault_name = Attachment.State.DESTROYED, b"", secrets.token_hex(16)
        row.save(update_fields=["state", "file_sealed", "vault_name"])
    return tuple(gone)


def came_with(exhibit: UUID) -> tuple[Exhibit, ...]:
    """The exhibits that are bundles of other nodes, as they came, which hold it; those that are destroyed left out."""
    rows = Exhibit.objects.filter(id__in=_bundles([exhibit])).exclude(state=Exhibit.State.DESTROYED)
    return tuple(rows.order_by("number"))


def gone_with(exhibits: Iterable[UUID]) -> tuple[set[str], set[UUID]]:
    """After a restore, of exhibits that were destroyed: our bundles that hold one lose file and key as in `stop_sending`, for all
    of them at once. Returns the files to remove, and the ids of the exhibits that are bundles which came with one inside.
    """
    exhibits = list(exhibits)
    files = {name for exhibit in exhibits for name in stop_sending(exhibit, theirs=True)}
    return files, set(_bundles(exhibits))


def _bundles(exhibits: list[UUID]) -> list[UUID]:
    rows = Enclosed.objects.filter(exhibit_id__in=exhibits, attachment__ours=False, attachment__exhibit__isnull=False)
    return [one for one in rows.values_list("attachment__exhibit_id", flat=True).distinct() if one]
