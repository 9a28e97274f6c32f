"""The eleven checks of a node as it stands, running or not, one after the other: hence the length of this file. They need no
key of a case and change nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from django.apps import apps
from django.db import connection
from django.db.models import Count, DateTimeField, Max
from django.utils import timezone

from longarm.casework.backup.marker import last_backup
from longarm.casework.check.report import NotChecked, ran
from longarm.casework.check.vault_checks import strays, vault_faults
from longarm.casework.node import Node, node
from longarm.errors import BadInput, Unsound
from longarm.evidence.report import Check, Reason
from longarm.keys import node as node_keys
from longarm.keys.secret import NAME as SECRET
from longarm.keys.secret import read_secret
from longarm.store import records
from longarm.store.dump import dump, tables
from longarm.store.folder import Folder
from longarm.store.models import CustodyLine, Organisation
from longarm.store.tables_at import steps_done, steps_waiting

LEAST_FREE: Final = 1_000_000_000  # bytes
BACKUP_EVERY: Final = timedelta(days=7)
_CLOCK_MAY_DIFFER: Final = timedelta(minutes=5)
# Times that lie ahead of us by their nature.
_AHEAD: Final = frozenset({"ends_at"})


class NodeChecks:
    """Run once; `checks` in their order. Django must be set up for the node in `folder`."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.record_length: int | None = None
        self._usable = True

    def run(self) -> Iterator[Check]:
        tables = ran("tables", self._tables)
        self._usable = tables.state == "passed"
        yield ran("folder", self._folder)
        yield ran("keys", self._keys)
        yield tables
        yield from self.content()
        yield ran("disk", self._disk)
        yield ran("clock", self._clock)
        yield ran("last-backup", self._last_backup)

    def content(self) -> Iterator[Check]:
        """Database and vault alone: what a restored node must hold before it is put in its place."""
        yield ran("database", self._database)
        yield ran("record", self._record)
        yield ran("custody", self._custody)
        yield ran("vault", self._vault)
        yield ran("strays", self._strays)

    def _folder(self) -> Iterable[Reason]:
        for path in (self.folder.data, *sorted(self.folder.data.rglob("*"))):
            if _open_to_others(path):
                yield Reason.of("check-open-to-others", {"file": str(path)})

    def _keys(self) -> Iterable[Reason]:
        keys = self.folder.keys
        if keys.resolve().is_relative_to(self.folder.data.resolve()):
            yield Reason.of("check-keys-inside", {"keys": str(keys)})
        for path in (keys, keys / SECRET, keys / "node.pem"):
            if _open_to_others(path):
                yield Reason.of("check-open-to-others", {"file": str(path)})
        try:
            node_keys.load(keys / "node.pem")
        except BadInput as fault:
            if fault.message != "seal-key-open-to-others":  # said above
                yield Reason.of(fault.message, fault.facts)
        read_secret(keys)
        if self._usable and not secret_fits():
            yield Reason.of("check-secret-other", {"file": str(keys / SECRET)})

    def _tables(self) -> Iterable[Reason]:
        steps_done()
        if waiting := steps_waiting():
            yield Reason.of("check-steps-waiting", {"count": len(waiting)})

    def _database(self) -> Iterable[Reason]:
        if connection.vendor == "sqlite":
            yield from _sqlite_faults()
        else:  # its pages have check sums of their own (`data_checksums`): reading all of them is the check
            for _ in dump(tables()):
                pass

    def _record(self) -> Iterable[Reason]:
        self._need_tables()
        self.record_length = records.check()
        return ()

    def _custody(self) -> Iterable[Reason]:
        """Without the keys of the cases: that no line is missing in between. Whether each holds, its case shows when sealed."""
        self._need_tables()
        for row in CustodyLine.objects.order_by().values("case").annotate(lines=Count("id"), last=Max("seq")):
            if row["lines"] != row["last"]:
                yield Reason.of("check-custody-gap", {"case": str(row["case"])})

    def _vault(self) -> Iterable[Reason]:
        self._need_tables()
        return vault_faults(self.folder.vault)

    def _strays(self) -> Iterable[Reason]:
        self._need_tables()
        for path in strays(self.folder.vault):
            yield Reason.of("check-stray", {"file": path.name})

    def _disk(self) -> Iterable[Reason]:
        free = shutil.disk_usage(self.folder.data).free
        if free < LEAST_FREE:
            yield Reason.of("check-disk-full", {"free": free // 1_000_000})

    def _clock(self) -> Iterable[Reason]:
        self._need_tables()
        if clock_went_back():
            yield Reason.of("check-clock-back", {})

    def _last_backup(self) -> Iterable[Reason]:
        last = last_backup(self.folder.data)
        if last is None:
            raise NotChecked("check-no-backup")
        if timezone.now() - last.at > BACKUP_EVERY:
            yield Reason.of("check-backup-old", {"day": last.at.date().isoformat()})

    def _need_tables(self) -> None:
        if not self._usable:
            raise NotChecked("check-tables-first")


def secret_fits() -> bool:
    """Does the secret in the keys folder, as it is now, open the names in this database? True where there is none yet."""
    first = Organisation.objects.order_by("made_at").first()
    try:
        return first is None or bool(Node(node().folder).open_name(first.id, first.name_sealed))
    except Unsound:
        return False


def clock_went_back(now: datetime | None = None) -> bool:
    """Is something in the database later than this machine's clock?"""
    now = (now or timezone.now()) + _CLOCK_MAY_DIFFER
    for model in apps.get_app_config("store").get_models():
        times = [field.attname for field in model._meta.concrete_fields if isinstance(field, DateTimeField)]
        for column in set(times) - _AHEAD:
            if model._default_manager.filter(**{f"{column}__gt": now}).exists():
                return True
    return False


def _sqlite_faults() -> Iterator[Reason]:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check(5)")
        for (said,) in cursor.fetchall():
            if said != "ok":
                yield Reason.of("check-database-broken", {"why": str(said)[:200]})
        cursor.execute("PRAGMA foreign_key_check")
        for table, *_ in cursor.fetchmany(5):
            yield Reason.of("check-database-broken", {"why": f"{table}: foreign key"})


def _open_to_others(path: Path) -> bool:
    try:
        return bool(path.stat().st_mode & 0o077)
    except FileNotFoundError:  # what is missing is another check's, or was removed in between
        return False
