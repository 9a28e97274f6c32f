"""Restores a backup into a new data folder (and into the empty PostgreSQL of DATABASE_URL, where that is set).

Asks for the backup key on the paper. Everything is checked before it is put in place; what was deleted since the
backup stays deleted. The node's own keys (node.secret, node.pem) are in no backup: put them back from your copy.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import Literal

import msgspec

from longarm.cli import for_terminal
from longarm.cli.given_path import given_path
from longarm.cli.paper import read_paper
from longarm.cli.telling import language_of
from longarm.texts import LANGUAGES, Language, say


class RestoreAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What `longarm restore --json` answers. `at`: when the backup was made (RFC 3339, UTC).

    `deleted`: cases and exhibits that were in the backup and had been deleted since. `missing`: files the backup never had.
    `secret`: is the node's secret in its folder, and does it fit? `signer`: fingerprint of the node that signed;
    `signer_compared`: with the key in the keys folder or the one given.
    """

    data: str
    keys: str
    number: int
    at: str
    rows: int
    files: int
    deleted: int
    missing: int
    secret: Literal["fits", "other", "missing"]
    signer: str
    signer_compared: bool


ANSWER = RestoreAnswer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="source", type=given_path, metavar="FOLDER", required=True, help="folder of the backups")
    parser.add_argument(
        "--data", type=given_path, metavar="NEWDIR", required=True, help="data folder to make; must not hold anything"
    )
    parser.add_argument(
        "--keys", type=given_path, help="folder of the node's keys (default: LONGARM_KEYS, else beside the data folder)"
    )
    parser.add_argument("--at", type=int, metavar="N", help="number of the backup (default: the newest)")
    parser.add_argument("--key-file", type=given_path, metavar="FILE", help="file with the backup key, instead of typing it")
    parser.add_argument("--node-key", metavar="FINGERPRINT", help="fingerprint the backup must be signed with")
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")
    parser.add_argument("--lang", choices=LANGUAGES, help="language of what is printed here")


def run(options: argparse.Namespace) -> int:
    """Returns 0 when the node is restored. Raises BadInput, Unsound when nothing was put in place."""
    from longarm.casework.backup.opening import open_shelf
    from longarm.casework.backup.target import target
    from longarm.keys.node import fingerprint_given
    from longarm.store.folder import folder_of

    os.umask(0o077)
    if options.keys:
        os.environ["LONGARM_KEYS"] = str(options.keys.absolute())
    folder = folder_of(options.data)
    shelf = open_shelf(options.source.absolute())
    node_key = fingerprint_given(options.node_key) if options.node_key else None
    language = language_of(options)
    private = read_paper(options.key_file, language)
    with target(folder) as beside:
        from longarm.casework.backup.restore import restore  # its tables want Django set up, as `target` does

        done = restore(shelf, beside, private, options.at, node_key)
    answer = RestoreAnswer(
        data=str(folder.data),
        keys=str(folder.keys),
        number=done.number,
        at=done.at.isoformat(timespec="seconds"),
        rows=done.rows,
        files=done.files,
        deleted=done.deleted,
        missing=done.missing,
        secret=done.secret,
        signer=done.signer,
        signer_compared=done.pinned,
    )
    if options.json:
        from longarm.cli.output import write_json

        write_json(answer)
    else:
        sys.stdout.write("".join(for_terminal(line, language) + "\n" for line in _lines(answer, language)))
    return 0


def _lines(done: RestoreAnswer, language: Language) -> list[str]:
    from longarm.keys.node import spoken as in_groups

    day = done.at[:10]
    lines = [say("restore-done", language, number=done.number, day=day, rows=done.rows, files=done.files, data=done.data)]
    if done.deleted:
        lines.append(say("restore-deleted-again", language, count=done.deleted))
    if done.missing:
        lines.append(say("restore-lacks", language, count=done.missing))
    if not done.signer_compared:
        lines.append(say("restore-signer", language, fingerprint=in_groups(done.signer)))
    if done.secret != "fits":  # noqa: S105 - a state, not a secret
        lines.append(say(f"restore-secret-{done.secret}", language, keys=done.keys))
    lines += [say("restore-consents-held", language), say("restore-now-check", language, data=done.data)]
    return lines
