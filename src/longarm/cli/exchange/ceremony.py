"""Makes a key that no holder ever has, with the other holders, or gives the shares of one anew. For who runs a key holder.

The people of all holders agree on threshold and cards first, and each starts this command; it asks the others over the network
(or through --folder, which is carried about) until all are done, and can be stopped and started again at any time. Then
people read a hash out to each other by voice and confirm it; only then is the share in use. Who is not named is out.

  longarm exchange ceremony --data DIR --threshold 2 --with b.json c.json      a new key
  longarm exchange ceremony --data DIR --reshare key.json --with b.json d.json  the same key, new shares
  longarm exchange ceremony --data DIR                                         go on with the last one
  longarm exchange ceremony --data DIR --confirm "1a2b 3c4d …"                 what was heard by voice
"""

from __future__ import annotations

import argparse
import shlex
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from longarm.cli.given_path import given_path
from longarm.cli.holder.places import add_places, holder
from longarm.cli.telling import language_of, listed, tell
from longarm.texts import Language

if TYPE_CHECKING:
    from longarm.errors import LongarmError
    from longarm.holder.ceremony.acts import View
    from longarm.holder.ceremony.plan import Plan
    from longarm.holder.start import Ours

_EVERY: Final = 1.0  # seconds between two rounds


class CeremonyAnswer(msgspec.Struct, frozen=True):
    """`transcript`: hexadecimal, to be compared by voice, once `done`. `blame`: why there is no key, and `who`: by whose fault.

    `waits_for`: fingerprints. `epoch`: known where we hold a share.
    """

    session: str
    done: bool
    confirmed: bool
    transcript: str
    epoch: str
    waits_for: tuple[str, ...]
    blame: str
    who: str


ANSWER = CeremonyAnswer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--with", nargs="+", type=given_path, dest="cards", metavar="CARD", help="cards of all other holders")
    parser.add_argument("--threshold", type=int, help="how many holders it will take (default: as before, else 2)")
    parser.add_argument("--reshare", type=given_path, metavar="KEY", help="whose shares are given anew (from holder key show)")
    parser.add_argument("--leaving", nargs="+", default=[], metavar="FINGERPRINT", help="who still deals and will hold nothing")
    parser.add_argument("--purpose", choices=("tokens", "escrow"), default="tokens", help="of a new key (default: tokens)")
    parser.add_argument("--number", type=int, help="number of a new key (default: after the last one this holder knows)")
    parser.add_argument("--attempt", type=int, default=1, help="2 after one that failed, and so on; the same at every holder")
    parser.add_argument("--confirm", metavar="HASH", help="the hash as another holder read it out")
    parser.add_argument("--give-up", metavar="FINGERPRINT", help="wait for this holder no longer")
    parser.add_argument("--folder", type=given_path, help="by file: read the others' letters here, and write ours")
    parser.add_argument("--proxy", help="SOCKS proxy, for onion addresses: socks5h://127.0.0.1:9050")
    parser.add_argument("--wait", type=float, help="seconds to go on asking (default: until it is done)")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    add_places(parser)


def run(options: argparse.Namespace) -> int:
    """Returns 0 when it is done or confirmed, 1 when it failed or still waits for somebody."""
    folder, ours = holder(options)
    from longarm.holder.ceremony import acts

    now = datetime.now(UTC)
    language = language_of(options)
    if options.cards:
        plan, cards = _planned(options, ours)
        session = acts.begin(ours, plan, cards, now).session
    else:
        session = acts.look(ours).session
    if options.confirm:
        view = acts.confirm(ours, session, options.confirm, now)
    elif options.give_up:
        from longarm.keys.node import fingerprint_given

        view = acts.give_up(ours, session, fingerprint_given(options.give_up), now)
    else:
        view = _rounds(ours, session, options, language)
    _show(view, options.json, language, folder.data)
    return 0 if view.done else 1


def _planned(options: argparse.Namespace, ours: Ours) -> tuple[Plan, list[bytes]]:
    from longarm.cli.cards import read_file
    from longarm.cli.holder.key import read_key
    from longarm.exchange.card import read_card
    from longarm.exchange.ceremony.setup import number_of
    from longarm.holder import shares
    from longarm.holder.ceremony.plan import Plan, numbered
    from longarm.keys.node import fingerprint_given

    cards = [read_file(path) for path in options.cards]
    key = read_key(options.reshare) if options.reshare else None
    known = [each.epoch for each in shares.keys(datetime.now(UTC)).keys]
    plan = Plan(
        everybody=(ours.party.fingerprint, *(read_card(data).fingerprint for data in cards)),
        threshold=options.threshold or (key.commitments.threshold if key else 2),
        number=number_of(key.epoch)[1] if key else options.number or numbered(known, options.purpose),
        attempt=options.attempt,
        key=key,
        leaving=tuple(map(fingerprint_given, options.leaving)),
        purpose=key.purpose if key else options.purpose,
    )
    return plan, cards


def _rounds(ours: Ours, session: str, options: argparse.Namespace, language: Language) -> View:
    from longarm.holder.ceremony.rounds import exchange_files, fetch

    until = time.monotonic() + options.wait if options.wait is not None else None
    told: dict[str, str] = {}
    while True:
        now = datetime.now(UTC)
        view, silent = (
            exchange_files(ours, session, options.folder, now) if options.folder else fetch(ours, session, now, options.proxy)
        )
        _tell_silent(view, silent, told, language)
        over = view.done or view.blame or options.folder
        if over or (until is not None and time.monotonic() >= until):
            return view
        time.sleep(_EVERY)


def _tell_silent(view: View, silent: dict[str, LongarmError], told: dict[str, str], language: Language) -> None:
    """Once each: who is not heard, and why."""
    from longarm.cli import for_terminal
    from longarm.texts import say

    for who, fault in silent.items():
        if told.get(who) != fault.message:
            told[who] = fault.message
            why = fault.in_language(language)
            said = say("keyholder-silent", language, organisation=view.others[who].organisation, why=why)
            sys.stderr.write(for_terminal(said, language) + "\n")


def _show(view: View, as_json: bool, language: Language, data: Path) -> None:
    from longarm.cli.output import write_json
    from longarm.keys.node import spoken as grouped
    from longarm.texts import say

    if as_json:
        why, who = (view.blame.why, view.blame.who) if view.blame else ("", "")
        confirmed = view.confirmed_at is not None
        write_json(CeremonyAnswer(view.session, view.done, confirmed, view.transcript, view.epoch, view.waits_for, why, who))
        return
    names = {who: card.organisation for who, card in view.others.items()}
    if view.blame:
        lines = [say(view.blame.sentence, language, organisation=names.get(view.blame.who, view.blame.who))]
    elif view.confirmed_at:
        lines = [say("keyholder-confirmed" if view.holds else "keyholder-left", language, epoch=view.epoch)]
    elif view.done:
        command = f'longarm exchange ceremony --data {shlex.quote(str(data))} --confirm "…"'  # as it can be copied
        then = say("keyholder-then-confirm", language, command=command)
        lines = [say("keyholder-compare", language), grouped(view.transcript), then]
    else:
        lines = [
            say("keyholder-waits", language, organisations=listed((names.get(who, who) for who in view.waits_for), language))
        ]
    tell(lines, language)
