"""The tables of a node. What a column holds, how it is protected and from whom: docs/security.md.

A column whose name ends in `_sealed` holds ciphertext (`longarm.keys.content`), under the case's key or, where it says
(node), under a key made from the node's secret. In the clear stand only ids drawn at random, states, counts, sizes and
times. Nothing that holds content is updated in place: a new version is a new row or a new `_version`.
"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone


class Organisation(models.Model):
    """Who runs cases here. `demonstration`: its sign-in is public, nothing real belongs in it."""

    objects: ClassVar[models.Manager[Organisation]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name_sealed = models.BinaryField()  # (node)
    recovery_public = models.BinaryField()
    demonstration = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=timezone.now)


class User(models.Model):
    """A person who signs in. `lookup` is a keyed hash of the sign-in name (node); the pair is `keys.user.LockedPair`."""

    objects: ClassVar[models.Manager[User]]

    class Role(models.TextChoices):
        ADMIN = "admin"
        CASEWORKER = "caseworker"
        AUDITOR = "auditor"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="users")
    lookup = models.BinaryField(unique=True, max_length=32)
    name_sealed = models.BinaryField()  # (node)
    role = models.CharField(max_length=16, choices=Role.choices)
    pair = models.BinaryField()
    active = models.BooleanField(default=True)
    made_at = models.DateTimeField(default=timezone.now)


class Session(models.Model):
    """A signed-in visit: `tag` is derived from the cookie, `wrapped` opens with the cookie only."""

    objects: ClassVar[models.Manager[Session]]

    tag = models.BinaryField(primary_key=True, max_length=32)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sessions")
    wrapped = models.BinaryField()
    made_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField(db_index=True)


class Case(models.Model):
    """A case: all it says is in `CaseContent`. `version` is that of the newest content, `key_number` that of its key."""

    objects: ClassVar[models.Manager[Case]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="cases")
    version = models.PositiveIntegerField(default=1)
    key_number = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(default=timezone.now)


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


class Exhibit(models.Model):
    """An item of evidence. `about_sealed`: its name, hashes and who gave it; `outcome_sealed`: what reading it gave."""

    objects: ClassVar[models.Manager[Exhibit]]

    class State(models.TextChoices):
        RECEIVED = "received"
        READING = "reading"
        IDENTIFIED = "identified"
        SEALED = "sealed"
        FAILED = "failed"

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
