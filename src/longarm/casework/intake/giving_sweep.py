"""Files that stopped arriving: removed after a week, unless the law asks that the case is kept."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from longarm.casework.node import node, record
from longarm.store import arriving
from longarm.store.models import Attachment, Case, Upload
from longarm.store.vault import remove

KEPT_FOR: Final = timedelta(days=7)  # a file that stopped arriving
_UNSEEN: Final = 3600.0  # seconds: `giving.begin` writes the file before its row can be seen


def sweep() -> int:
    """Removes them, and what a crash left without a row. Returns how many."""
    now, root, count = timezone.now(), node().vault, 0
    stopped = Upload.objects.filter(state=Upload.State.ARRIVING, touched_at__lt=now - KEPT_FOR, channel__case__held=False)
    for upload in list(stopped.values_list("id", flat=True)):
        with transaction.atomic():
            row = Upload.objects.select_for_update().filter(id=upload, state=Upload.State.ARRIVING).first()
            if row is not None and row.touched_at < now - KEPT_FOR:
                case = Case.objects.get(channels=row.channel_id)
                remove(root, row.vault_name)
                row.delete()
                record(None, "giving-swept", organisation=case.organisation_id, case=case.id, object=upload)
                count += 1
    for name, changed_at in list(arriving.unfinished(root)):
        known = Upload.objects.filter(vault_name=name).exists() or Attachment.objects.filter(vault_name=name).exists()
        if changed_at < now.timestamp() - _UNSEEN and not known:
            remove(root, name)
            count += 1
    return count
