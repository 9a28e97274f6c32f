"""Figures across nodes: how states answer requests, without any case.

`show` prints the table of what this node and its members told. `publish QUARTER` (such as 2026-Q2) counts a closed quarter once
and prints exactly what would leave; with --send it is told to every node that is a member, with --file what was told is written
as a signed file, for one that no letter reaches. `hear FILE` takes in such a file of another. publish asks who you are (--sign-in
NAME; the passphrase is typed, or comes as one line of standard input).
"""

from __future__ import annotations

import argparse
import sys
from typing import Any

import msgspec

from longarm.cli.exchange.places import add_node, attach_node
from longarm.cli.given_path import given_path
from longarm.errors import BadInput, system_reason
from longarm.exchange.figures.document import FiguresTable, Number
from longarm.exchange.figures.file import MAX_FILE
from longarm.exchange.figures.published import Published


class Heard(msgspec.Struct, frozen=True):
    organisation: str
    quarter: str
    numbers: int


class FiguresAnswer(msgspec.Struct, frozen=True):
    """`table`: of show. `leaves`: of publish, all that leaves or left; `sent`: to so many nodes just now. `heard`: of hear."""

    table: FiguresTable | None = None
    leaves: Published | None = None
    sent: int = 0
    heard: tuple[Heard, ...] = ()


ANSWER = FiguresAnswer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT", help="show, publish, hear")
    show = acts.add_parser("show", help="the table of all that was told")
    show.add_argument("--quarter", default="", help="of this quarter only, such as 2026-Q2")
    publish = acts.add_parser("publish", help="count a closed quarter, and print what would leave")
    publish.add_argument("quarter")
    publish.add_argument("--sign-in", metavar="NAME", required=True)
    publish.add_argument(
        "--never-counted", action="store_true", help="after a restore: nobody counted it since the backup, as you have asked"
    )
    publish.add_argument("--send", action="store_true", help="tell it to every node that is a member")
    publish.add_argument("--file", type=given_path, help="write what was told as a signed file")
    hear = acts.add_parser("hear", help="take in the signed files of others")
    hear.add_argument("files", type=given_path, nargs="+", metavar="FILE")
    for one in (show, publish, hear):
        one.add_argument("--json", action="store_true", help="one JSON document")
        add_node(one)


def run(options: argparse.Namespace) -> int:
    attach_node(options)
    made = {"show": _show, "publish": _publish, "hear": _hear}[options.act](options)
    if options.json:
        from longarm.cli.output import write_json

        write_json(made)
        return 0
    for line in _text(made):
        sys.stdout.buffer.write(f"{line}\n".encode())
    return 0


def _show(options: argparse.Namespace) -> FiguresAnswer:
    from longarm.casework.exchange.figures.reading import table

    return FiguresAnswer(table=table(None, options.quarter).document)


def _publish(options: argparse.Namespace) -> FiguresAnswer:
    from django.utils import timezone

    from longarm.casework.exchange.figures.telling import draw, file_of, tell
    from longarm.casework.people.visits import sign_in
    from longarm.cli.exchange.passphrase import passphrase

    actor = sign_in(options.sign_in, passphrase(options)).actor
    drawn = draw(actor, options.quarter, timezone.localdate(), never=options.never_counted)
    sent = tell(actor, options.quarter, timezone.now()) if options.send else 0
    if options.file:
        data = file_of(actor, options.quarter)
        try:
            options.file.write_bytes(data)
        except OSError as fault:
            raise BadInput("figure-file-unwritable", file=str(options.file), why=system_reason(fault)) from fault
    return FiguresAnswer(leaves=drawn.published, sent=sent)


def _hear(options: argparse.Namespace) -> FiguresAnswer:
    from longarm.casework.exchange.figures.hearing import hear
    from longarm.casework.exchange.members import called

    heard = []
    for file in options.files:
        try:
            with file.open("rb") as source:
                told = hear(None, source.read(MAX_FILE + 1))
        except OSError as fault:
            raise BadInput("figure-file-unreadable", file=str(file), why=system_reason(fault)) from fault
        heard.append(Heard(called(told.fingerprint), told.published.period, len(told.published.figures)))
    return FiguresAnswer(heard=tuple(heard))


def _text(made: FiguresAnswer) -> list[str]:
    lines = [f"{one.quarter}  {one.numbers}  {one.organisation}" for one in made.heard]
    if made.leaves:
        of = made.leaves
        lines.append(f"{of.period}  {' '.join(of.asking)}  >= {of.least}  {len(of.figures)}")
        lines += [f"{one.requested}  {one.measure:14}  {one.what} {one.value}  {one.count}" for one in of.figures]
        lines += [f"sent: {made.sent}"] if made.sent else []
    for row in made.table.answers if made.table else ():
        results = "  ".join(f"{name} {_range(count)}" for name, count in row.results.items())
        lines.append(f"{row.state}  {row.measure:14}  {row.requests} +-{row.off_by}  {results}")
        reasons: dict[Any, Number] = dict(row.reasons)
        if row.half_within is not None or reasons:
            why = "  ".join(f"{name} {_range(count)}" for name, count in reasons.items())
            lines.append(f"    half <= {row.half_within or '?'} d  {why}".rstrip())
    return lines


def _range(count: Number) -> str:
    if count.told == count.at_most:
        return str(count.told)
    return f"{count.told}-{count.at_most}" if count.told else f"<{count.at_most + 1}"
