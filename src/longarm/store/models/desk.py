"""What a caseworker writes down and does: notes, tasks, steps, closings, notices, approvals."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone

from longarm.store.models.case import Case
from longarm.store.models.people import Organisation, User


class Note(models.Model):
    """A caseworker's note. Never changed; a mistake is corrected by another note."""

    objects: ClassVar[models.Manager[Note]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="notes")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    body_sealed = models.BinaryField()  # (case)
    made_at = models.DateTimeField(default=timezone.now)


class Task(models.Model):
    """Something to do by a day. `mark`: a keyed hash of what computed it (a path, a perishing identifier), so once is once."""

    objects: ClassVar[models.Manager[Task]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="tasks")
    body_sealed = models.BinaryField()  # (case)
    mark = models.BinaryField(max_length=32, null=True)
    due_on = models.DateField(null=True, db_index=True)
    given_to = models.ForeignKey(User, on_delete=models.SET_NULL, related_name="tasks", null=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    done_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    done_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["case", "mark"], name="one_task_a_mark"),)


class Step(models.Model):
    """A step of a checklist that was taken (`about_sealed`: which, for what, what was written down)."""

    objects: ClassVar[models.Manager[Step]]

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="steps")
    mark = models.BinaryField(max_length=32)  # keyed hash (node) of case, checklist, step and subject
    about_sealed = models.BinaryField()  # (case)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["case", "mark"], name="one_step_a_mark"),)


class Closing(models.Model):
    """How a case ended, each time it was closed (`about_sealed`: outcome and words)."""

    objects: ClassVar[models.Manager[Closing]]

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="closings")
    about_sealed = models.BinaryField()  # (case)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)


class Notice(models.Model):
    """A lawful notice to a suspect: what each step of the gate rests on, and the paper as it went out."""

    objects: ClassVar[models.Manager[Notice]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="notices")
    about_sealed = models.BinaryField()  # (case)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)


class Approval(models.Model):
    """An act that needs a second person: who asked and why, who agreed or refused, when it was used. Only once each."""

    objects: ClassVar[models.Manager[Approval]]

    class Act(models.TextChoices):
        EXPORT = "export"
        DELETION = "deletion"
        NOTICE = "notice"
        ADVISORY = "advisory"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="approvals")
    act = models.CharField(max_length=16, choices=Act.choices)
    object = models.UUIDField(null=True)  # what of the case: a bundle, a notice
    reason_sealed = models.BinaryField()  # (case)
    exhibits_sealed = models.BinaryField(default=bytes)  # which exhibits would leave, where these were chosen (case)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    answered_at = models.DateTimeField(null=True)
    agreed = models.BooleanField(null=True)
    used_at = models.DateTimeField(null=True)
