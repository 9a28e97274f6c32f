"""Requests between nodes: what each side holds of one, what waits to go out, what was taken in, and what it counts for."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone

from longarm.store.models.case import Case
from longarm.store.models.evidence import Exhibit
from longarm.store.models.exchange import Member
from longarm.store.models.operation import Operation
from longarm.store.models.people import Organisation, User


class RequestFigure(models.Model):
    """What a request counts for: states, measure, days, result; no case. It stays when the case is deleted.

    `of_case`: drawn at random, the same for all requests of one case: of them one counts in the figures told to others.
    """

    objects: ClassVar[models.Manager[RequestFigure]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    ours = models.BooleanField()
    asking = models.CharField(max_length=2)
    asked = models.CharField(max_length=2)
    measure = models.CharField(max_length=20)
    result = models.CharField(max_length=10, default="open")
    reason = models.CharField(max_length=24, default="")
    asked_on = models.DateField()
    due_on = models.DateField()
    answered_on = models.DateField(null=True)
    of_case = models.UUIDField(default=uuid.uuid4, editable=False)


class Request(models.Model):
    """One request, with the same id on both nodes. `ours`: this node asks. `peer`: the other node; none on paper.

    Whatever arrives is sealed at once to `public`, whose private half lies under the case's key: it comes in while nobody is
    signed in. `said`, `heard`: how many letters of each side count. `paper`: it goes by post. `unseen`: something came.
    """

    objects: ClassVar[models.Manager[Request]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="requests")
    ours = models.BooleanField()
    peer = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True)
    state = models.CharField(max_length=10)
    urgent = models.BooleanField(default=False)
    paper = models.BooleanField(default=False)
    unseen = models.BooleanField(default=False)
    public = models.BinaryField(max_length=32)
    private_sealed = models.BinaryField()  # (case)
    about_sealed = models.BinaryField()  # (case)
    said = models.PositiveIntegerField(default=0)
    heard = models.PositiveIntegerField(default=0)
    due_on = models.DateField(null=True)
    lapses_on = models.DateField(null=True)
    figure = models.OneToOneField(RequestFigure, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = (models.Index(fields=["state", "lapses_on"], name="requests_that_lapse"),)


class Dispatch(models.Model):
    """A letter of a request, ours or theirs, as each side numbers its own. `applied`: it counts; an early one waits."""

    objects: ClassVar[models.Manager[Dispatch]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="dispatches")
    ours = models.BooleanField()
    number = models.PositiveIntegerField()
    act = models.CharField(max_length=16)
    body_sealed = models.BinaryField()  # sealed to the request's key
    applied = models.BooleanField(default=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["request", "ours", "number"], name="one_dispatch_a_number"),)


class Attachment(models.Model):
    """A bundle that goes along. `size` in the clear, `stored` as it travels, `arrived`: of that, with who gets it."""

    objects: ClassVar[models.Manager[Attachment]]

    class State(models.TextChoices):
        ARRIVING = "arriving"
        WHOLE = "whole"
        SOUND = "sound"
        UNSOUND = "unsound"
        TAKEN = "taken"  # an exhibit now, which holds the file
        DESTROYED = "destroyed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="attachments")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    ours = models.BooleanField()
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State.choices)
    vault_name = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    stored = models.PositiveBigIntegerField()
    arrived = models.PositiveBigIntegerField(default=0)
    file_sealed = models.BinaryField()  # sealed to the request's key
    exhibit = models.ForeignKey(Exhibit, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)


class Outgoing(models.Model):
    """A letter that waits until the other node has it; `letter` is sealed to that node. It goes again, more and more rarely, and
    stays for a month, should that node have to be restored from a backup.
    """

    objects: ClassVar[models.Manager[Outgoing]]

    number = models.BinaryField(max_length=16, unique=True)
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="outgoing", null=True)
    operation = models.ForeignKey(Operation, on_delete=models.SET_NULL, related_name="outgoing", null=True)
    to = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    letter = models.BinaryField()
    receipt = models.BooleanField(default=False)
    tries = models.PositiveIntegerField(default=0)
    next_at = models.DateTimeField(default=timezone.now, db_index=True)
    delivered_at = models.DateTimeField(null=True)
    refused = models.CharField(max_length=20, default="")
    made_at = models.DateTimeField(default=timezone.now)


class TakenLetter(models.Model):
    """A letter that was acted on, with the answer it got: it gets the same again. Goes once it would be too old to be taken."""

    objects: ClassVar[models.Manager[TakenLetter]]

    sender = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    number = models.BinaryField(max_length=16)
    answer = models.BinaryField()  # sealed to its sender
    at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["sender", "number"], name="one_answer_a_letter"),)
