"""One round to the hub: registers the tokens that wait, withdraws those that were let go, renews those near their end.

Run it by a timer; the running node does the same once an hour. It opens no case. With --sign-in NAME the tokens of that
person's cases are made first: the passphrase is asked for (or read as a line from standard input).
"""

from __future__ import annotations

import argparse

import msgspec

from longarm.cli.exchange.places import add_node, attach_node
from longarm.cli.telling import language_of, tell, tell_aside
from longarm.texts import Language, say


class PostAnswer(msgspec.Struct, frozen=True):
    """`made`: new tokens of opened cases; `waiting`: not sent, the day's budget is used up; `hits`: new here.

    `in_doubt`: the hub showed two logs, and nothing new goes to it until somebody who administers decides at the desk.
    Reports in escrow: `lodged` at the hub, `taken_back` from it, and those of others that `opened`.
    """

    made: int
    registered: int
    withdrawn: int
    waiting: int
    hits: int
    lodged: int
    taken_back: int
    opened: int
    in_doubt: bool


ANSWER = PostAnswer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sign-in", metavar="NAME", help="make the tokens of this person's cases first")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    add_node(parser)


def run(options: argparse.Namespace) -> int:
    attach_node(options)
    from longarm.casework.exchange.round import go_round

    made = _make(options) if options.sign_in else 0
    done = go_round()
    posted = done.posted
    answer = PostAnswer(made, posted.registered, posted.withdrawn, posted.waiting, done.hits, *done.escrow, posted.in_doubt)
    language = language_of(options)
    if posted.in_doubt:
        tell_aside(say("hit-doubt-today", language), language)
    if options.json:
        from longarm.cli.output import write_json

        write_json(answer)
    else:
        tell(_lines(answer, language), language)
    return 0


def _lines(answer: PostAnswer, language: Language) -> list[str]:
    """What came to pass; that nothing did, where nothing did."""
    counts = {name: str(value) for name, value in msgspec.structs.asdict(answer).items() if value and name != "in_doubt"}
    told = [say("terminal-posted", language, what=name, number=value) for name, value in counts.items()]
    return told or [say("terminal-none", language)]


def _make(options: argparse.Namespace) -> int:
    from longarm.casework.exchange.escrow import making as escrow
    from longarm.casework.exchange.tokens import make_all
    from longarm.casework.people.visits import sign_in
    from longarm.cli.exchange.passphrase import passphrase

    actor = sign_in(options.sign_in, passphrase(options)).actor
    made = make_all(actor)
    escrow.make_all(actor)
    return made
