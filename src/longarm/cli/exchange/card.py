"""Prints this node's card; with --organisation it is made. With a FILE: shows what another party's card says.

Give the card to others, and say its fingerprint by voice: they take it in only if both are the same.
"""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime

import msgspec

from longarm.cli.exchange.places import add_node, attach_node
from longarm.cli.given_path import given_path


class CardAnswer(msgspec.Struct, frozen=True):
    """`address` empty: reached by file only."""

    role: str
    organisation: str
    states: tuple[str, ...]
    address: str
    fingerprint: str
    made_at: datetime


ANSWER = CardAnswer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=given_path, help="a card to look at")
    parser.add_argument("--organisation", help="name of the organisation; makes this node's card")
    parser.add_argument("--state", action="append", default=[], metavar="CC", help="ISO 3166-1; may be given again")
    parser.add_argument("--address", default="", help="where the node takes letters; none: by file only")
    parser.add_argument("--json", action="store_true", help="what the card says, as one JSON document")
    add_node(parser)


def run(options: argparse.Namespace) -> int:
    from longarm.cli.cards import read_file, tell_fingerprint
    from longarm.exchange.card import read_card

    data = read_file(options.file) if options.file else _own(options)
    card = read_card(data)
    if options.json:
        from longarm.cli.output import write_json

        write_json(CardAnswer(card.role, card.organisation, card.states, card.address, card.fingerprint, card.made_at))
        return 0
    sys.stdout.buffer.write(data)
    tell_fingerprint(card, options.lang)
    return 0


def _own(options: argparse.Namespace) -> bytes:
    attach_node(options)
    from longarm.casework.exchange import parties

    if options.organisation:
        return parties.make_own_card(None, options.organisation, tuple(options.state), options.address, datetime.now(UTC))
    return parties.own_card()
