"""Whom the key holder answers. `add` asks for the fingerprint that was compared by voice; `cut-off` works at once.

The card of a hub is taken in too: its log is what holders check before reports in escrow open. A hub may ask nothing.
"""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from longarm.cli.holder.places import add_places, holder
from longarm.cli.member_acts import add_member_acts, show_members, states_of, whole
from longarm.cli.telling import language_of, since
from longarm.texts import Sentence

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
    adding = add_member_acts(parser, add_places, whom="a node or a hub", cut_off="refuse a member from now on")
    adding.add_argument("--budget", type=int, default=0, help="elements it may ask in a day (default: 20,000)")


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
        fingerprint = whole(options.fingerprint, (*map(_hub, hubs.everybody()), *members.everybody(now)))
        hub = hubs.cut_off(fingerprint, now)
        found = (_hub(hub) if hub else members.cut_off(fingerprint, now),)
    else:
        found = (*map(_hub, hubs.everybody()), *members.everybody(now))
    show_members(found, None if options.json else language_of(options), _answer, _line)
    return 0


def _hub(view: HubView) -> MemberView:
    from longarm.holder.members import MemberView

    return MemberView(view.card, view.since, view.cut_off_at, 0, 0)


def _line(view: MemberView) -> Sentence:
    card, when = view.card, since(view.since, view.cut_off_at)
    facts = {"fingerprint": card.fingerprint[:16], "since": when, "organisation": card.organisation}
    if card.role == "hub":
        return Sentence("terminal-party", role=Sentence("hit-role-hub"), states=states_of(card), **facts)
    return Sentence("terminal-asker", spent=view.spent, budget=view.budget, **facts)


def _answer(view: MemberView) -> MemberAnswer:
    card = view.card
    return MemberAnswer(card.fingerprint, card.organisation, card.states, view.since, view.cut_off_at, view.budget, view.spent)
