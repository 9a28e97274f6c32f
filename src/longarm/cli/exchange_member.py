"""Whom this node speaks with: a hub, key holders, other nodes. `add` wants the fingerprint that was compared by voice.

`cut-off` works at once: nothing is sent to that party any more, and nothing of it is taken.
"""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from longarm.cli.exchange_places import add_node, attach_node

if TYPE_CHECKING:
    from longarm.casework.exchange.members import MemberView


class MemberAnswer(msgspec.Struct, frozen=True):
    fingerprint: str
    role: str
    organisation: str
    states: tuple[str, ...]
    address: str
    since: datetime
    cut_off_at: datetime | None


ANSWER = MemberAnswer  # one object a line


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT", help="add, list, cut-off")
    adding = acts.add_parser("add", help="take a party in, or take it back")
    adding.add_argument("card", type=Path, help="the file with its card")
    adding.add_argument("--fingerprint", required=True, help="as it was heard; groups and spaces do not matter")
    cutting = acts.add_parser("cut-off", help="from now on nothing goes there and nothing of it is taken")
    cutting.add_argument("fingerprint")
    for act in (adding, cutting, acts.add_parser("list", help="everybody, those cut off too")):
        act.add_argument("--json", action="store_true", help="one object a line")
        add_node(act)


def run(options: argparse.Namespace) -> int:
    from longarm.cli.cards import read_file

    attach_node(options)
    from longarm.casework.exchange import members

    if options.act == "add":
        found: tuple[MemberView, ...] = (members.add(None, read_file(options.card), options.fingerprint),)
    elif options.act == "cut-off":
        found = (members.cut_off(None, options.fingerprint),)
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
        line = f"{view.card.fingerprint[:16]}  {view.card.role:<7} {','.join(view.card.states) or '-':<8} {state:<24} "
        sys.stdout.buffer.write((line + view.card.organisation + "\n").encode())


def _answer(view: MemberView) -> MemberAnswer:
    card = view.card
    return MemberAnswer(card.fingerprint, card.role, card.organisation, card.states, card.address, view.since, view.cut_off_at)
