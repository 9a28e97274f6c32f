"""Fetches what waits at the hub: which organisations hold a case that names the same. Without more, only how many are new.

With --sign-in NAME: what that person's cases have, and each look is recorded. With --evidence FILE: two heads of the hub's log
that cannot be of one log, as a file that anybody with the hub's card can check; exit 1 when there are some.
"""

from __future__ import annotations

import argparse
from datetime import datetime

import msgspec

from longarm.cli.exchange.places import add_node, attach_node
from longarm.cli.given_path import given_path
from longarm.cli.telling import day, kind, language_of, letters, tell
from longarm.texts import Sentence, say


class HitAnswer(msgspec.Struct, frozen=True):
    """`other`: fingerprint of the node; empty: so many hold the same that it says nothing. `desk` empty: what came with it does
    not open, so it proves nothing."""

    case: str
    kind: str
    value: str
    other: str
    organisation: str
    desk: str
    wants: tuple[str, ...]
    at: datetime


class HitsAnswer(msgspec.Struct, frozen=True):
    new: int
    hits: tuple[HitAnswer, ...]


ANSWER = HitsAnswer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sign-in", metavar="NAME", help="show what this person's cases have")
    parser.add_argument("--evidence", type=given_path, metavar="FILE", help="write heads that contradict each other")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    add_node(parser)


def run(options: argparse.Namespace) -> int:
    attach_node(options)
    from longarm.casework.exchange import heads, hits, members

    if options.evidence:
        found = heads.evidence(members.hub())
        options.evidence.write_bytes(msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n")
        return 1 if found else 0
    new = hits.fetch()
    answer = HitsAnswer(new, _shown(options) if options.sign_in else ())
    if options.json:
        from longarm.cli.output import write_json

        write_json(answer)
        return 0
    language = language_of(options)
    told = [say("hit-new", language, count=answer.new)]
    for hit in answer.hits:
        who = letters(hit.organisation) or Sentence("terminal-hit-many")
        facts = {"day": day(hit.at.date()), "kind": kind(hit.kind), "value": hit.value, "organisation": who}
        told.append(say("terminal-hit", language, **facts))
    tell(told, language)
    return 0


def _shown(options: argparse.Namespace) -> tuple[HitAnswer, ...]:
    from longarm.casework.exchange.hits import all_hits
    from longarm.casework.people.visits import sign_in
    from longarm.cli.exchange.passphrase import passphrase

    return tuple(
        HitAnswer(
            case=str(hit.case),
            kind=hit.kind,
            value=hit.value,
            other=hit.other,
            organisation=hit.called,
            desk=hit.contact.desk if hit.contact else "",
            wants=hit.contact.wants if hit.contact else (),
            at=hit.at,
        )
        for hit in all_hits(sign_in(options.sign_in, passphrase(options)).actor)
    )
