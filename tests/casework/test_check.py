"""`longarm check` finds what is wrong with a node or a backup, names it, and changes nothing."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.utils import timezone

from backing_up import Kept, a_node, backed_up, spoil
from longarm.casework.backup.manifest import read as read_manifest
from longarm.casework.backup.manifest import to_bytes
from longarm.casework.backup.marker import LastBackup, last_check, remember_backup
from longarm.casework.backup.opening import open_shelf
from longarm.casework.check.report import BACKUP, CHECKS, NODE, CheckReport
from longarm.casework.check.run import Asked, check
from longarm.casework.node import node
from longarm.errors import BadInput
from longarm.keys.backup import read_backup_paper
from longarm.keys.node import create
from longarm.store import records
from longarm.store.models import CaseContent, CustodyLine, Exhibit, Record, RecordHead
from longarm.store.vault import incoming, path_of

pytestmark = pytest.mark.django_db(transaction=True)
DAY = 86_400


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    node().signing_key  # noqa: B018 - made at first use
    os.umask(0o077)
    for path in node().folder.data.rglob("*"):  # the tests' own database was made before
        path.chmod(0o700 if path.is_dir() else 0o600)
    node().folder.data.chmod(0o700)
    for marker in node().folder.data.glob("last-*.json"):
        marker.unlink()
    return a_node(tmp_path)


def failed(report: CheckReport) -> list[str]:
    return [one.name for one in report.checks if one.state == "failed"]


def asked(kept: Kept, *, paper: bool = False, **more: object) -> Asked:
    private = read_backup_paper(kept.paper.read_text()) if paper else None
    return Asked(open_shelf(kept.folder), private, **more)  # type: ignore[arg-type]


def test_a_whole_node_and_its_backup_pass_every_check(kept: Kept) -> None:
    backed_up(kept.folder)
    backed_up(kept.folder)
    report = check(True, asked(kept, paper=True))
    assert [(one.number, one.name, one.state) for one in report.checks] == [
        (number, name, "passed") for number, name in enumerate(CHECKS, 1)
    ]
    assert report.sound
    assert (report.backups, report.record_length) == ((1, 2), Record.objects.count())
    assert last_check(node().folder.data).failed == ()


def test_a_backup_alone_is_checked_without_the_node_and_without_the_paper(kept: Kept) -> None:
    backed_up(kept.folder)
    report = check(False, asked(kept))
    states = {one.name: one.state for one in report.checks}
    assert states == {**dict.fromkeys(BACKUP, "passed"), **dict.fromkeys(("signer", "rows", "continues", "bytes"), "not_checked")}
    pinned = check(False, asked(kept, node_key=node().signing_key.fingerprint))
    assert {one.name: one.state for one in pinned.checks}["signer"] == "passed"
    assert failed(check(False, asked(kept, node_key="0" * 64))) == ["signer"]
    with pytest.raises(BadInput, match="There is no backup"):
        check(False, asked(kept, at=7))


def lost_file(kept: Kept) -> None:
    next(node().vault.glob("??/*")).unlink()


def shorter_file(kept: Kept) -> None:
    with path_of(node().vault, Exhibit.objects.get().vault_name).open("r+b") as file:
        file.truncate(100)


def readable_file(kept: Kept) -> None:
    next(node().vault.glob("??/*")).chmod(0o644)


def readable_secret(kept: Kept) -> None:
    (node().folder.keys / "node.secret").chmod(0o640)


def another_secret(kept: Kept) -> None:
    (node().folder.keys / "node.secret").write_text("ab" * 32)


def no_keys(kept: Kept) -> None:
    (node().folder.keys / "node.pem").unlink()


def rewritten_record(kept: Kept) -> None:
    Record.objects.filter(seq=2).update(line_sealed=b"another")


def missing_custody(kept: Kept) -> None:
    CustodyLine.objects.filter(seq=1).delete()


def clock_back(kept: Kept) -> None:
    CaseContent.objects.update(made_at=timezone.now() + timedelta(days=2))


def old_backup(kept: Kept) -> None:
    remember_backup(node().folder.data, "another", LastBackup(at=timezone.now() - timedelta(days=8), number=1, manifest=""))


FAULTS: dict[Callable[[Kept], None], tuple[str, str]] = {
    lost_file: ("vault", "is missing from the vault"),
    shorter_file: ("vault", "is not as it was stored"),
    readable_file: ("folder", "can be read by others"),
    readable_secret: ("keys", "can be read by others"),
    another_secret: ("keys", "is not this node’s secret"),
    no_keys: ("keys", "there is no key file"),
    rewritten_record: ("record", "does not hold together"),
    missing_custody: ("custody", "Lines are missing"),
    clock_back: ("clock", "later than this machine’s clock"),
    old_backup: ("last-backup", "Run longarm backup"),
}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_what_is_wrong_with_a_node_is_named(kept: Kept, fault: Callable[[Kept], None]) -> None:
    fault(kept)
    name, said = FAULTS[fault]
    report = check(True, None)
    assert failed(report) == [name]
    [one] = [one for one in report.checks if one.name == name]
    assert said in one.because[0].text["en"]
    assert last_check(node().folder.data).failed == (NODE.index(name) + 1,)


def test_a_stray_file_is_left_alone_for_a_day_and_removed_only_when_asked(kept: Kept) -> None:
    vault = node().vault
    with incoming(vault) as file:
        file.write(b"nobody knows me")
        stray = vault / file.keep().name[:2] / file.name
    part = vault / ".part-0"
    part.touch(0o600)
    assert failed(check(True, None)) == []
    before = len(list(vault.rglob("*")))
    for path in vault.rglob("*"):
        os.utime(path, (time.time() - DAY - 60,) * 2)
    report = check(True, None)
    assert failed(report) == ["strays"]
    assert len(list(vault.rglob("*"))) == before
    report = check(True, None, remove=True)
    assert (report.sound, report.removed, stray.exists(), part.exists()) == (True, 2, False, False)
    assert len(list(vault.rglob("*"))) == before - 2


def flipped_object(kept: Kept) -> None:
    spoil(max((kept.folder / "objects").glob("*/*"), key=lambda path: path.stat().st_size))


def lost_object(kept: Kept) -> None:
    next((kept.folder / "objects").glob("*/*")).unlink()


def changed_manifest(kept: Kept) -> None:
    spoil(kept.folder / "backups" / "000002.jsonl", at=100)


def lost_newest(kept: Kept) -> None:
    (kept.folder / "backups" / "000002.jsonl").unlink()


def forged_manifest(kept: Kept) -> None:
    """Somebody with write access puts in a manifest of the same content, signed with another key."""
    made = read_manifest(open_shelf(kept.folder), 2).manifest
    (kept.folder / "backups" / "000002.jsonl").write_bytes(to_bytes(made, create()))


def rewritten_whole_record(kept: Kept) -> None:
    """An insider with the keys makes the whole record anew, so that its chain holds."""
    Record.objects.all().delete()
    RecordHead.objects.all().delete()
    with transaction.atomic():
        for _ in range(40):
            records.append(node().record_key, at=timezone.now(), actor=None, action="signed-in", organisation=None)


def bad_disk(kept: Kept) -> None:
    """One bit of what was read out of an exhibit; no size tells, and the case's key is not here."""
    spoil(path_of(node().vault, Exhibit.objects.get().messages_vault_name))


BACKUP_FAULTS: dict[Callable[[Kept], None], set[str]] = {
    flipped_object: {"objects"},
    lost_object: {"objects"},
    changed_manifest: {"manifests", "chain"},  # the newest one the node remembers is not there to be read
    lost_newest: {"chain"},
    forged_manifest: {"chain", "signer"},
    rewritten_whole_record: {"continues"},
    bad_disk: {"bytes"},
}


@pytest.mark.parametrize("fault", BACKUP_FAULTS, ids=lambda fault: fault.__name__)
def test_what_is_wrong_with_a_backup_is_named(kept: Kept, fault: Callable[[Kept], None]) -> None:
    backed_up(kept.folder)
    backed_up(kept.folder)
    fault(kept)
    report = check(True, asked(kept))
    assert set(failed(report)) == BACKUP_FAULTS[fault]


def test_altered_rows_are_found_with_the_paper(kept: Kept) -> None:
    backed_up(kept.folder)
    shelf = open_shelf(kept.folder)
    spoil(shelf.object_path(read_manifest(shelf, 1).manifest.rows.object), at=-20)
    assert failed(check(False, asked(kept, paper=True))) == ["objects", "rows"]


def test_rows_that_point_nowhere_are_found_and_the_rest_is_still_checked(kept: Kept) -> None:
    if connection.vendor != "sqlite":  # PostgreSQL does not let it happen
        pytest.skip("SQLite alone can be told not to look")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys=OFF")
        cursor.execute("DELETE FROM store_user")
        cursor.execute("PRAGMA foreign_keys=ON")
    report = check(True, None)
    assert failed(report) == ["database"]
    assert len(report.checks) == len(NODE)
