"""Checks a sealed bundle, folder or ZIP, without a network and without changing it.

Every check is listed with its number (docs/evidence.md tells what each means). Exit code 0: sound; 1: not sound, each
fault named; 2: no bundle. A bundle without a time-stamp can be sound: what concerns the stamp is then not checked.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from longarm.cli import for_terminal
from longarm.cli.given_path import given_path
from longarm.cli.language import spoken
from longarm.cli.terminal import one_line
from longarm.errors import BadInput, system_reason
from longarm.evidence.report import Check, Report
from longarm.texts import Language, say

ANSWER = Report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("bundle", type=given_path, metavar="BUNDLE", help="the bundle, folder or ZIP")
    parser.add_argument(
        "--tsa-root", type=given_path, metavar="PEM", help="root certificates of the time-stamping authorities you trust"
    )
    parser.add_argument("--node-key", metavar="FINGERPRINT", help="SHA-256 fingerprint the sealing key must have")
    parser.add_argument(
        "--checkpoint", type=given_path, metavar="FILE", help="checkpoint.json of an earlier bundle of the same record"
    )
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")


def run(options: argparse.Namespace) -> int:
    from longarm.cli.stamp import read_roots
    from longarm.evidence.verify import verify
    from longarm.keys.node import fingerprint_given

    report = verify(
        options.bundle,
        roots=read_roots(options.tsa_root) if options.tsa_root else (),
        node_key=fingerprint_given(options.node_key) if options.node_key else None,
        checkpoint=_read(options.checkpoint) if options.checkpoint else None,
    )
    if options.json:
        from longarm.cli.output import write_json

        write_json(report)
    else:
        language = spoken()
        sys.stdout.write(for_terminal(_text(report, language), language))
    return 0 if report.sound else 1


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as reader:
            return reader.read(1 << 16)
    except OSError as fault:
        raise BadInput("verify-unreadable", file=str(path), why=system_reason(fault)) from fault


def _text(report: Report, language: Language) -> str:
    states = [check.state for check in report.checks]
    counts = {"passed": states.count("passed"), "unchecked": states.count("not_checked")}
    if report.sound:
        lines = [say("verify-sound", language, **counts)]
    else:
        lines = [say("verify-not-sound", language, failed=states.count("failed"), **counts)]
    if report.sealed_at:
        facts = {"at": report.sealed_at, "exhibits": report.exhibits, "lines": report.custody_length}
        lines.append(say("verify-sealed-at", language, **facts))
    for stamp in report.stamps:
        ends = stamp.certificate_ends or "?"
        lines.append(say("verify-stamp-seen", language, tsa=stamp.tsa, at=stamp.at, who=stamp.authority, ends=ends))
    if report.stamped == "pending":
        lines.append(say("verify-pending", language))
    lines += [line for check in report.checks for line in _check(check, language)]
    return "".join(one_line(line) + "\n" for line in lines)


def _check(check: Check, language: Language) -> list[str]:
    state = say(f"verify-state-{check.state.replace('_', '-')}", language)
    lines = [f"{check.number:>3}  {state}: {check.text[language]}"]
    lines += [f"       {reason.text[language]}" for reason in check.because]
    if check.more:
        lines.append(f"       {say('verify-more', language, count=check.more)}")
    return lines
