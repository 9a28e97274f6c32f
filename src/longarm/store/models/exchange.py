"""Beyond this organisation: whom this node speaks with, which tokens stand at the hub, who holds the same, which heads it saw."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone

from longarm.store.models.case import Case
from longarm.store.models.people import User


class Member(models.Model):
    """A party this node speaks with: its card, compared by voice before it was taken in. One of role `own` is this node's card.

    `tag`: keyed hash of its fingerprint (node). `card_sealed` (node): the card as it was signed.
    """

    objects: ClassVar[models.Manager[Member]]

    class Role(models.TextChoices):
        OWN = "own"
        NODE = "node"
        HOLDER = "holder"
        HUB = "hub"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    role = models.CharField(max_length=8, choices=Role.choices)
    tag = models.BinaryField(max_length=32, unique=True)
    card_sealed = models.BinaryField()  # (node)
    since = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    cut_off_at = models.DateTimeField(null=True)


class Epoch(models.Model):
    """The key of the holders that tokens are made with, as a threshold of them said it is (`exchange.holder.bodies.Key`)."""

    objects: ClassVar[models.Manager[Epoch]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    about_sealed = models.BinaryField()  # (node)
    taken_at = models.DateTimeField(default=timezone.now)


class Choice(models.Model):
    """Whether a case that nobody outside has a channel to may be compared with other organisations', who says so, and why."""

    objects: ClassVar[models.Manager[Choice]]

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    about_sealed = models.BinaryField()  # (case)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)


class Registered(models.Model):
    """A token of an identifier of a case. `posted_at`: the hub has it, until `expires_on`; empty: it is still to be sent.

    `tag`: keyed hash of the token (node), by which a hit finds its cases. `token_sealed` (node): what is sent, so that it can be
    sent and withdrawn while nobody is signed in. `about_sealed` (case): which identifier, and the keys that open the other
    side's envelope and the hits sealed to `public`. Of no case: a probe (`casework.exchange.probes`), sealed by the node.
    """

    objects: ClassVar[models.Manager[Registered]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="registered", null=True)
    tag = models.BinaryField(max_length=32, db_index=True)
    token_sealed = models.BinaryField()  # (node)
    about_sealed = models.BinaryField()  # (case)
    public = models.BinaryField(max_length=32)
    made_at = models.DateTimeField(default=timezone.now)
    posted_at = models.DateTimeField(null=True, db_index=True)
    expires_on = models.DateField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["case", "tag"], name="one_token_a_case"),)


class Leaving(models.Model):
    """A token to be withdrawn from the hub: the case is deleted, or the consent was taken back. Gone once the hub has heard.

    `hub`: that was used before; empty: the one that is.
    """

    objects: ClassVar[models.Manager[Leaving]]

    tag = models.BinaryField(max_length=32, db_index=True)
    token_sealed = models.BinaryField()  # (node)
    hub = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["tag", "hub"], name="one_withdrawal_a_hub"),)


class Hit(models.Model):
    """Another organisation holds a case that names the same. Sealed to the registration's own key pair as it arrives."""

    objects: ClassVar[models.Manager[Hit]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    registered = models.ForeignKey(Registered, on_delete=models.PROTECT, related_name="hits")
    number = models.BinaryField(max_length=16)  # the hub's
    about_sealed = models.BinaryField()  # (sealed to the registration's pair)
    made_at = models.DateTimeField(default=timezone.now)
    looked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["registered", "number"], name="one_hit_a_number"),)


class SeenHead(models.Model):
    """A head of a hub's log, as the hub signed it: seen here, or told by another node (`told_by`). The log is public.

    `against`: the head that no log which only grows can have beside it; the hub is in doubt until a person `settled` it.
    """

    objects: ClassVar[models.Manager[SeenHead]]

    hub = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    size = models.BigIntegerField()
    root = models.BinaryField(max_length=32)
    at = models.DateTimeField()
    signature = models.BinaryField(max_length=100)
    told_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True)
    seen_at = models.DateTimeField(default=timezone.now)
    against = models.ForeignKey("self", on_delete=models.PROTECT, related_name="+", null=True)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["hub", "size", "root"], name="one_row_a_head"),)
