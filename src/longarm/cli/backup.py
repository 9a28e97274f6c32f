"""Makes an encrypted backup of the node while it runs. Only what is new is copied; each backup stands for itself.

First make a backup key (--new-key) and print it: backups are sealed to its public half, and only the paper opens them.
The keys folder (node.secret, node.pem) is in no backup: keep a copy of it in a second place. docs/operations.md tells more.
"""

from __future__ import annotations

import argparse
import os
import sys

import msgspec

from longarm.cli import for_terminal
from longarm.cli.given_path import given_path
from longarm.cli.telling import language_of
from longarm.errors import BadInput
from longarm.texts import LANGUAGES, Sentence, say


class BackupAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What `longarm backup --json` answers. Sizes in bytes; `at`: RFC 3339, UTC.

    `missing`: files that rows name and the vault does not hold. `removed`: older backups taken away by --keep.
    `unread`: older backups in the folder that were altered. The exit code is 1 when something is missing or unread.
    """

    folder: str
    number: int
    at: str
    files: int
    new_files: int
    written: int
    missing: int
    removed: int
    unread: int


ANSWER = BackupAnswer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=given_path, help="folder of the node (default: LONGARM_DATA, else ./data)")
    parser.add_argument(
        "--keys", type=given_path, help="folder of the node's keys (default: LONGARM_KEYS, else beside the data folder)"
    )
    parser.add_argument("--to", type=given_path, metavar="FOLDER", help="folder of the backups, best on another disk")
    parser.add_argument("--keep", type=int, metavar="N", help="keep the newest N backups of the folder (default: all)")
    parser.add_argument("--new-key", action="store_true", help="make a backup key and show its paper, this once")
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")
    parser.add_argument("--lang", choices=LANGUAGES, help="language of what is printed here")


def run(options: argparse.Namespace) -> int:
    """Returns 0, or 1 when the backup was made and something is not as it should be."""
    from longarm.casework.attach import attach
    from longarm.store.folder import folder_of

    if not (options.to or options.new_key):
        raise BadInput("backup-nothing-asked")
    if options.keep is not None and options.keep < 1:
        raise BadInput("backup-bad-keep")
    if options.keys:
        os.environ["LONGARM_KEYS"] = str(options.keys.absolute())
    folder = folder_of(options.data)
    attach(folder)
    if options.new_key:
        _new_key(options)
    return _back_up(options) if options.to else 0


def _back_up(options: argparse.Namespace) -> int:
    from longarm.casework.backup.make import back_up
    from longarm.casework.backup.opening import held_shelf
    from longarm.casework.node import node

    folder, to = node().folder, options.to.absolute()
    if any(to.resolve().is_relative_to(own.resolve()) for own in (folder.data, folder.keys)):
        raise BadInput("backup-inside", folder=str(to))
    with held_shelf(to) as shelf:
        made = back_up(shelf, options.keep)
    answer = BackupAnswer(
        folder=str(to),
        number=made.number,
        at=made.at.isoformat(timespec="seconds"),
        files=made.files,
        new_files=made.new_files,
        written=made.new_bytes,
        missing=made.missing,
        removed=made.removed,
        unread=made.unread,
    )
    if options.json:
        from longarm.cli.output import write_json

        write_json(answer)
    else:
        _tell(options, answer)
    return 1 if made.missing or made.unread else 0


def _tell(options: argparse.Namespace, made: BackupAnswer) -> None:
    language = language_of(options)
    size = Sentence("terminal-megabytes", size=f"{made.written / 1_000_000:.1f}")
    lines = [say("backup-made", language, number=made.number, files=made.files, new=made.new_files, size=size)]
    if made.removed:
        lines.append(say("backup-removed", language, count=made.removed))
    if made.missing:
        lines.append(say("backup-missing", language, count=made.missing))
    if made.unread:
        lines.append(say("backup-unread", language, count=made.unread))
    sys.stdout.write("".join(for_terminal(line, language) + "\n" for line in lines))


def _new_key(options: argparse.Namespace) -> None:
    from longarm.casework.node import node
    from longarm.keys.backup import new_backup_key, read_public, short_name, store_public
    from longarm.keys.node import spoken as in_groups

    language = language_of(options)
    keys = node().folder.keys
    fingerprint = node().signing_key.fingerprint
    try:
        older = short_name(read_public(keys))
    except BadInput:
        older = None
    made = new_backup_key()
    store_public(keys, made.public)
    half = made.printed.split("-")
    lines = [
        say("backup-paper-title", language, name=short_name(made.public)),
        "",
        "    " + " - ".join(half[:7]),
        "    " + " - ".join(half[7:]),
        "",
        say("backup-paper-what", language),
        say("backup-paper-lost", language),
        say("backup-secret-too", language, keys=str(keys)),
        say("backup-paper-node", language),
        "    " + in_groups(fingerprint),
    ]
    if older:
        lines.append(say("backup-paper-older", language, name=older))
    sys.stdout.write("".join(for_terminal(line, language) + "\n" for line in lines))
