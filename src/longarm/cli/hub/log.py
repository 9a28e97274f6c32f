"""The head of the hub's log, and what happened, counted by day, member and what. It holds nothing of the letters.

The head is what two nodes compare: if the hub shows them different ones for one size, it lies to one of them.
"""

from __future__ import annotations

import argparse
from datetime import UTC, date, datetime

import msgspec

from longarm.cli.counted import counted
from longarm.cli.hub.places import add_places, hub
from longarm.cli.telling import did, language_of, tell
from longarm.texts import say


class LineAnswer(msgspec.Struct, frozen=True):
    """`member`: a fingerprint, empty for a stranger."""

    day: date
    member: str
    what: str
    times: int
    last_at: datetime


class LogAnswer(msgspec.Struct, frozen=True):
    """`root`: hexadecimal, of the log with `size` leaves."""

    size: int
    root: str
    lines: tuple[LineAnswer, ...]


ANSWER = LogAnswer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--last", type=counted, default=100, help="how many lines (default: 100)")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    add_places(parser)


def run(options: argparse.Namespace) -> int:
    from longarm.cli.output import write_json

    _, party = hub(options)
    from longarm.hub.lines import lines
    from longarm.hub.log import head_of

    head = head_of(party, datetime.now(UTC))
    answer = LogAnswer(head.size, head.root.hex(), tuple(LineAnswer(*line) for line in lines(max(1, options.last))))
    if options.json:
        write_json(answer)
        return 0
    language = language_of(options)
    told = [say("terminal-log-head", language, size=answer.size, root=answer.root)]
    for line in answer.lines:
        facts = {"day": line.day, "member": line.member[:16] or "-", "what": did(line.what), "times": line.times}
        told.append(say("terminal-hub-line", language, **facts))
    tell(told, language)
    return 0
