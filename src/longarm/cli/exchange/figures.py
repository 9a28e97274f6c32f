"""Figures across nodes: how states answer requests, without any case.

`show` prints the table of what this node and its members told. `publish QUARTER` (such as 2026-Q2) counts a closed quarter once
and prints exactly what would leave; with --send it is told to every node that is a member, with --file what was told is written
as a signed file, for one that no letter reaches. `hear FILE` takes in such a file of another. publish asks who you are (--sign-in
NAME; the passphrase is typed, or comes as one line of standard input).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

import msgspec

from longarm.cli.exchange.places import add_node, attach_node
from longarm.cli.given_path import given_path
from longarm.cli.telling import language_of, letters, listed, tell
from longarm.errors import BadInput, system_reason
from longarm.exchange.figures.document import Answers, FiguresTable, Number
from longarm.exchange.figures.file import MAX_FILE
from longarm.exchange.figures.outcome import DAYS
from longarm.exchange.figures.published import Figure, Published
from longarm.texts import Language, Sentence, say


class Heard(msgspec.Struct, frozen=True):
    organisation: str
    quarter: str
    numbers: int


class FiguresAnswer(msgspec.Struct, frozen=True):
    """`table`: of show. `leaves`: of publish, all that leaves or left; `sent`: to so many nodes just now. `heard`: of hear."""

    table: FiguresTable | None = None
    leaves: Published | None = None
    sent: int = 0
    heard: tuple[Heard, ...] = ()


ANSWER = FiguresAnswer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT", help="show, publish, hear")
    show = acts.add_parser("show", help="the table of all that was told")
    show.add_argument("--quarter", default="", help="of this quarter only, such as 2026-Q2")
    publish = acts.add_parser("publish", help="count a closed quarter, and print what would leave")
    publish.add_argument("quarter")
    publish.add_argument("--sign-in", metavar="NAME", required=True)
    publish.add_argument(
        "--never-counted", action="store_true", help="after a restore: nobody counted it since the backup, as you have asked"
    )
    publish.add_argument("--send", action="store_true", help="tell it to every node that is a member")
    publish.add_argument("--file", type=given_path, help="write what was told as a signed file")
    hear = acts.add_parser("hear", help="take in the signed files of others")
    hear.add_argument("files", type=given_path, nargs="+", metavar="FILE")
    for one in (show, publish, hear):
        one.add_argument("--json", action="store_true", help="one JSON document")
        add_node(one)


def run(options: argparse.Namespace) -> int:
    attach_node(options)
    made = {"show": _show, "publish": _publish, "hear": _hear}[options.act](options)
    if options.json:
        from longarm.cli.output import write_json

        write_json(made)
        return 0
    language = language_of(options)
    tell(_text(made, language), language)
    return 0


def _show(options: argparse.Namespace) -> FiguresAnswer:
    from longarm.casework.exchange.figures.reading import table

    return FiguresAnswer(table=table(None, options.quarter).document)


def _publish(options: argparse.Namespace) -> FiguresAnswer:
    from django.utils import timezone

    from longarm.casework.exchange.figures.telling import draw, file_of, tell
    from longarm.casework.people.visits import sign_in
    from longarm.cli.exchange.passphrase import passphrase

    actor = sign_in(options.sign_in, passphrase(options)).actor
    drawn = draw(actor, options.quarter, timezone.localdate(), never=options.never_counted)
    sent = tell(actor, options.quarter, timezone.now()) if options.send else 0
    if options.file:
        data = file_of(actor, options.quarter)
        try:
            options.file.write_bytes(data)
        except OSError as fault:
            raise BadInput("figure-file-unwritable", file=str(options.file), why=system_reason(fault)) from fault
    return FiguresAnswer(leaves=drawn.published, sent=sent)


def _hear(options: argparse.Namespace) -> FiguresAnswer:
    from longarm.casework.exchange.figures.hearing import hear
    from longarm.casework.exchange.members import called

    heard = []
    for file in options.files:
        try:
            with file.open("rb") as source:
                told = hear(None, source.read(MAX_FILE + 1))
        except OSError as fault:
            raise BadInput("figure-file-unreadable", file=str(file), why=system_reason(fault)) from fault
        heard.append(Heard(called(told.fingerprint), told.published.period, len(told.published.figures)))
    return FiguresAnswer(heard=tuple(heard))


def _text(made: FiguresAnswer, language: Language) -> Iterator[str]:
    for one in made.heard:
        facts = {"quarter": one.quarter, "organisation": letters(one.organisation), "numbers": str(one.numbers)}
        yield say("terminal-heard", language, **facts)
    if made.leaves:
        of = made.leaves
        counts = {"least": of.least, "numbers": len(of.figures)}
        yield say("terminal-leaves", language, quarter=of.period, asking=" ".join(of.asking), **counts)
        for figure in of.figures:
            measure, count = Sentence("request-measure", measure=figure.measure), str(figure.count)
            yield say("terminal-leaf", language, state=figure.requested, measure=measure, what=_what(figure), count=count)
        if made.sent:
            yield say("terminal-told", language, number=str(made.sent))
    for row in made.table.answers if made.table else ():
        yield from _row(row, language)


def _what(one: Figure) -> Sentence:
    match one.what:
        case "result":
            return Sentence("figure-result", result=one.value)
        case "days":
            return Sentence("figure-span", days=(*DAYS, "longer")[int(one.value)])
        case _:
            return Sentence("request-reason-said", reason=one.value)


def _row(row: Answers, language: Language) -> Iterator[str]:
    def counted(message: str, fact: str, counts: dict[Any, Number]) -> str:
        words = ((say(message, language, **{fact: name}), _range(count, language)) for name, count in counts.items())
        return listed((f"{word}: {count}" for word, count in words), language)

    measure = Sentence("request-measure", measure=row.measure)
    facts = {"measure": measure, "requests": str(row.requests), "off": str(row.off_by)}
    yield say(
        "terminal-answers", language, state=row.state, results=counted("figure-result", "result", dict(row.results)), **facts
    )
    if row.half_within is not None:
        yield "    " + say("terminal-half", language, days=Sentence("figure-half-days", days=row.half_within))
    if reasons := counted("request-reason-said", "reason", dict(row.reasons)):
        yield "    " + say("terminal-why", language, reasons=reasons)


def _range(count: Number, language: Language) -> str:
    if count.told == count.at_most:
        return str(count.told)
    if count.told:
        return say("figure-range", language, least=str(count.told), most=str(count.at_most))
    return say("figure-fewer", language, number=str(count.at_most + 1))
