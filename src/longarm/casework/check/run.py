"""Runs the checks of a node, of a backup folder, or of both against each other."""

from __future__ import annotations

from typing import NamedTuple

from django.utils import timezone
from nacl.public import PrivateKey

from longarm.casework.backup.marker import LastCheck, remember_check
from longarm.casework.backup.shelf import Shelf
from longarm.casework.check.backup_checks import BackupChecks
from longarm.casework.check.node_checks import NodeChecks
from longarm.casework.check.report import CheckReport
from longarm.casework.check.vault_checks import remove_strays
from longarm.casework.node import node


class Asked(NamedTuple):
    """A backup folder to check; `private` from the paper, `at`: which backup is decrypted, `node_key`: who must have signed."""

    shelf: Shelf
    private: PrivateKey | None = None
    at: int | None = None
    node_key: str | None = None


def check(of_node: bool, backup: Asked | None, *, remove: bool = False) -> CheckReport:
    """`of_node`: Django is set up for a node, which is checked and remembers that it was. `remove`: stray files first.

    Raises BadInput when the backup folder holds no backup, or none of that number.
    """
    folder = node().folder
    removed = remove_strays(folder.vault) if of_node and remove else 0
    of_folder = NodeChecks(folder)
    checks = list(of_folder.run()) if of_node else []
    if backup is not None:
        of_backup = BackupChecks(
            backup.shelf, private=backup.private, at=backup.at, node_key=backup.node_key, beside_node=of_node
        )
        checks += of_backup.run()
    report = CheckReport(
        data=str(folder.data) if of_node else None,
        backup=str(backup.shelf.root) if backup else None,
        sound=all(one.state != "failed" for one in checks),
        record_length=of_folder.record_length,
        backups=tuple(backup.shelf.backups()) if backup else (),
        removed=removed,
        checks=tuple(checks),
    )
    if of_node:
        last = LastCheck(at=timezone.now(), record_length=report.record_length or 0, failed=report.failed)
        remember_check(folder.data, last)
    return report
