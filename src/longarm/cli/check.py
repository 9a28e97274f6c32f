"""Checks a node, a backup folder, or both against each other, and changes nothing (but for --remove-orphans).

Every check is listed with its number (docs/operations.md tells what each means). Exit code 0: no check failed; 1: some did,
each fault named; 2: there is nothing to check. The node may be running. A backup is checked without the paper (signatures,
chain, hashes); with the paper its database is decrypted and read to the end.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from longarm.casework.check.report import CheckReport
from longarm.cli import for_terminal
from longarm.cli.given_path import given_path
from longarm.cli.telling import language_of
from longarm.cli.terminal import one_line
from longarm.texts import LANGUAGES, Language, say

if TYPE_CHECKING:
    from longarm.casework.check.run import Asked
    from longarm.evidence.report import Check

ANSWER = CheckReport


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data", type=given_path, help="folder of the node (default without --backup: LONGARM_DATA, else ./data)"
    )
    parser.add_argument(
        "--keys", type=given_path, help="folder of the node's keys (default: LONGARM_KEYS, else beside the data folder)"
    )
    parser.add_argument("--remove-orphans", action="store_true", help="remove files no row names that are older than a day")
    parser.add_argument("--backup", type=given_path, metavar="FOLDER", help="folder of backups")
    parser.add_argument("--at", type=int, metavar="N", help="which backup is decrypted (default: the newest)")
    parser.add_argument("--paper", action="store_true", help="ask for the backup key and decrypt")
    parser.add_argument("--key-file", type=given_path, metavar="FILE", help="file with the backup key, instead of typing it")
    parser.add_argument("--node-key", metavar="FINGERPRINT", help="fingerprint the backups must be signed with")
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")
    parser.add_argument("--lang", choices=LANGUAGES, help="language of what is printed here")


def run(options: argparse.Namespace) -> int:
    report = _report(options)
    if options.json:
        from longarm.cli.output import write_json

        write_json(report)
    else:
        language = language_of(options)
        lines = _lines(report, language)
        sys.stdout.write("".join(one_line(for_terminal(line, language)) + "\n" for line in lines))
    return 0 if report.sound else 1


def _report(options: argparse.Namespace) -> CheckReport:
    from longarm.casework.attach import attach
    from longarm.store.folder import folder_of

    if options.keys:
        os.environ["LONGARM_KEYS"] = str(options.keys.absolute())
    folder = folder_of(options.data)
    beside_node = bool(options.data or not options.backup)
    if beside_node:
        attach(folder)
    else:
        from longarm.store.start import start

        start(folder)  # the tables' names are needed; no database is opened
    from longarm.casework.check.run import check

    return check(beside_node, _backup_of(options) if options.backup else None, remove=options.remove_orphans)


def _backup_of(options: argparse.Namespace) -> Asked:
    from longarm.casework.backup.opening import open_shelf
    from longarm.casework.check.run import Asked
    from longarm.cli.paper import read_paper
    from longarm.keys.node import fingerprint_given

    private = read_paper(options.key_file, language_of(options)) if options.paper or options.key_file else None
    node_key = fingerprint_given(options.node_key) if options.node_key else None
    return Asked(open_shelf(options.backup.absolute()), private, options.at, node_key)


def _lines(report: CheckReport, language: Language) -> list[str]:
    states = [check.state for check in report.checks]
    counts = {"passed": states.count("passed"), "unchecked": states.count("not_checked")}
    if report.sound:
        lines = [say("check-sound", language, **counts)]
    else:
        lines = [say("check-not-sound", language, failed=states.count("failed"), **counts)]
    if report.removed:
        lines.append(say("check-removed", language, count=report.removed))
    return lines + [line for check in report.checks for line in _check(check, language)]


def _check(check: Check, language: Language) -> list[str]:
    state = say(f"check-state-{check.state.replace('_', '-')}", language)
    lines = [f"{check.number:>3}  {state}: {check.text[language]}"]
    lines += [f"       {reason.text[language]}" for reason in check.because]
    if check.more:
        lines.append(f"       {say('check-more', language, count=check.more)}")
    return lines
