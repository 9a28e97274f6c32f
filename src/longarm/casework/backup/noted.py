"""That a backup was made, or the node restored from one, stands in the audit record of every organisation of the node."""

from __future__ import annotations

from typing import Literal

from django.db import transaction

from longarm.casework.backup.manifest import Manifest
from longarm.casework.node import record
from longarm.store.models import Organisation


def note_for_all(action: Literal["backed-up", "restored"], made: Manifest) -> None:
    """One line each, in one transaction: an auditor sees the lines of the own organisation only."""
    at = made.at.isoformat(timespec="seconds")
    with transaction.atomic():
        for organisation in Organisation.objects.order_by("made_at").values_list("id", flat=True):
            record(None, action, organisation=organisation, number=str(made.number), backup=at)
