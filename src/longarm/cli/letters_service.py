"""Runs one of the services that take letters (a hub, a key holder, a node's port for others) until Ctrl-C, with its own chore."""

from __future__ import annotations

import argparse
import os
import sys
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from longarm.cli.telling import language_of, tell, tell_aside
from longarm.texts import Language, say

if TYPE_CHECKING:
    from longarm.exchange.card import Card

_HOUR: Final = timedelta(hours=1)


def run_service(
    options: argparse.Namespace, card: Card, keys: Path, *, room: str, said: str, chore: Callable[[], None], every: float
) -> int:
    """`room` of `longarm.web`. `said`: the sentence that names the address. `chore` is done every `every` seconds; it says itself
    what it could not do. Returns 0 after a clean stop."""
    from longarm.cli.answering_letters import answer_letters
    from longarm.keys.certificate import NAME

    language = language_of(options)
    host = urlsplit(card.address).hostname or options.host
    os.environ["DJANGO_SETTINGS_MODULE"] = f"longarm.web.{room}.settings"
    os.environ.setdefault(f"LONGARM_{room.upper()}_HOSTS", f"{host},{options.host},localhost,127.0.0.1")
    address = card.address or f"{options.host}:{options.port}"
    tell([say(said, language, address=address)], language)
    sys.stdout.flush()
    ended = threading.Event()
    threading.Thread(target=_again_and_again, args=(chore, every, ended, language), daemon=True).start()
    try:
        certificate = keys / NAME if card.certificate else None
        workers = getattr(options, "workers", 1)
        answer_letters(
            f"longarm.web.{room}.wsgi:application", options.host, options.port, certificate=certificate, workers=workers
        )
    finally:
        ended.set()
    return 0


def _again_and_again(chore: Callable[[], None], every: float, ended: threading.Event, language: Language) -> None:
    """A chore that breaks off is begun again: a hub that answers and pairs no more would be worse than one that stands still."""
    from django.utils import timezone

    from longarm.exchange.strangers import Strangers

    broken = Strangers(_HOUR)
    while not ended.is_set():
        try:
            chore()
        except Exception as fault:
            if times := broken.due(type(fault).__name__, timezone.now()):
                tell_aside(say("terminal-broke-off", language, why=type(fault).__name__, times=times), language)
        ended.wait(every)
