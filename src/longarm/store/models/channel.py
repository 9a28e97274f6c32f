"""Channels: complainants, supporters, recipients and consular officers, each with what they gave and were told."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone

from longarm.store.models.case import Case
from longarm.store.models.evidence import Exhibit
from longarm.store.models.people import User


class Channel(models.Model):
    """What is spoken and given between a team and one person outside it, under a key of its own.

    The key is sealed to the holder (`holder_public`: derived from a receipt or invitation code, or the pair of a consular
    officer) and lies under the case's key for the team. Whoever holds a channel's key reads this channel and nothing else of
    the case. `lookup` is derived from the code (`keys.receipt`); `wishes_sealed`: how, when and whether to be contacted.
    """

    objects: ClassVar[models.Manager[Channel]]

    class Kind(models.TextChoices):
        COMPLAINANT = "complainant"
        SUPPORTER = "supporter"
        RECIPIENT = "recipient"
        STATEMENT = "statement"

    class State(models.TextChoices):
        OPEN = "open"
        WITHDRAWN = "withdrawn"
        CLOSED = "closed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="channels")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    state = models.CharField(max_length=16, choices=State.choices, default=State.OPEN)
    lookup = models.BinaryField(unique=True, max_length=32, null=True)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="channels", null=True)
    holder_public = models.BinaryField(max_length=32)
    holder_key_sealed = models.BinaryField()  # the channel's key, to the holder
    team_key_sealed = models.BinaryField()  # the channel's key (case)
    about_sealed = models.BinaryField(default=bytes)  # who it is, in the team's words (case)
    wishes_sealed = models.BinaryField(default=bytes)  # (channel)
    status_sealed = models.BinaryField(default=bytes)  # where the matter stands, in plain words for the holder (channel)
    made_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(null=True)  # the holder was here, to the day
    ends_at = models.DateTimeField(null=True)


class Return(models.Model):
    """A holder's visit by code. `tag` is derived from a token that only the page's forms carry: no cookie."""

    objects: ClassVar[models.Manager[Return]]

    tag = models.BinaryField(primary_key=True, max_length=32)
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="returns")
    wrapped = models.BinaryField()  # the holder's private key, under the token
    seen_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField(db_index=True)


class Letter(models.Model):
    """One message of a channel, either way. `by` is null when the holder wrote it."""

    objects: ClassVar[models.Manager[Letter]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="letters")
    number = models.PositiveIntegerField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    body_sealed = models.BinaryField()  # (channel)
    made_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["channel", "number"], name="one_letter_a_number"),)
        ordering = ("number",)


class Consent(models.Model):
    """What a holder allowed or took back (`about_sealed`: the use, the wording shown, its language). Only added to."""

    objects: ClassVar[models.Manager[Consent]]

    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="consents")
    about_sealed = models.BinaryField()  # (channel)
    made_at = models.DateTimeField(default=timezone.now)


class Upload(models.Model):
    """A file a holder gives, encrypted as it arrives, in pieces; an exhibit once the team takes it in.

    `arrived` bytes lie in the vault; `resume_sealed` is what the encryption needs to go on from there (channel).
    """

    objects: ClassVar[models.Manager[Upload]]

    class State(models.TextChoices):
        ARRIVING = "arriving"
        WHOLE = "whole"
        TAKEN = "taken"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="uploads")
    state = models.CharField(max_length=16, choices=State.choices, default=State.ARRIVING)
    size = models.PositiveBigIntegerField()
    arrived = models.PositiveBigIntegerField(default=0)
    vault_name = models.CharField(max_length=64, unique=True)
    file_key_sealed = models.BinaryField()  # (channel)
    about_sealed = models.BinaryField()  # (channel)
    resume_sealed = models.BinaryField(default=bytes)
    exhibit = models.OneToOneField(Exhibit, on_delete=models.PROTECT, related_name="upload", null=True)
    made_at = models.DateTimeField(default=timezone.now)
    touched_at = models.DateTimeField(default=timezone.now, db_index=True)
