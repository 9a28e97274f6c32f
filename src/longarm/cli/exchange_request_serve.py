"""Takes letters of other nodes over HTTPS with the certificate on this node's card, and delivers ours, until Ctrl-C."""

from __future__ import annotations

import argparse
import os
import sys
import threading
from typing import Final

_EVERY: Final = 60.0  # seconds between two rounds of our own letters


def serve(options: argparse.Namespace) -> int:
    """Raises BadInput when the node has no card, or the port is taken."""
    from urllib.parse import urlsplit

    from longarm.casework.exchange.parties import own_card
    from longarm.casework.node import node
    from longarm.casework.work.unseen import keep_memory_to_itself
    from longarm.cli import for_terminal
    from longarm.cli.answering_letters import answer_letters
    from longarm.cli.language import spoken
    from longarm.exchange.card import read_card
    from longarm.keys.certificate import NAME
    from longarm.texts import say
    from longarm.transport.port import check_free

    keep_memory_to_itself()
    check_free(options.host, options.port)
    card, folder, language = read_card(own_card()), node().folder, options.lang or spoken()
    os.environ["LONGARM_DATA"], os.environ["LONGARM_KEYS"] = str(folder.data), str(folder.keys)
    os.environ["DJANGO_SETTINGS_MODULE"] = "longarm.web.peers.settings"
    os.environ.setdefault("LONGARM_PEERS_HOSTS", f"{urlsplit(card.address).hostname or ''},{options.host},localhost,127.0.0.1")
    address = card.address or f"{options.host}:{options.port}"
    sys.stdout.write(for_terminal(say("request-serves", language, address=address), language) + "\n")
    sys.stdout.flush()
    ended = threading.Event()
    threading.Thread(target=_deliver, args=(ended,), daemon=True).start()
    try:
        certificate = folder.keys / NAME if card.certificate else None
        answer_letters("longarm.web.peers.wsgi:application", options.host, options.port, certificate=certificate)
    finally:
        ended.set()
    return 0


def _deliver(ended: threading.Event) -> None:
    from django.db import Error, close_old_connections

    from longarm.casework.exchange.requests.courier import deliver
    from longarm.errors import LongarmError

    while not ended.is_set():
        try:
            close_old_connections()
            deliver()
        except (Error, LongarmError) as fault:  # the next round does what this one left
            sys.stderr.write(f"longarm: letters could not be delivered ({type(fault).__name__}).\n")
        ended.wait(_EVERY)
