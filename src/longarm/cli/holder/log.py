"""What happened at the key holder, counted by day, member and what. It holds nothing of what was asked."""

from __future__ import annotations

import argparse
from datetime import date, datetime

import msgspec

from longarm.cli.counted import counted
from longarm.cli.holder.places import add_places, holder
from longarm.cli.telling import did, language_of, tell
from longarm.texts import say


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
    language, told = language_of(options), []
    for line in found:
        facts = {"day": line.day, "member": line.member[:16] or "-", "what": did(line.what)}
        told.append(say("terminal-holder-line", language, letters=line.letters, elements=line.elements, **facts))
    tell(told, language)
    return 0
