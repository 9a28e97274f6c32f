"""The keys this holder has a share of. `show` prints one for a new holder; it is public. `end`: it is answered no more.

`end` without --on works at once: for a key that may be known to somebody.
"""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from longarm.cli.holder.places import add_places, holder
from longarm.cli.telling import language_of, tell
from longarm.texts import say

if TYPE_CHECKING:
    from longarm.exchange.holder.bodies import Key


class KeyAnswer(msgspec.Struct, frozen=True):
    """`public`: the whole key times the generator, hexadecimal. `holders`: fingerprints, the first has the share at 1."""

    epoch: str
    purpose: str
    renewal: int
    threshold: int
    holders: tuple[str, ...]
    public: str
    until: date | None


ANSWER = KeyAnswer  # one object a line


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT", help="list, show, end")
    showing = acts.add_parser("show", help="print what a new holder needs to know of a key, for exchange ceremony --reshare")
    showing.add_argument("epoch")
    add_places(showing)
    ending = acts.add_parser("end", help="answer a key no more")
    ending.add_argument("epoch")
    ending.add_argument("--on", type=date.fromisoformat, help="its last day (default: at once)")
    for act in (ending, acts.add_parser("list", help="every key that is answered today")):
        act.add_argument("--json", action="store_true", help="one object a line")
        add_places(act)


def run(options: argparse.Namespace) -> int:
    from longarm.cli.output import write_lines

    holder(options)
    from longarm.holder import shares

    now = datetime.now(UTC)
    if options.act == "show":
        sys.stdout.buffer.write(_described(shares.key(options.epoch, now)))
        return 0
    if options.act == "end":
        shares.end(options.epoch, now, options.on)
    found = [
        KeyAnswer(
            key.epoch,
            key.purpose,
            key.renewal,
            key.commitments.threshold,
            tuple(one.fingerprint for one in key.participants),
            key.commitments.public.hex(),
            key.until,
        )
        for key in shares.keys(now).keys
    ]
    if options.json:
        write_lines(found)
        return 0
    language, told = language_of(options), []
    for key in found:
        facts = {"epoch": key.epoch, "threshold": key.threshold, "holders": len(key.holders), "renewal": key.renewal}
        until = say("terminal-key-until", language, day=key.until, **facts) if key.until else None
        told.append(until or say("terminal-key", language, **facts))
    tell(told, language)
    return 0


def read_key(path: Path) -> Key:
    """What `show` printed. Raises BadInput when the file is something else. It is believed of no one: the ceremony binds it."""
    from longarm.cli.cards import read_file
    from longarm.errors import BadInput
    from longarm.exchange.holder.bodies import Key

    try:
        return msgspec.json.decode(read_file(path), type=Key)
    except (ValueError, RecursionError):
        raise BadInput("keyholder-key-file", file=str(path)) from None


def _described(key: Key) -> bytes:
    return msgspec.json.format(msgspec.json.encode(key), indent=1) + b"\n"
