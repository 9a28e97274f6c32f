"""Which exhibits lie in which bundle of a case, so that one that must not be kept is found in every bundle that holds it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from longarm.store.models.evidence import Bundle, Exhibit


class Packed(models.Model):
    """By ids: an exhibit gets another number and case when its case is merged or split; the bundle stays where it was."""

    objects: ClassVar[models.Manager[Packed]]

    bundle = models.ForeignKey(Bundle, on_delete=models.CASCADE, related_name="packed")
    exhibit = models.ForeignKey(Exhibit, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["bundle", "exhibit"], name="one_row_a_packed"),)
