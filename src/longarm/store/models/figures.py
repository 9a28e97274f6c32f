"""Figures across nodes: what this node tells of a quarter, and what other nodes told; noisy counts without any case."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone

from longarm.store.models.exchange import Member
from longarm.store.models.people import User


class FiguresTold(models.Model):
    """The figures of one quarter, with the noise they were first drawn with; drawn again they would say more than they may."""

    objects: ClassVar[models.Manager[FiguresTold]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    period = models.CharField(max_length=7, unique=True)
    figures_sealed = models.BinaryField()  # (node)
    drawn_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    drawn_at = models.DateTimeField(default=timezone.now)
    told_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    told_at = models.DateTimeField(null=True)


class FiguresHeard(models.Model):
    """What another node told of a quarter, under its signature. The first stays: who tells a quarter twice is not believed."""

    objects: ClassVar[models.Manager[FiguresHeard]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    period = models.CharField(max_length=7)
    figures_sealed = models.BinaryField()  # (node)
    heard_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["member", "period"], name="a_quarter_is_told_once"),)
