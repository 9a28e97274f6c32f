"""Whom the key holder answers. `add` asks for the fingerprint that was compared by voice; `cut-off` works at once.

The card of a hub is taken in too: its log is what holders check before reports in escrow open. A hub may ask nothing.
"""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from longarm.cli.holder_places import add_places, holder

if TYPE_CHECKING:
    from longarm.holder.hubs import HubView
    from longarm.holder.members import MemberView


class MemberAnswer(msgspec.Struct, frozen=True):
    """`budget`: elements it may ask in a day; `spent`: of today's (UTC). 0 for a hub."""

    fingerprint: str
    organisation: str
    states: tuple[str, ...]
    since: datetime
    cut_off_at: datetime | None
    budget: int
    spent: int


ANSWER = MemberAnswer  # one object a line


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT", help="add, list, cut-off")
    adding = acts.add_parser("add", help="take a node or a hub in, or take it back")
    adding.add_argument("card", type=Path, help="the file with its card")
    adding.add_argument(
        "--fingerprint", required=True, help="as it was heard, compared by voice; groups and spaces do not matter"
    )
    adding.add_argument("--budget", type=int, default=0, help="elements it may ask in a day (default: 20,000)")
    cutting = acts.add_parser("cut-off", help="refuse a member from now on")
    cutting.add_argument("fingerprint")
    for act in (adding, cutting, acts.add_parser("list", help="everybody, those cut off too")):
        act.add_argument("--json", action="store_true", help="one object a line")
        add_places(act)


def run(options: argparse.Namespace) -> int:
    from longarm.cli.cards import read_file

    holder(options)
    from longarm.exchange.card import read_card
    from longarm.holder import hubs, members

    now = datetime.now(UTC)
    if options.act == "add":
        data = read_file(options.card)
        if read_card(data).role == "hub":
            found: tuple[MemberView, ...] = (_hub(hubs.add(data, options.fingerprint, now)),)
        else:
            found = (members.add(data, options.fingerprint, now, max(0, options.budget)),)
    elif options.act == "cut-off":
        hub = hubs.cut_off(options.fingerprint, now)
        found = (_hub(hub) if hub else members.cut_off(options.fingerprint, now),)
    else:
        found = (*map(_hub, hubs.everybody()), *members.everybody(now))
    _show(found, options.json)
    return 0


def _hub(view: HubView) -> MemberView:
    from longarm.holder.members import MemberView

    return MemberView(view.card, view.since, view.cut_off_at, 0, 0)


def _show(found: tuple[MemberView, ...], as_json: bool) -> None:
    if as_json:
        from longarm.cli.output import write_lines

        write_lines(_answer(view) for view in found)
        return
    for view in found:
        state = f"cut off {view.cut_off_at:%Y-%m-%d %H:%M}" if view.cut_off_at else f"since {view.since:%Y-%m-%d}"
        line = f"{view.card.fingerprint[:16]}  {state:<24} {view.spent:>7} of {view.budget:<8} {view.card.organisation}"
        sys.stdout.buffer.write(line.encode() + b"\n")


def _answer(view: MemberView) -> MemberAnswer:
    card = view.card
    return MemberAnswer(card.fingerprint, card.organisation, card.states, view.since, view.cut_off_at, view.budget, view.spent)
