"""Whom the hub serves. `add` asks for the fingerprint that was compared by voice; `cut-off` works at once."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from longarm.cli.hub.places import add_places, hub
from longarm.cli.member_acts import add_member_acts, show_members, states_of, whole
from longarm.cli.telling import language_of, since
from longarm.texts import Sentence

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
    adding = add_member_acts(parser, add_places, whom="a node", cut_off="refuse a member from now on")
    adding.add_argument("--entries-a-day", type=int, default=0, help="tokens it may register in a day (default: 20,000)")


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
        found = (members.cut_off(fingerprint_given(whole(options.fingerprint, members.everybody())), now),)
    else:
        found = members.everybody()
    show_members(found, None if options.json else language_of(options), _answer, _line)
    return 0


def _line(view: MemberView) -> Sentence:
    return Sentence(
        "terminal-member",
        fingerprint=view.card.fingerprint[:16],
        states=states_of(view.card),
        since=since(view.since, view.cut_off_at),
        organisation=view.card.organisation,
    )


def _answer(view: MemberView) -> MemberAnswer:
    card = view.card
    return MemberAnswer(
        card.fingerprint, card.organisation, card.states, card.address, view.since, view.cut_off_at, view.entries_a_day
    )
