"""Planted identifiers that no honest party can name. Exit 1 when one was met, or agreed words were not heard of: read on.

`plant` without more: one that nobody can know; met, the hub or the key holders lie. `plant --line NUMBER`: a telephone number of
this organisation that was given to nobody; met, that organisation tries numbers out. `plant --agreed`: words agreed on by voice
with another organisation that plants the same (a line of standard input after the passphrase); not heard of after three days,
the hub holds hits back, or the other has not planted them. Without anything: is there an alarm? For a timer; what is planted is
not told. plant, list and remove ask who you are (--sign-in NAME).
"""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec

from longarm.cli import for_terminal
from longarm.cli.exchange.places import add_node, attach_node
from longarm.cli.telling import language_of, letters, listed, tell
from longarm.texts import Language, say

if TYPE_CHECKING:
    from longarm.casework.exchange.probes import Probe


class ProbeLine(msgspec.Struct, frozen=True):
    """`finding`: quiet, met (by somebody who named it), met_unnamed (by somebody who holds the token without naming it), heard,
    silent. `value`: only in `list`; agreed words are kept nowhere. `others`: who met it.
    """

    id: str
    why: str
    value: str
    finding: str
    others: tuple[str, ...]
    planted_at: datetime
    posted_at: datetime | None
    at: datetime | None


class ProbeAnswer(msgspec.Struct, frozen=True):
    """`alarm`: does one of them say that something is wrong? Without `list`, `probes` holds only those."""

    alarm: bool
    probes: tuple[ProbeLine, ...]


ANSWER = ProbeAnswer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    _common(parser)
    acts = parser.add_subparsers(dest="act", metavar="ACT", help="plant, list, remove; without one: is there an alarm?")
    plant = acts.add_parser("plant", help="register an identifier that no honest party can name")
    what = plant.add_mutually_exclusive_group()
    what.add_argument("--line", metavar="NUMBER", help="a telephone number of this organisation, given to nobody")
    what.add_argument("--agreed", action="store_true", help="words agreed on by voice with another organisation")
    remove = acts.add_parser("remove", help="withdraw one")
    remove.add_argument("probe", type=UUID)
    for signed in (plant, acts.add_parser("list", help="what is planted, and what became of it"), remove):
        signed.add_argument("--sign-in", metavar="NAME", required=True)
        _common(signed, again=True)


def run(options: argparse.Namespace) -> int:
    attach_node(options)
    from longarm.casework.exchange import probes

    found = _signed(options) if options.act else probes.alarms()
    alarm = any(one.finding in probes.ALARMS for one in found)
    answer = ProbeAnswer(alarm, tuple(_line(one) for one in found))
    if options.json:
        from longarm.cli.output import write_json

        write_json(answer)
    else:
        language = language_of(options)
        tell((_text(line, language) for line in answer.probes), language)
    return 1 if alarm else 0


def _text(line: ProbeLine, language: Language) -> str:
    why = say("terminal-probe-why", language, why=line.why)
    finding = say("terminal-probe-finding", language, finding=line.finding)
    told = [why, finding, *([line.value] if line.value else []), *map(letters, line.others)]
    return say("terminal-probe", language, id=line.id, told=listed(told, language))


def _signed(options: argparse.Namespace) -> tuple[Probe, ...]:
    from longarm.casework.exchange import probes
    from longarm.casework.people.visits import sign_in
    from longarm.cli.exchange.passphrase import passphrase

    actor = sign_in(options.sign_in, passphrase(options)).actor
    if options.act == "remove":
        probes.remove(actor, options.probe)
    elif options.act == "plant":
        words = _words(options) if options.agreed else options.line or ""
        why: probes.Why = "agreed" if options.agreed else "own_line" if options.line else "nobody"
        made = probes.plant(actor, why, words)
        return tuple(one for one in probes.probes(actor) if one.id == made)
    return probes.probes(actor)


def _line(one: Probe) -> ProbeLine:
    return ProbeLine(str(one.id), one.why, one.value, one.finding, one.others, one.planted_at, one.posted_at, one.at)


def _common(parser: argparse.ArgumentParser, *, again: bool = False) -> None:
    """`again`: after the act too; what was said before it is not undone there."""
    if not again:
        parser.add_argument("--json", action="store_true", help="one JSON document")
        add_node(parser)
        return
    parser.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="one JSON document")
    for name, type_ in (("--data", Path), ("--keys", Path), ("--lang", str)):
        parser.add_argument(name, type=type_, default=argparse.SUPPRESS, help=argparse.SUPPRESS)


def _words(options: argparse.Namespace) -> str:
    if sys.stdin.isatty():
        language = language_of(options)
        sys.stderr.write(for_terminal(say("probe-type-words", language), language) + "\n")
    return sys.stdin.readline()
