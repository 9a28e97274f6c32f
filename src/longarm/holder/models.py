"""The tables of a key holder. Elements are blinded before they come and are not kept; shares lie under the holder's secret."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Owner(models.Model):
    """Whose these tables are: one row (`store.whose`)."""

    objects: ClassVar[models.Manager[Owner]]

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    fingerprint = models.CharField(max_length=64)


class Member(models.Model):
    """A node that may ask: its card as it signed it. Cut off, it is refused at once."""

    objects: ClassVar[models.Manager[Member]]

    fingerprint = models.CharField(max_length=64, unique=True)
    card = models.BinaryField()
    since = models.DateTimeField()
    cut_off_at = models.DateTimeField(null=True)
    budget = models.PositiveIntegerField(default=0)  # elements a day; 0: what this holder gives everybody


class Spent(models.Model):
    """What a member used of a day's budget (UTC)."""

    objects: ClassVar[models.Manager[Spent]]

    day = models.DateField()
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    letters = models.PositiveIntegerField(default=0)
    elements = models.PositiveIntegerField(default=0)
    opened = models.PositiveIntegerField(default=0)  # reports in escrow

    class Meta:
        constraints = (models.UniqueConstraint(fields=["day", "member"], name="one_spent_a_day"),)


class Hub(models.Model):
    """A hub whose log counts when reports in escrow are to be opened: its card, compared by voice. It may ask nothing here."""

    objects: ClassVar[models.Manager[Hub]]

    fingerprint = models.CharField(max_length=64, unique=True)
    card = models.BinaryField()
    since = models.DateTimeField()
    cut_off_at = models.DateTimeField(null=True)


class ShownHead(models.Model):
    """A head of a hub's log that was shown with reports to open, as the hub signed it: two of one size are evidence."""

    objects: ClassVar[models.Manager[ShownHead]]

    hub = models.ForeignKey(Hub, on_delete=models.CASCADE, related_name="+")
    size = models.BigIntegerField()
    root = models.BinaryField(max_length=32)
    at = models.DateTimeField()
    signature = models.CharField(max_length=100)
    shown_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["hub", "size", "root"], name="one_row_a_shown_head"),)


class Answered(models.Model):
    """A letter that was paid for, and the answer it got (empty while it is worked on) or why none: again asked, it costs nothing.

    `asked`: SHA-256 of what it says, so that its number buys no other question.
    """

    objects: ClassVar[models.Manager[Answered]]

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    number = models.BinaryField(max_length=16)
    asked = models.BinaryField(max_length=32)
    at = models.DateTimeField(db_index=True)
    answer = models.BinaryField(default=b"")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["member", "number"], name="answered_once"),)


class KeyShare(models.Model):
    """Our share of one key. A renewal of the shares takes the place of the one before; the epoch stays.

    `about`: the commitments, who holds which share, the hash of the ceremony: public. `until`: the last day it is answered.
    """

    objects: ClassVar[models.Manager[KeyShare]]

    epoch = models.CharField(max_length=40, unique=True)
    renewal = models.PositiveIntegerField(default=0)
    purpose = models.CharField(max_length=10, default="tokens")
    about = models.BinaryField()
    share_sealed = models.BinaryField()
    made_at = models.DateTimeField()
    until = models.DateField(null=True)


class Ceremony(models.Model):
    """A ceremony that our people began. `cards`: of the others, who alone may ask for what we say in it.

    `kept_sealed`: where it stands and what we have said, after every step; secret values are dropped when all have theirs.
    """

    objects: ClassVar[models.Manager[Ceremony]]

    session = models.CharField(max_length=64, unique=True)
    cards = models.BinaryField()
    kept_sealed = models.BinaryField()
    version = models.PositiveIntegerField(default=1)
    began_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)


class Line(models.Model):
    """What happened, counted by day, member and what. `member` none: a stranger, or nobody."""

    objects: ClassVar[models.Manager[Line]]

    day = models.DateField()
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", null=True)
    what = models.CharField(max_length=40)
    letters = models.PositiveBigIntegerField(default=0)
    elements = models.PositiveBigIntegerField(default=0)
    last_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["day", "member", "what"], name="holder_line_of_a_day"),)
