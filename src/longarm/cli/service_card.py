"""`card` of a service of its own, the same at a hub and a key holder: shows the card, or makes it, and says its fingerprint."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

Folder = TypeVar("Folder")


def add_card(parser: argparse.ArgumentParser, places: Callable[[argparse.ArgumentParser], None], *, who: str) -> None:
    parser.add_argument("--organisation", help=f"{who}; makes the card")
    parser.add_argument("--address", help="where it is reached: https://name:port/, or http://….onion/")
    parser.add_argument("--state", action="append", default=[], metavar="CC", help="ISO 3166-1; none: a body of several states")
    places(parser)


def show_card(
    options: argparse.Namespace,
    bring_up: Callable[[bool], Folder],
    make: Callable[[Folder, str, tuple[str, ...], str, datetime], bytes],
    kept: Callable[[Folder], bytes],
) -> int:
    """`bring_up` is told whether a service that is not there is made. Nothing is made of what no card may say."""
    from longarm.cli.cards import tell_fingerprint
    from longarm.exchange.card import check_said, read_card

    states, address = tuple(options.state), options.address or ""
    if options.organisation is None:
        data = kept(bring_up(False))
    else:
        check_said(options.organisation, states, address)
        data = make(bring_up(True), options.organisation, states, address, datetime.now(UTC))
    sys.stdout.buffer.write(data)
    tell_fingerprint(read_card(data), options.lang)
    return 0
