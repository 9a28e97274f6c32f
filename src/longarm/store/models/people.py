"""Organisations, the people who sign in, their visits."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone


class Organisation(models.Model):
    """Who runs cases here. `demonstration`: its sign-in is public, nothing real belongs in it.

    `rules_sealed`: what it decided (`casework.rules`): staffed hours, alarms, retention, who must be two. `answered_restore`: the
    moment of the restore after which somebody answered for the consents that it brought back (`casework.after_restore`).
    """

    objects: ClassVar[models.Manager[Organisation]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name_sealed = models.BinaryField()  # (node)
    recovery_public = models.BinaryField()
    rules_sealed = models.BinaryField(default=bytes)  # (node)
    demonstration = models.BooleanField(default=False)
    answered_restore = models.DateTimeField(null=True)
    made_at = models.DateTimeField(default=timezone.now)


class User(models.Model):
    """A person who signs in. `lookup` is a keyed hash of the sign-in name (node); the pair is `keys.user.LockedPair`.

    `administers`: looks after people and rules, beside whatever the role is; a role of `admin` does nothing else and opens
    no case. `on_intake`: new reports are sealed to this person too.
    """

    objects: ClassVar[models.Manager[User]]

    class Role(models.TextChoices):
        ADMIN = "admin"
        COORDINATOR = "coordinator"
        CASEWORKER = "caseworker"
        COUNSEL = "counsel"
        CONSULAR = "consular"
        AUDITOR = "auditor"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="users")
    lookup = models.BinaryField(unique=True, max_length=32)
    name_sealed = models.BinaryField()  # (node)
    role = models.CharField(max_length=16, choices=Role.choices)
    administers = models.BooleanField(default=False)
    on_intake = models.BooleanField(default=False)
    pair = models.BinaryField()
    active = models.BooleanField(default=True)
    made_at = models.DateTimeField(default=timezone.now)


class SecondFactor(models.Model):
    """A user's second factor: its secret and spare codes, sealed to the user's own public key, so that a passphrase opens
    them and nothing else does. `last_step`: the last time step whose code was used; no code works twice (RFC 6238, 5.2).
    """

    objects: ClassVar[models.Manager[SecondFactor]]

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="second_factor", primary_key=True)
    sealed = models.BinaryField()
    confirmed = models.BooleanField(default=False)
    last_step = models.BigIntegerField(default=0)
    made_at = models.DateTimeField(default=timezone.now)


class Session(models.Model):
    """A signed-in visit: `tag` is derived from the cookie, `wrapped` opens with the cookie only.

    `whole`: false between the passphrase and the second factor; such a visit opens nothing.
    """

    objects: ClassVar[models.Manager[Session]]

    tag = models.BinaryField(primary_key=True, max_length=32)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sessions")
    wrapped = models.BinaryField()
    whole = models.BooleanField(default=True)
    made_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField(db_index=True)


class Tries(models.Model):
    """How often somebody knocked: counts under a keyed hash that changes with the day, so that no two days can be tied."""

    objects: ClassVar[models.Manager[Tries]]

    tag = models.BinaryField(primary_key=True, max_length=32)
    count = models.PositiveIntegerField(default=0)
    since = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField(db_index=True)
