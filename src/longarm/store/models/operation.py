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

    `begun_by`: the node that began it, or whose letter came before that of who did; none: this one. `lead`: the node that leads,
    as far as its letters were read while nobody was signed in; none: this one, or a stranger. `opened`: its first entry is
    here. `unseen`: news. `key_number` counts its pairs: a new one when a reader goes.
    """

    objects: ClassVar[models.Manager[Operation]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    begun_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True)
    lead = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True)
    public = models.BinaryField(max_length=32)
    key_number = models.PositiveIntegerField(default=1)
    opened = models.BooleanField(default=False)
    unseen = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)


class OperationKey(models.Model):
    """The private half of one of an operation's pairs, sealed to one of those who read it here; `user` empty: the recovery key.

    Who reads it has one of each `number`.
    """

    objects: ClassVar[models.Manager[OperationKey]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    operation = models.ForeignKey(Operation, on_delete=models.CASCADE, related_name="keys")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    number = models.PositiveIntegerField(default=1)
    sealed = models.BinaryField()
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["operation", "user", "number"], name="one_operation_key_a_person"),)


class BoardEntry(models.Model):
    """An entry, or its stub, of `author` (empty: this node), of which `by` wrote it. `tag`: keyed hash (node), each once."""

    objects: ClassVar[models.Manager[BoardEntry]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    operation = models.ForeignKey(Operation, on_delete=models.CASCADE, related_name="entries")
    author = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True)
    tag = models.BinaryField(max_length=32)
    key_number = models.PositiveIntegerField(default=1)  # of the pair it is sealed to
    turn_sealed = models.BinaryField()
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
