"""Exhibits, the bundles they are sealed in, the custody record."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone

from longarm.store.models.case import Case
from longarm.store.models.people import User


class Exhibit(models.Model):
    """An item of evidence. `about_sealed`: its name, hashes and who gave it; `outcome_sealed`: what reading it gave."""

    objects: ClassVar[models.Manager[Exhibit]]

    class State(models.TextChoices):
        RECEIVED = "received"
        READING = "reading"
        IDENTIFIED = "identified"
        SEALED = "sealed"
        FAILED = "failed"
        WITHHELD = "withheld"  # never opened or shown: docs/security.md, Child sexual material
        DESTROYED = "destroyed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="exhibits")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=16, choices=State.choices, default=State.RECEIVED)
    size = models.PositiveBigIntegerField()
    done = models.PositiveBigIntegerField(default=0)  # bytes read so far
    vault_name = models.CharField(max_length=64, unique=True)
    file_key_sealed = models.BinaryField()
    about_sealed = models.BinaryField()
    outcome_sealed = models.BinaryField(default=bytes)
    messages_vault_name = models.CharField(max_length=64, default="")
    messages_key_sealed = models.BinaryField(default=bytes)
    received_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["case", "number"], name="one_exhibit_a_number"),)
        ordering = ("number",)


class Withheld(models.Model):
    """An exhibit that must not be opened: what is known in words, the instruction of the authority, when the bytes went."""

    objects: ClassVar[models.Manager[Withheld]]

    exhibit = models.OneToOneField(Exhibit, on_delete=models.PROTECT, related_name="withheld", primary_key=True)
    about_sealed = models.BinaryField()  # (case)
    instruction_sealed = models.BinaryField(default=bytes)  # (case)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    made_at = models.DateTimeField(default=timezone.now)
    destroyed_at = models.DateTimeField(null=True)


class Bundle(models.Model):
    """A sealed package of a case's exhibits, in the vault. `about_sealed`: name, hashes, what the seal and stamp say."""

    objects: ClassVar[models.Manager[Bundle]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="bundles")
    number = models.PositiveIntegerField()
    size = models.PositiveBigIntegerField()
    vault_name = models.CharField(max_length=64, unique=True)
    file_key_sealed = models.BinaryField()
    about_sealed = models.BinaryField()
    stamped_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["case", "number"], name="one_bundle_a_number"),)
        ordering = ("number",)


class CustodyLine(models.Model):
    """One line of a case's custody record, as `longarm.evidence.custody` wrote it."""

    objects: ClassVar[models.Manager[CustodyLine]]

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="custody")
    seq = models.PositiveIntegerField()
    line_sealed = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["case", "seq"], name="one_line_a_number"),)
        ordering = ("seq",)
