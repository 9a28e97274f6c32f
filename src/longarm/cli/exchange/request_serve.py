"""Takes letters of other nodes over HTTPS with the certificate on this node's card, and delivers ours, until Ctrl-C."""

from __future__ import annotations

import argparse
import os
from functools import partial
from typing import Final

from longarm.cli.telling import language_of, tell_aside
from longarm.errors import LongarmError
from longarm.texts import Language, say

_EVERY: Final = 60.0  # seconds between two rounds of our own letters


def serve(options: argparse.Namespace) -> int:
    """Raises BadInput when the node has no card, or the port is taken."""
    from longarm.casework.exchange.parties import own_card
    from longarm.casework.node import node
    from longarm.casework.work.unseen import keep_memory_to_itself
    from longarm.cli.letters_service import run_service
    from longarm.exchange.card import read_card
    from longarm.transport.port import check_free

    keep_memory_to_itself()
    check_free(options.host, options.port)
    card, folder = read_card(own_card()), node().folder
    os.environ["LONGARM_DATA"], os.environ["LONGARM_KEYS"] = str(folder.data), str(folder.keys)
    deliver = partial(_deliver, language_of(options))
    return run_service(options, card, folder.keys, room="peers", said="request-serves", chore=deliver, every=_EVERY)


def _deliver(language: Language) -> None:
    from django.db import Error, close_old_connections

    from longarm.casework.exchange.requests.courier import deliver

    try:
        close_old_connections()
        deliver()
    except (Error, LongarmError) as fault:  # the next round does what this one left
        why = fault.in_language(language) if isinstance(fault, LongarmError) else type(fault).__name__
        tell_aside(say("terminal-undelivered", language, why=why), language)
