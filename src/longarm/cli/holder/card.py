"""Prints the holder's card. With --organisation it is made: for nodes and other holders, who compare fingerprints by voice."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime

from longarm.cli.holder.places import add_places, holder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--organisation", help="who the holder is; makes the card")
    parser.add_argument("--address", help="where it is reached: https://name:port/, or http://….onion/")
    parser.add_argument("--state", action="append", default=[], metavar="CC", help="ISO 3166-1; none: a body of several states")
    add_places(parser)


def run(options: argparse.Namespace) -> int:
    from longarm.cli.cards import tell_fingerprint
    from longarm.exchange.card import check_said, read_card
    from longarm.holder import card

    states, address = tuple(options.state), options.address or ""
    if options.organisation is not None:
        check_said(options.organisation, states, address)
    folder, _ = holder(options, make=options.organisation is not None)
    if options.organisation is not None:
        card.make(folder, options.organisation, states, address, datetime.now(UTC))
    data = card.kept(folder)
    sys.stdout.buffer.write(data)
    tell_fingerprint(read_card(data), options.lang)
    return 0
