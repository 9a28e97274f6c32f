"""What a node does once a day by itself."""

from __future__ import annotations

from django.utils import timezone

from longarm.casework.giving_sweep import sweep
from longarm.store.models import Return


def daily() -> None:
    """Files that stopped arriving and visits that ended are removed."""
    sweep()
    Return.objects.filter(ends_at__lt=timezone.now()).delete()
