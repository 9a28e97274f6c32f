"""Runs the key holder over HTTPS with the certificate on its card, on SQLite in one folder (or the PostgreSQL of DATABASE_URL).

Make the card first (`longarm holder card --organisation … --address …`). Its share stands in the data folder, sealed under
`node.secret` of the keys folder: keep them apart. Behind an onion address it speaks http to Tor beside it. Stop it with Ctrl-C.
"""

from __future__ import annotations

import argparse
from functools import partial
from typing import Final

from longarm.cli.counted import counted
from longarm.cli.holder.places import add_places, holder
from longarm.cli.telling import language_of, tell_aside
from longarm.texts import Language, say

_PORT: Final = 8960
_SWEEP: Final = 3600.0  # seconds


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1, this machine only)")
    parser.add_argument("--port", type=int, default=_PORT, help=f"port to listen on (default: {_PORT})")
    parser.add_argument("--workers", type=counted, default=1, help="processes that answer (default: 1)")
    add_places(parser)


def run(options: argparse.Namespace) -> int:
    from longarm.casework.work.unseen import keep_memory_to_itself
    from longarm.cli.letters_service import run_service
    from longarm.holder.card import card_of
    from longarm.transport.port import check_free

    keep_memory_to_itself()
    check_free(options.host, options.port)
    folder, _ = holder(options)
    sweep = partial(_sweep, language_of(options))
    return run_service(options, card_of(folder), folder.keys, room="holder", said="keyholder-serves", chore=sweep, every=_SWEEP)


def _sweep(language: Language) -> None:
    from django.db import Error, close_old_connections
    from django.utils import timezone

    from longarm.holder.sweeping import sweep

    try:
        close_old_connections()
        sweep(timezone.now())
    except Error:  # the database is away: the next hour does what this one left
        tell_aside(say("terminal-holder-away", language), language)
