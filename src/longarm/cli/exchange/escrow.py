"""Reports that open only when others named the same person, in the cases of one person: how many others each waits for, how many
lie at the hub, and which organisations' reports opened together with them. Each look is recorded.

Who is harmed chooses the number on the page her code leads to; nobody can choose it here.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from longarm.cli.exchange.places import add_node, attach_node
from longarm.cli.telling import language_of, letters, tell
from longarm.texts import Language, say

if TYPE_CHECKING:
    from uuid import UUID

    from longarm.casework.exchange.escrow.showing import Kept
    from longarm.casework.exchange.hits import HitView


class OpenedAnswer(msgspec.Struct, frozen=True):
    """`other`: fingerprint of the node. `desk` empty: what it put inside cannot be read; it can be asked."""

    kind: str
    value: str
    other: str
    organisation: str
    desk: str
    wants: tuple[str, ...]
    at: datetime


class MoreAnswer(msgspec.Struct, frozen=True):
    """Of `organisation` `number` reports more opened than stand in `opened`, all about `value`."""

    organisation: str
    value: str
    number: int


class KeptAnswer(msgspec.Struct, frozen=True):
    """`others`: how many others there must be; 0: it was taken back, and goes when the team next works on the case."""

    case: str
    others: int
    reports: int
    lodged: int
    opened: tuple[OpenedAnswer, ...]
    more: tuple[MoreAnswer, ...] = ()


class EscrowAnswer(msgspec.Struct, frozen=True):
    """`offered`: not where an installation leaves it out, nor before a hub and key holders with a key for it are there."""

    offered: bool
    kept: tuple[KeptAnswer, ...]


ANSWER = EscrowAnswer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sign-in", metavar="NAME", required=True, help="whose cases")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    add_node(parser)


def run(options: argparse.Namespace) -> int:
    attach_node(options)
    from longarm.casework.exchange.escrow.offered import offered
    from longarm.casework.exchange.escrow.showing import all_kept
    from longarm.casework.people.visits import sign_in
    from longarm.cli.exchange.passphrase import passphrase

    actor = sign_in(options.sign_in, passphrase(options)).actor
    kept = tuple(_kept(case, one) for case, one in all_kept(actor))
    answer = EscrowAnswer(offered(), kept)
    if options.json:
        from longarm.cli.output import write_json

        write_json(answer)
        return 0
    language = language_of(options)
    tell((line for one in answer.kept for line in _lines(one, language)), language)
    return 0


def _lines(one: KeptAnswer, language: Language) -> Iterator[str]:
    said = "terminal-kept" if one.others else "terminal-kept-back"
    more = {"others": one.others} if one.others else {}
    yield say(said, language, case=one.case, reports=one.reports, lodged=one.lodged, **more)
    for each in one.opened:
        facts = {"value": each.value, "organisation": letters(each.organisation)}
        if desk := letters(" ".join(each.desk.split())):
            yield "  " + say("terminal-kept-opened", language, desk=desk, **facts)
        else:
            yield "  " + say("terminal-kept-opened-bare", language, **facts)
    for others in one.more:
        facts = {"value": others.value, "organisation": letters(others.organisation), "number": str(others.number)}
        yield "  " + say("terminal-kept-more", language, **facts)


def _kept(case: UUID, one: Kept) -> KeptAnswer:
    more = tuple(MoreAnswer(*each) for each in one.more)
    return KeptAnswer(str(case), one.others, one.reports, one.lodged, tuple(map(_opened, one.opened)), more)


def _opened(view: HitView) -> OpenedAnswer:
    desk, wants = (view.contact.desk, view.contact.wants) if view.contact else ("", ())
    return OpenedAnswer(view.kind, view.value, view.other, view.called, desk, wants, view.at)
