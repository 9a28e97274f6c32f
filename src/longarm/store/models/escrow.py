"""Reports in escrow: kept closed until others named the same person, at the hub under two locks; and what opened."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone

from longarm.store.models.case import Case
from longarm.store.models.exchange import Member


class Escrowed(models.Model):
    """A report in escrow about one identifier of a case. `posted_at`: the hub has it, until `expires_on`; empty: to be sent.

    `tag`: keyed hash (node) of its hash in the hub's log, so that our tables and a hub's together do not say which report is of
    which case. `report_sealed` (node): what is sent, so that it can be while nobody is signed in. Both are empty while another
    number is wished and the report is not made anew yet. `about_sealed` (case): which identifier, what opens the reports of
    others that are sealed to `public`. `rests_until`: what opens with it is not asked of the holders before (`resting`).
    """

    objects: ClassVar[models.Manager[Escrowed]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="escrowed")
    tag = models.BinaryField(max_length=32, unique=True, null=True)  # (node)
    report_sealed = models.BinaryField()  # (node)
    about_sealed = models.BinaryField()  # (case)
    public = models.BinaryField(max_length=32)
    made_at = models.DateTimeField(default=timezone.now)
    posted_at = models.DateTimeField(null=True, db_index=True)
    expires_on = models.DateField()
    rests_until = models.DateTimeField(null=True)


class EscrowLeaving(models.Model):
    """A report to be taken back from the hub: it was withdrawn, or another took its place. Gone once the hub has heard.

    `leaf`: its hash in the hub's log; of which case it was is not said. `hub`: that was used before; empty: the one that is.
    """

    objects: ClassVar[models.Manager[EscrowLeaving]]

    leaf = models.BinaryField(max_length=32, db_index=True)
    hub = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["leaf", "hub"], name="one_leaving_a_hub"),)


class EscrowOpened(models.Model):
    """A report of another organisation that opened together with ours. Sealed to our report's own key pair as it opens.

    `tag`: keyed hash of whose report it is (node): the same report lodged anew takes its own place.
    """

    objects: ClassVar[models.Manager[EscrowOpened]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    escrowed = models.ForeignKey(Escrowed, on_delete=models.PROTECT, related_name="opened")
    tag = models.BinaryField(max_length=32)
    about_sealed = models.BinaryField()  # (sealed to the report's pair)
    made_at = models.DateTimeField(default=timezone.now)
    looked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["escrowed", "tag"], name="one_opened_a_report"),)
