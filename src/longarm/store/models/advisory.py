"""What the organisation tells others of somebody's way, and what it was told: no case, no person harmed (docs/exchange.md)."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone

from longarm.store.models.people import Organisation, User


class Advisory(models.Model):
    """One advisory, from its first words until it no longer stands. `said_sealed` (node): all it says, and from which case."""

    objects: ClassVar[models.Manager[Advisory]]

    class State(models.TextChoices):
        DRAFT = "draft"
        TOLD = "told"
        REVOKED = "revoked"

    class Reach(models.TextChoices):
        CLEAR = "clear"
        GREEN = "green"
        AMBER = "amber"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=State.choices, default=State.DRAFT)
    reach = models.CharField(max_length=8, choices=Reach.choices)
    said_sealed = models.BinaryField()  # (node)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    told_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(default=timezone.now)


class Heard(models.Model):
    """An advisory of others, read from a file. `name_tag`: keyed hash of its id (node secret): a later one replaces it."""

    objects: ClassVar[models.Manager[Heard]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name_tag = models.BinaryField(max_length=32)
    said_sealed = models.BinaryField()  # (node)
    heard_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    heard_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["organisation", "name_tag"], name="one_heard_a_name"),)


class HeardTag(models.Model):
    """One sign of it, under the same keyed hash as the identifiers of cases (`Named`): equal tags, same identifier."""

    objects: ClassVar[models.Manager[HeardTag]]

    heard = models.ForeignKey(Heard, on_delete=models.CASCADE, related_name="tags")
    tag = models.BinaryField(max_length=32, db_index=True)
