"""An exhibit that must not be opened goes to nobody either: bundles for other nodes that hold it are not sent on, and go."""

from __future__ import annotations

from longarm.casework.case_keys import OpenCase
from longarm.casework.exchange.requests.opened import opened_in
from longarm.store.models import Attachment


def stop_sending(opened: OpenCase, code: str) -> tuple[str, ...]:
    """Returns the files of the vault that the caller removes after the commit. What another node has already, it has."""
    gone = []
    for row in Attachment.objects.filter(case_id=opened.id, ours=True).exclude(state=Attachment.State.DESTROYED):
        if code in opened_in(opened, row.request).file(row).exhibits:
            row.state = Attachment.State.DESTROYED
            row.save(update_fields=["state"])
            gone.append(row.vault_name)
    return tuple(gone)
