"""How the node is: one word for machines, the whole for administrators. Numbers of the node, nothing of a case."""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from typing import Literal, NamedTuple

from django.db import Error, connection
from django.db.models import Max
from django.utils import timezone

from longarm import __version__
from longarm.casework.actor import Actor
from longarm.casework.after_restore import unanswered
from longarm.casework.backup.marker import (
    LastBackup,
    LastCheck,
    LastChores,
    LastRestore,
    last_backup,
    last_check,
    last_chores,
    last_restore,
)
from longarm.casework.check.node_checks import LEAST_FREE, clock_went_back, secret_fits
from longarm.casework.node import node
from longarm.casework.proof.stamps import authorities
from longarm.casework.sandbox.listening import can_listen
from longarm.casework.work.jobs import WORKER
from longarm.casework.work.worker_alive import alive
from longarm.errors import BadInput
from longarm.keys.secret import read_secret
from longarm.store.models import Bundle, Job, RecordHead

Trouble = Literal["database", "disk", "keys", "worker"]
Worker = Literal["alive", "gone", "none"]


class Health(NamedTuple):
    """`free`, `size`: bytes of the disk with the data folder. `waiting`: jobs no worker has begun, the oldest since `oldest`.

    `stamped_at`: when an authority last answered. `keys_on_same_disk`: one thief takes both. `secret_fits`: of the keys
    folder as it is now. `worker` is `none` where this process was not told of one. `listens`: recordings can be heard here,
    not only hashed. `unanswered`: organisations where nobody has answered for the consents that a restore brought back.
    """

    version: str
    engine: str
    at: datetime
    clock_back: bool
    free: int
    size: int
    backup: LastBackup | None
    check: LastCheck | None
    chores: LastChores | None
    restored: LastRestore | None
    unanswered: int
    record_length: int
    worker: Worker
    waiting: int
    oldest: datetime | None
    authorities: tuple[str, ...]
    stamped_at: datetime | None
    keys_on_same_disk: bool
    secret_fits: bool
    listens: bool

    @property
    def disk_full(self) -> bool:
        return self.free < LEAST_FREE


def trouble() -> Trouble | None:
    """What keeps the node from its work, the worst first; None when nothing does. Told to whoever asks: one word, no number."""
    try:
        RecordHead.objects.filter(id=1).exists()
    except Error:
        return "database"
    here = node()
    if shutil.disk_usage(here.folder.data).free < LEAST_FREE:
        return "disk"
    try:
        read_secret(here.folder.keys)
    except BadInput:
        return "keys"
    return "worker" if _worker() == "gone" else None


def look(actor: Actor) -> Health:
    """The whole, for who administers. Raises NotAllowed for others."""
    actor.must_be("admin")
    folder = node().folder
    disk = shutil.disk_usage(folder.data)
    waiting = Job.objects.filter(state=Job.State.QUEUED)
    head, held = RecordHead.objects.filter(id=1).first(), unanswered()
    return Health(
        version=__version__,
        engine=_engine(),
        at=timezone.now(),
        clock_back=clock_went_back(),
        free=disk.free,
        size=disk.total,
        backup=last_backup(folder.data),
        check=last_check(folder.data),
        chores=last_chores(folder.data),
        restored=last_restore(folder.data),
        unanswered=len(held.organisations) if held else 0,
        record_length=head.length if head else 0,
        worker=_worker(),
        waiting=waiting.count(),
        oldest=waiting.order_by("made_at").values_list("made_at", flat=True).first(),
        authorities=authorities(),
        stamped_at=Bundle.objects.aggregate(last=Max("stamped_at"))["last"],
        keys_on_same_disk=_same_disk(),
        secret_fits=secret_fits(),
        listens=can_listen(),
    )


def _engine() -> str:
    if connection.vendor == "sqlite":
        import sqlite3

        return f"SQLite {sqlite3.sqlite_version}"
    number = int(getattr(connection, "pg_version", 0))
    return f"PostgreSQL {number // 10_000}.{number % 10_000}"


def _worker() -> Worker:
    if not os.environ.get(WORKER):
        return "none"
    return "alive" if alive(node().folder.data) else "gone"


def _same_disk() -> bool:
    folder = node().folder
    try:
        return folder.keys.stat().st_dev == folder.data.stat().st_dev
    except OSError:
        return False
