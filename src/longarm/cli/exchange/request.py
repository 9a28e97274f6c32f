"""Requests to other nodes: asked, sent, listed, answered; carried by the network or on a stick.

`serve` takes letters of other nodes, on a port of its own, and delivers ours once a minute; `send` delivers what is due now.
`export DIR` and `import DIR` do the same with files, for a node that is online an hour a day or never. `graph` writes a request
as CASE/UCO (JSON-LD) for other tools. `again --since TIME`, after a restore: others send once more what came since the backup.
new, list, answer and graph ask who you are (--sign-in NAME; the passphrase is typed, or comes as one line of standard input).
"""

from __future__ import annotations

import argparse
import os
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec

from longarm.cli.exchange.places import add_node, attach_node
from longarm.cli.given_path import given_path
from longarm.cli.telling import day, language_of, letters, listed, tell
from longarm.errors import BadInput, system_reason
from longarm.exchange.request.states import ACTS
from longarm.exchange.request.words import MEASURES, REASONS
from longarm.texts import Language, Sentence, say

if TYPE_CHECKING:
    from longarm.casework.actor import Actor


class LineAnswer(msgspec.Struct, frozen=True):
    """A request in the list. `due`: what is to be done now. Days are ISO 8601."""

    id: str
    reference: str
    ours: bool
    state: str
    measure: str
    organisation: str
    asking: str
    asked: str
    due_on: date | None
    due: tuple[str, ...]
    urgent: bool


class RequestAnswer(msgspec.Struct, frozen=True):
    """`requests`: of list, new and answer. The counts: what send, export and import did; `refused`: letters, by why."""

    requests: tuple[LineAnswer, ...] = ()
    letters: int = 0
    pieces: int = 0
    receipts: int = 0
    taken: int = 0
    for_others: int = 0
    waiting: int = 0
    refused: dict[str, int] = {}


ANSWER = RequestAnswer
_PORT = 8970


def add_arguments(parser: argparse.ArgumentParser) -> None:
    named = "new, send, list, answer, graph, export, import, again, serve"
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT", help=named)
    new = acts.add_parser("new", help="draft a request on a path of a case, and with --send send it")
    new.add_argument("case", type=UUID)
    new.add_argument("--path", required=True, help="id of a path, as `longarm paths` names it")
    new.add_argument("--measure", required=True, choices=MEASURES)
    new.add_argument("--to", required=True, help="fingerprint of the other node")
    new.add_argument("--words", required=True, help="what is asked, in words")
    new.add_argument("--agreed", default="", help="how the person harmed agreed, where the case does not say it")
    new.add_argument("--exhibit", type=UUID, action="append", default=[], help="goes along; may be given several times")
    new.add_argument("--urgent", action="store_true")
    new.add_argument("--send", action="store_true", help="at once")
    answer = acts.add_parser("answer", help="take the next step on a request")
    answer.add_argument("request", type=UUID)
    answer.add_argument("do", choices=[act for act in ACTS if act not in ("arrive", "expire")])
    answer.add_argument("--words", default="")
    answer.add_argument("--reason", choices=REASONS, help="of a refusal")
    graph = acts.add_parser("graph", help="a request as CASE/UCO: what its letters tell the other side")
    graph.add_argument("request", type=UUID)
    graph.add_argument("--out", type=given_path, required=True, help="file to write (JSON-LD)")
    for signed in (new, answer, graph, acts.add_parser("list", help="what is open, the most pressing first")):
        signed.add_argument("--sign-in", metavar="NAME", required=True)
        _common(signed)
    _common(acts.add_parser("send", help="deliver what is due, over the network"))
    for name, told in (("export", "write what waits into a folder"), ("import", "read the letters of a folder")):
        by_file = acts.add_parser(name, help=told)
        by_file.add_argument("folder", type=given_path)
        _common(by_file)
    again = acts.add_parser("again", help="after a restore: have other nodes send again what came after the backup")
    again.add_argument("--since", type=datetime.fromisoformat, required=True, metavar="TIME", help="of the backup (ISO 8601)")
    _common(again)
    serve = acts.add_parser("serve", help="take letters of other nodes, and deliver ours")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    serve.add_argument("--port", type=int, default=_PORT, help=f"port to listen on (default: {_PORT})")
    _common(serve)


def run(options: argparse.Namespace) -> int:
    attach_node(options)
    if options.act == "serve":
        from longarm.cli.exchange.request_serve import serve

        return serve(options)
    made = _signed(options) if "sign_in" in options else _carried(options)
    if options.json:
        from longarm.cli.output import write_json

        write_json(made)
        return 0
    language = language_of(options)
    signed = "sign_in" in options
    told = [line for one in made.requests for line in _text(one, language)] if signed else _counts(made, language)
    tell(told, language)
    return 0


def _text(line: LineAnswer, language: Language) -> list[str]:
    whom = Sentence("request-we-ask" if line.ours else "request-they-ask", organisation=letters(line.organisation))
    told = say(
        "terminal-request", language, reference=letters(line.reference), whom=whom,
        measure=Sentence("request-measure", measure=line.measure),
        state=Sentence("request-state", state=line.state), road=f"{line.asking}>{line.asked}", day=day(line.due_on),
    )  # fmt: skip
    due = listed((say("request-due", language, due=one) for one in line.due), language)
    return [told, *(["  " + say("terminal-request-due", language, due=due)] if due else [])]


def _counts(made: RequestAnswer, language: Language) -> list[str]:
    names = ("letters", "pieces", "receipts", "taken", "for_others", "waiting")
    counts = {name: str(number) for name in names if (number := getattr(made, name))}
    told = [say("terminal-carried", language, what=name, number=number) for name, number in counts.items()]
    for code, number in made.refused.items():
        why = Sentence("terminal-refused", code=code)
        told.append(say("terminal-carried-refused", language, number=str(number), why=why))
    return told or [say("terminal-none", language)]


def _signed(options: argparse.Namespace) -> RequestAnswer:
    from longarm.casework.exchange.requests import acting, drafting, graphing, looking
    from longarm.casework.people.visits import sign_in
    from longarm.cli.exchange.passphrase import passphrase

    actor = sign_in(options.sign_in, passphrase(options)).actor
    if options.act == "list":
        return RequestAnswer(_lines(actor))
    if options.act == "new":
        chosen = drafting.Wanted(
            path=options.path, measure=options.measure, words=options.words, peer=options.to, agreed=options.agreed,
            exhibits=tuple(options.exhibit), urgent=options.urgent,
        )  # fmt: skip
        request = drafting.draft(actor, options.case, chosen)
        if options.send:
            drafting.send(actor, request)
        return RequestAnswer(_lines(actor, request))
    if options.act == "graph":
        _write(options.out, graphing.graph_of(actor, options.request)[1])
        return RequestAnswer(_lines(actor, options.request))
    if options.do == "send":
        drafting.send(actor, options.request)
    elif options.do == "verify":
        looking.look(actor, options.request)
    else:
        acting.act(actor, options.request, options.do, options.words, reason=options.reason)
    return RequestAnswer(_lines(actor, options.request))


def _write(path: Path, data: bytes) -> None:
    """A new file that only its owner reads: it speaks of persons."""
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
    except FileExistsError:
        raise BadInput("draft-out-exists", file=str(path)) from None
    except OSError as fault:
        raise BadInput("draft-out-unwritable", file=str(path), why=system_reason(fault)) from fault


def _carried(options: argparse.Namespace) -> RequestAnswer:
    from django.utils import timezone

    from longarm.casework.exchange.requests import carrying, courier
    from longarm.casework.exchange.requests.again import ask_for_all

    if options.act == "again":
        since = options.since if options.since.tzinfo else options.since.astimezone()
        return RequestAnswer(letters=ask_for_all(since, timezone.now()))
    if options.act == "send":
        sent = courier.deliver()
        return RequestAnswer(letters=sent.letters, pieces=sent.pieces, waiting=sent.waiting)
    if options.act == "export":
        made = carrying.export(options.folder, timezone.now())
        return RequestAnswer(letters=made.letters, pieces=made.pieces, receipts=made.receipts)
    read = carrying.import_from(options.folder, timezone.now())
    return RequestAnswer(taken=read.taken, receipts=read.receipts, for_others=read.for_others, refused=read.refused)


def _lines(actor: Actor, request: UUID | None = None) -> tuple[LineAnswer, ...]:
    from django.utils import timezone

    from longarm.casework.exchange.requests.showing import list_requests, read_request

    today = timezone.localdate()
    found = (read_request(actor, request, today).line,) if request else list_requests(actor, today)
    return tuple(
        LineAnswer(
            str(one.id), one.reference, one.ours, one.state, one.measure, one.organisation, one.asking, one.asked, one.due_on,
            one.due, one.urgent,
        )
        for one in found
    )  # fmt: skip


def _common(parser: Any) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON document")
    add_node(parser)
