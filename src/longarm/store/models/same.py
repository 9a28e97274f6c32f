"""What ties cases of one offender together: what exhibits show, judgements of persons, questions between teams."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.utils import timezone

from longarm.store.models.case import Case
from longarm.store.models.evidence import Exhibit
from longarm.store.models.people import User


class Seen(models.Model):
    """What of an exhibit can be met again in another: threats, hashes of pictures and sound (`seen_sealed`, case)."""

    objects: ClassVar[models.Manager[Seen]]

    exhibit = models.OneToOneField(Exhibit, on_delete=models.CASCADE, related_name="seen", primary_key=True)
    pictures = models.PositiveIntegerField(default=0)
    seen_sealed = models.BinaryField()  # (case)


class SeenSounds(models.Model):
    """Fingerprints of the recordings in an exhibit (`prints_sealed`, case): a row only while who reported allows comparison."""

    objects: ClassVar[models.Manager[SeenSounds]]

    seen = models.OneToOneField(Seen, on_delete=models.CASCADE, related_name="sounds", primary_key=True)
    prints_sealed = models.BinaryField()  # (case)


class SeenTag(models.Model):
    """A keyed hash (node secret) of one band of a threat's signature, or of a recording. Pictures have none: docs/matching.md."""

    objects: ClassVar[models.Manager[SeenTag]]

    seen = models.ForeignKey(Seen, on_delete=models.CASCADE, related_name="tags")
    tag = models.BinaryField(max_length=32, db_index=True)


class Judgement(models.Model):
    """What a person decided about this case and another (`about_sealed`: which, what, who, when, why). One row under the key of
    each of the two; never changed, never taken away while its case is there. Which two belong together no column says."""

    objects: ClassVar[models.Manager[Judgement]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="judgements")
    about_sealed = models.BinaryField()  # (case)


class Question(models.Model):
    """Somebody of another team asks the team of this case to talk: a case of theirs names the same. Which one, no column says."""

    objects: ClassVar[models.Manager[Question]]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="questions")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    closed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["case", "by"], condition=models.Q(closed_at=None), name="one_open_question"),
        )
