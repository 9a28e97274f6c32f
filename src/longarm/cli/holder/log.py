"""What happened at the key holder, counted by day, member and what. It holds nothing of what was asked."""

from __future__ import annotations

import argparse
import sys
from datetime import date, datetime

import msgspec

from longarm.cli.counted import counted
from longarm.cli.holder.places import add_places, holder


class LineAnswer(msgspec.Struct, frozen=True):
    """`member`: a fingerprint, empty for a stranger. `letters` of this kind that day, and the `elements` in them."""

    day: date
    member: str
    what: str
    letters: int
    elements: int
    last_at: datetime


ANSWER = LineAnswer  # one object a line


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--last", type=counted, default=100, help="how many lines (default: 100)")
    parser.add_argument("--json", action="store_true", help="one object a line")
    add_places(parser)


def run(options: argparse.Namespace) -> int:
    from longarm.cli.output import write_lines

    holder(options)
    from longarm.holder.lines import lines

    found = [LineAnswer(*line) for line in lines(max(1, options.last))]
    if options.json:
        write_lines(found)
        return 0
    for line in found:
        sys.stdout.write(f"{line.day}  {line.member[:16] or '-':<16}  {line.what:<28} {line.letters:>7} {line.elements:>9}\n")
    return 0
