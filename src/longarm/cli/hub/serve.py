"""Runs the hub over HTTPS with the certificate on its card, on SQLite in one folder (or the PostgreSQL of DATABASE_URL).

Make the card first (`longarm hub card --organisation … --address …`). Behind an onion address it speaks http to Tor beside it.
Stop it with Ctrl-C.
"""

from __future__ import annotations

import argparse
import time
from typing import Final

from longarm.cli.counted import counted
from longarm.cli.hub.places import add_places, hub
from longarm.cli.telling import language_of, tell_aside
from longarm.texts import Language, say

_PORT: Final = 8950
_PAIR: Final = 5.0  # seconds until two that hold the same token are brought together, where neither asks before
_SWEEP: Final = 3600.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1, this machine only)")
    parser.add_argument("--port", type=int, default=_PORT, help=f"port to listen on (default: {_PORT})")
    parser.add_argument("--workers", type=counted, default=1, help="processes that answer (default: 1)")
    add_places(parser)


def run(options: argparse.Namespace) -> int:
    from longarm.casework.work.unseen import keep_memory_to_itself
    from longarm.cli.letters_service import run_service
    from longarm.hub.card import card_of
    from longarm.transport.port import check_free

    keep_memory_to_itself()
    check_free(options.host, options.port)
    folder, _ = hub(options)
    chores = _Chores(language_of(options))
    return run_service(options, card_of(folder), folder.keys, room="hub", said="hub-serves", chore=chores.do, every=_PAIR)


class _Chores:
    """What the hub does by itself: it pairs every few seconds and sweeps once an hour."""

    def __init__(self, language: Language) -> None:
        self._language: Language = language
        self._sweep_at, self._said = 0.0, False

    def do(self) -> None:
        from django.db import Error, close_old_connections
        from django.utils import timezone

        from longarm.hub.pairing import pair
        from longarm.hub.sweeping import sweep

        try:
            close_old_connections()
            pair(timezone.now())
            if time.monotonic() >= self._sweep_at:
                sweep(timezone.now())
                self._sweep_at = time.monotonic() + _SWEEP
            self._said = False
        except Error:  # the database is away: a later time does what this one left; said once
            if not self._said:
                tell_aside(say("terminal-hub-away", self._language), self._language)
            self._said = True
