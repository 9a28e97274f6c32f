"""A case, who holds its key, and every version of its file."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone

from longarm.store.models.people import Organisation, User


class Case(models.Model):
    """A case: all it says is in `CaseContent`. `version` is that of the newest content, `key_number` that of its key.

    In the clear because an alarm must sound while nobody is signed in: `stage`, `urgent` (somebody said they are in danger),
    `asked_at` (since when the complainant waits for an answer; null when answered), whose it is; `due_on`, the day of the next
    open task, so that a list of very many cases is sorted without opening any. `child`: the case goes the road of
    `docs/security.md`, Child sexual material. `brief_sealed`: the line of the inbox, of the same version (case).
    """

    objects: ClassVar[models.Manager[Case]]

    class Stage(models.TextChoices):
        RECEIVED = "received"
        OPEN = "open"
        CLOSED = "closed"
        MERGED = "merged"
        DELETED = "deleted"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="cases")
    version = models.PositiveIntegerField(default=1)
    key_number = models.PositiveIntegerField(default=1)
    stage = models.CharField(max_length=16, choices=Stage.choices, default=Stage.OPEN)
    urgent = models.BooleanField(default=False)
    child = models.BooleanField(default=False)
    asked_at = models.DateTimeField(null=True)
    due_on = models.DateField(null=True)
    claimed_by = models.ForeignKey(User, on_delete=models.SET_NULL, related_name="claimed", null=True)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, related_name="merged", null=True)
    brief_sealed = models.BinaryField(default=bytes)
    held = models.BooleanField(default=False)  # legal hold: nothing deletes it
    closed_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = (
            models.Index(fields=["organisation", "stage", "urgent", "asked_at", "due_on", "made_at"], name="inbox"),
            models.Index(fields=["claimed_by", "stage"], name="mine"),
        )


class CaseKey(models.Model):
    """The case's key sealed to one member of its team; `user` is null for the organisation's recovery key."""

    objects: ClassVar[models.Manager[CaseKey]]

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="keys")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="case_keys", null=True)
    sealed = models.BinaryField()
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["case", "user"], name="one_key_a_member"),
            models.UniqueConstraint(fields=["case"], condition=models.Q(user=None), name="one_recovery_key"),
        )


class CaseContent(models.Model):
    """One version of the case file (JSON, `longarm: case/1`). Versions are added, never replaced."""

    objects: ClassVar[models.Manager[CaseContent]]

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="contents")
    version = models.PositiveIntegerField()
    file_sealed = models.BinaryField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["case", "version"], name="one_content_a_version"),)
