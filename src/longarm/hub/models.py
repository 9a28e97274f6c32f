"""The tables of a hub. Nothing here can be turned into an identifier or a person; which organisations had a hit can be seen.
Long: all that a hub keeps, to be read in one look.

Tokens come out of an oblivious pseudo-random function whose key no single party holds; envelopes are readable only by who named
the same identifier.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Owner(models.Model):
    """Whose these tables are: one row (`store.whose`)."""

    objects: ClassVar[models.Manager[Owner]]

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    fingerprint = models.CharField(max_length=64)


class Member(models.Model):
    """An organisation that may use this hub: its card as it signed it. Cut off, it is refused at once and matches nobody."""

    objects: ClassVar[models.Manager[Member]]

    fingerprint = models.CharField(max_length=64, unique=True)
    card = models.BinaryField()
    since = models.DateTimeField()
    cut_off_at = models.DateTimeField(null=True)
    entries_a_day = models.PositiveIntegerField(default=0)  # tokens it may register in a day; 0: what the hub gives everybody


class Apart(models.Model):
    """`member` does not want to be matched with `other`. Whoever of the two says so, neither hears of the other."""

    objects: ClassVar[models.Manager[Apart]]

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["member", "other"], name="apart_once"),)


class Registration(models.Model):
    """A member holds a token, until `expires_on` (the last day, UTC). `leaf`: of the letter that said so last."""

    objects: ClassVar[models.Manager[Registration]]

    token = models.BinaryField(max_length=32)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    envelope = models.BinaryField()
    expires_on = models.DateField(db_index=True)
    leaf = models.BigIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["token", "member"], name="one_a_member"),)


class Changed(models.Model):
    """A token that a member registered or let go, since it was last worked out who holds the same: seconds, as a rule."""

    objects: ClassVar[models.Manager[Changed]]

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    token = models.BinaryField(max_length=32)


class Hit(models.Model):
    """Two members hold one token; both are told. `first` is `second` where so many hold it that it was set aside.

    What waits for each: 0 not told, 1 sent at least once, 2 stored by it (it said so). A row stays while both hold the token,
    so that a token registered again is no new hit.
    """

    objects: ClassVar[models.Manager[Hit]]

    id = models.BinaryField(max_length=16, primary_key=True)
    token = models.BinaryField(max_length=32)
    first = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    second = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    first_envelope = models.BinaryField()  # as it was when they met: a withdrawal does not take the hit from who is to be told
    second_envelope = models.BinaryField()
    first_told = models.PositiveSmallIntegerField(default=0)
    second_told = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["token", "first", "second"], name="one_hit_a_pair"),)
        indexes = (
            models.Index(fields=["first", "made_at"], condition=models.Q(first_told__lt=2), name="waits_for_first"),
            models.Index(fields=["second", "made_at"], condition=models.Q(second_told__lt=2), name="waits_for_second"),
        )


class EscrowReport(models.Model):
    """A report in escrow (`exchange.escrow.report`): nobody opens it alone. `leaf`: its hash, `place`: where it is in the log.

    `withdrawn_at`: it counts no more, and stays only while somebody who had a right to it is still to be told.
    """

    objects: ClassVar[models.Manager[EscrowReport]]

    leaf = models.BinaryField(max_length=32, unique=True)
    place = models.BigIntegerField()
    token = models.BinaryField(max_length=32)
    epoch = models.CharField(max_length=64)  # of the key for escrows: a company is of one key
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    complainant = models.BinaryField(max_length=32)
    report = models.BinaryField()
    expires_on = models.DateField(db_index=True)
    withdrawn_at = models.DateTimeField(null=True)
    grouped = models.BooleanField(default=False)  # no: it came or went since it was last worked out what opens

    class Meta:
        indexes = (
            models.Index(fields=["token", "epoch"], name="escrows_of_one"),
            models.Index(fields=["id"], condition=models.Q(grouped=False), name="escrows_to_group"),
        )


class EscrowNotice(models.Model):
    """`report` opens for `member`, which has one of its own in the company. State: 0 not told, 1 sent, 2 opened and stored; 3
    and 4 as 0 and 1, while the company does not open."""

    objects: ClassVar[models.Manager[EscrowNotice]]

    report = models.ForeignKey(EscrowReport, on_delete=models.CASCADE, related_name="notices")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    state = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["report", "member"], name="one_notice_a_report"),)
        indexes = (models.Index(fields=["member", "id"], condition=models.Q(state__lt=2), name="escrow_waits"),)


class Subtree(models.Model):
    """The hash of a whole subtree of the log (`exchange.log.tree`)."""

    objects: ClassVar[models.Manager[Subtree]]

    level = models.PositiveSmallIntegerField()
    place = models.BigIntegerField()
    hash = models.BinaryField(max_length=32)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["level", "place"], name="one_hash_a_subtree"),)


class LogHead(models.Model):
    """How long the log is: one row, locked while a leaf is added, so that leaves have an order."""

    objects: ClassVar[models.Manager[LogHead]]

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    size = models.BigIntegerField(default=0)


class Answered(models.Model):
    """A letter that was acted on, and the answer it got: the same letter gets the same answer again, and acts once."""

    objects: ClassVar[models.Manager[Answered]]

    number = models.BinaryField(max_length=16, primary_key=True)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    at = models.DateTimeField(db_index=True)
    answer = models.BinaryField()


class Usage(models.Model):
    """What a member used of a day's budget (UTC)."""

    objects: ClassVar[models.Manager[Usage]]

    day = models.DateField()
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    letters = models.PositiveIntegerField(default=0)
    entries = models.PositiveIntegerField(default=0)
    reports = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["day", "member"], name="one_usage_a_day"),)


class Line(models.Model):
    """What happened at the hub, counted by day, member and what: a flood of refusals is one line. `member` none: a stranger."""

    objects: ClassVar[models.Manager[Line]]

    day = models.DateField()
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", null=True)
    what = models.CharField(max_length=40)
    count = models.PositiveBigIntegerField(default=0)
    last_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["day", "member", "what"], name="line_of_a_day"),)
