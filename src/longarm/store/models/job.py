"""Work for the worker process."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone

from longarm.store.models.case import Case
from longarm.store.models.evidence import Exhibit
from longarm.store.models.people import User


class Job(models.Model):
    """Work for the one worker process. `key_sealed` is the case's key for the worker whose public key is `worker`.

    The worker's private key lives in its memory only: after a restart a job waits until a member of the team comes by.
    """

    objects: ClassVar[models.Manager[Job]]

    class State(models.TextChoices):
        QUEUED = "queued"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=16)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="jobs", null=True)
    exhibit = models.ForeignKey(Exhibit, on_delete=models.CASCADE, related_name="jobs", null=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    state = models.CharField(max_length=16, choices=State.choices, default=State.QUEUED, db_index=True)
    worker = models.BinaryField(max_length=32)
    key_sealed = models.BinaryField()
    tries = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
