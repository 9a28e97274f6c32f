"""Fetches what the others said, over the network or from a folder that is carried about, until nothing new comes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from longarm.errors import BadInput, LongarmError, system_reason
from longarm.exchange.card import Card
from longarm.exchange.holder.bodies import AskCeremony, Told
from longarm.exchange.letter import CARRIED, DIRECT, MAX_LETTER, body, read, write
from longarm.exchange.refused import Refused
from longarm.holder.ceremony.acts import View, hear, look
from longarm.holder.ceremony.telling import letter_to
from longarm.holder.models import Ceremony
from longarm.holder.start import Ours
from longarm.transport.letters import send

SUFFIX: Final = ".letter"
_SECONDS: Final = 20.0


class Round(NamedTuple):
    """`silent`: who could not be heard, and why."""

    view: View
    silent: dict[str, LongarmError]


def fetch(ours: Ours, session: str, now: datetime, proxy: str | None = None) -> Round:
    """Asks each of the others once, at the address on its card."""
    view, silent = look(ours, session), dict[str, LongarmError]()
    for who, card in view.others.items():
        if view.blame:
            break
        try:
            asked = write(ours.party, card, "ceremony", AskCeremony(session), now=now, sealed=True)
            view = _heard(ours, session, card, send(card, asked, proxy=proxy, seconds=_SECONDS), now, carried=False)
        except LongarmError as fault:
            silent[who] = fault
    return Round(view, silent)


def exchange_files(ours: Ours, session: str, folder: Path, now: datetime) -> Round:
    """Reads the letters to us that lie in `folder`, then writes ours to each of the others there (over the one before).

    Raises BadInput when the folder cannot be used.
    """
    view, silent, us = look(ours, session), dict[str, LongarmError](), ours.party.fingerprint
    try:
        for who, card in view.others.items():
            path = folder / _name(session, who, us)
            if path.is_file():
                with path.open("rb") as source:
                    data = source.read(2 * MAX_LETTER)
                try:
                    view = _heard(ours, session, card, data, now, carried=True)
                except Refused as fault:
                    silent[who] = fault
        row = Ceremony.objects.get(session=session)
        for who, card in view.others.items():
            (folder / _name(session, us, who)).write_bytes(letter_to(ours, row, card, now))
    except OSError as fault:
        raise BadInput("keyholder-folder", folder=str(folder), why=system_reason(fault)) from None
    return Round(view, silent)


def _heard(ours: Ours, session: str, card: Card, data: bytes, now: datetime, *, carried: bool) -> View:
    tolerance = CARRIED if carried else DIRECT
    known = {card.fingerprint: card}
    letter = read(data, ours.party, known.get, now=now, kinds=("ceremony",), tolerance=tolerance, sealed=True)
    told = body(letter, Told)
    if told.session != session:
        raise Refused("unknown")
    return hear(ours, session, letter.sender, told.messages, now)


def _name(session: str, sender: str, to: str) -> str:
    return f"{session[:12]}-{sender[:12]}-{to[:12]}{SUFFIX}"
