"""Joint operations: what this node holds of a board that several organisations share, who here reads it, what went to whom."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone

from longarm.store.models.exchange import Member
from longarm.store.models.people import Organisation, User


class Operation(models.Model):
    """One operation, with the same id on every node. What arrives is sealed at once to `public`: nobody is signed in then.

    `begun_by`: the node whose letter came first; none: this one began it. `opened`: its first entry is here. `unseen`: news.
    """

    objects: ClassVar[models.Manager[Operation]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    begun_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True)
    public = models.BinaryField(max_length=32)
    opened = models.BooleanField(default=False)
    unseen = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)


class OperationKey(models.Model):
    """The private half of an operation's pair, sealed to one of those who read it here; `user` empty: the recovery key."""

    objects: ClassVar[models.Manager[OperationKey]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    operation = models.ForeignKey(Operation, on_delete=models.CASCADE, related_name="keys")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    sealed = models.BinaryField()
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["operation", "user"], name="one_operation_key_a_person"),)


class BoardEntry(models.Model):
    """An entry, or its stub, of `author` (empty: this node), of which `by` wrote it. `tag`: keyed hash (node), each once."""

    objects: ClassVar[models.Manager[BoardEntry]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    operation = models.ForeignKey(Operation, on_delete=models.CASCADE, related_name="entries")
    author = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True)
    tag = models.BinaryField(max_length=32)
    turn_sealed = models.BinaryField()  # sealed to the operation's pair
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["operation", "tag"], name="one_row_an_entry"),)


class Given(models.Model):
    """That an entry of ours goes or went to `to`: the entry itself (`whole`), or that there is one. `letter`: still kept."""

    objects: ClassVar[models.Manager[Given]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    entry = models.ForeignKey(BoardEntry, on_delete=models.CASCADE, related_name="given")
    to = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    whole = models.BooleanField()
    letter = models.ForeignKey("store.Outgoing", on_delete=models.SET_NULL, related_name="+", null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["entry", "to"], name="one_giving_a_member"),)
