"""Whom this node speaks with: a hub, key holders, other nodes. `add` wants the fingerprint that was compared by voice.

`cut-off` works at once: nothing is sent to that party any more, and nothing of it is taken.
"""

from __future__ import annotations

import argparse
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from longarm.cli.exchange.places import add_node, attach_node
from longarm.cli.member_acts import add_member_acts, show_members, states_of, whole
from longarm.cli.telling import language_of, since
from longarm.texts import Sentence

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
    add_member_acts(parser, add_node, whom="a party", cut_off="from now on nothing goes there and nothing of it is taken")


def run(options: argparse.Namespace) -> int:
    from longarm.cli.cards import read_file

    attach_node(options)
    from longarm.casework.exchange import members

    if options.act == "add":
        found: tuple[MemberView, ...] = (members.add(None, read_file(options.card), options.fingerprint),)
    elif options.act == "cut-off":
        found = (members.cut_off(None, whole(options.fingerprint, members.everybody())),)
    else:
        found = members.everybody()
    show_members(found, None if options.json else language_of(options), _answer, _line)
    return 0


def _line(view: MemberView) -> Sentence:
    return Sentence(
        "terminal-party",
        fingerprint=view.card.fingerprint[:16],
        role=Sentence(f"hit-role-{view.card.role}"),
        states=states_of(view.card),
        since=since(view.since, view.cut_off_at),
        organisation=view.card.organisation,
    )


def _answer(view: MemberView) -> MemberAnswer:
    card = view.card
    return MemberAnswer(card.fingerprint, card.role, card.organisation, card.states, card.address, view.since, view.cut_off_at)
