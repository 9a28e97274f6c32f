"""Which exhibits lie in which bundle of a request, so that one that must not be kept goes out of every bundle that holds it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from longarm.store.models.evidence import Exhibit
from longarm.store.models.request import Attachment


class Enclosed(models.Model):
    """By ids: an exhibit gets another number when its case is merged or split. Of one that came: what was taken out of it."""

    objects: ClassVar[models.Manager[Enclosed]]

    attachment = models.ForeignKey(Attachment, on_delete=models.CASCADE, related_name="enclosed")
    exhibit = models.ForeignKey(Exhibit, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["attachment", "exhibit"], name="one_row_an_enclosed"),)
