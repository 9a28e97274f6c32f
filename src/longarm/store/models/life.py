"""What remains of a deleted case."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone

from longarm.store.models.people import Organisation


class Deletion(models.Model):
    """A case that was deleted by destroying its keys: the certificate (canonical JSON, nothing of the case) and its signature."""

    objects: ClassVar[models.Manager[Deletion]]

    case = models.UUIDField(primary_key=True)  # the id it had; its row stays, as `deleted`, so that the record still reads
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    certificate = models.BinaryField()
    signature = models.BinaryField()
    at = models.DateTimeField(default=timezone.now)
