"""Whom the hub serves. `add` asks for the fingerprint that was compared by voice; `cut-off` works at once."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from longarm.cli.hub_places import add_places, hub

if TYPE_CHECKING:
    from longarm.hub.members import MemberView


class MemberAnswer(msgspec.Struct, frozen=True):
    fingerprint: str
    organisation: str
    states: tuple[str, ...]
    address: str
    since: datetime
    cut_off_at: datetime | None
    entries_a_day: int


ANSWER = MemberAnswer  # one object a line


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT", help="add, list, cut-off")
    adding = acts.add_parser("add", help="take a node in, or take it back")
    adding.add_argument("card", type=Path, help="the file with its card")
    adding.add_argument(
        "--fingerprint", required=True, help="as it was heard, compared by voice; groups and spaces do not matter"
    )
    adding.add_argument("--entries-a-day", type=int, default=0, help="tokens it may register in a day (default: 20,000)")
    cutting = acts.add_parser("cut-off", help="refuse a member from now on")
    cutting.add_argument("fingerprint")
    for act in (adding, cutting, acts.add_parser("list", help="everybody, those cut off too")):
        act.add_argument("--json", action="store_true", help="one object a line")
        add_places(act)


def run(options: argparse.Namespace) -> int:
    from longarm.cli.cards import read_file
    from longarm.keys.node import fingerprint_given

    hub(options)
    from longarm.hub import members

    now = datetime.now(UTC)
    if options.act == "add":
        found: tuple[MemberView, ...] = (
            members.add(read_file(options.card), options.fingerprint, now, max(0, options.entries_a_day)),
        )
    elif options.act == "cut-off":
        found = (members.cut_off(fingerprint_given(options.fingerprint), now),)
    else:
        found = members.everybody()
    _show(found, options.json)
    return 0


def _show(found: tuple[MemberView, ...], as_json: bool) -> None:
    if as_json:
        from longarm.cli.output import write_lines

        write_lines(_answer(view) for view in found)
        return
    for view in found:
        state = f"cut off {view.cut_off_at:%Y-%m-%d %H:%M}" if view.cut_off_at else f"since {view.since:%Y-%m-%d}"
        line = f"{view.card.fingerprint[:16]}  {','.join(view.card.states) or '-':<8} {state:<24} {view.card.organisation}"
        sys.stdout.buffer.write(line.encode() + b"\n")


def _answer(view: MemberView) -> MemberAnswer:
    card = view.card
    return MemberAnswer(
        card.fingerprint, card.organisation, card.states, card.address, view.since, view.cut_off_at, view.entries_a_day
    )
