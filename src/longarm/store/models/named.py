"""The blind index: which cases name the same identifier, without saying which."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from longarm.store.models.case import Case


class Named(models.Model):
    """A case names an identifier: the blind index. `tag` is a keyed hash of kind and normal form (node secret); which
    identifier of the case it is, in what role and when, stands in `about_sealed` (case). Equal tags, same identifier.
    """

    objects: ClassVar[models.Manager[Named]]

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="named")
    tag = models.BinaryField(max_length=32, db_index=True)
    about_sealed = models.BinaryField()  # (case)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["case", "tag"], name="one_tag_a_case"),)
