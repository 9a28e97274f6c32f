"""The node's audit record."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from longarm.store.models.case import Case
from longarm.store.models.people import Organisation


class Record(models.Model):
    """One line of the node's audit record: who did what, when, to which case. Chained by hash; see `store.records`."""

    objects: ClassVar[models.Manager[Record]]

    seq = models.PositiveBigIntegerField(primary_key=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", null=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="records", null=True)
    line_sealed = models.BinaryField()  # (node)
    head = models.BinaryField(max_length=32)

    class Meta:
        ordering = ("seq",)


class RecordHead(models.Model):
    """The length and head of the audit record: one row, locked while a line is added."""

    objects: ClassVar[models.Manager[RecordHead]]

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    length = models.PositiveBigIntegerField(default=0)
    head = models.BinaryField(max_length=32)
