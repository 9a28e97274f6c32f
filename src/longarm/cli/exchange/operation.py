"""Joint operations of several organisations on one series: begun, joined, listed, shown. Pieces and tasks are put in at the desk.

Every one asks who you are (--sign-in NAME; the passphrase is typed, or comes as one line of standard input). Letters go and come
with those of requests: `longarm exchange request send`, `export`, `import`, `serve`.
"""

from __future__ import annotations

import argparse
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import msgspec

from longarm.cli.exchange.places import add_node, attach_node
from longarm.cli.telling import day, language_of, letters, listed, tell
from longarm.texts import Language, Sentence, say

if TYPE_CHECKING:
    from longarm.casework.actor import Actor


class LineAnswer(msgspec.Struct, frozen=True):
    """An operation in the list. `day`: the common day of action; `days` until it, negative once it is past; `tasks`: open ones
    of this organisation; `refused`: some member does not take a letter of it.
    """

    id: str
    name: str
    lead: str
    stands: str
    members: int
    day: datetime | None
    days: int | None
    tasks: int
    unseen: bool
    refused: bool


class MemberAnswer(msgspec.Struct, frozen=True):
    """`spoken`: this node speaks with it. `refused`: it does not take a letter, `why` by its code. `missing`: something has not
    arrived. `restored`: it came back from a backup. `behind`: others have more of it. `disputed`: who has something else
    of it than is here. `withheld`: its entries for others.
    """

    fingerprint: str
    name: str
    standing: str
    leads: bool
    spoken: bool
    waits: int
    refused: bool
    why: str
    missing: bool
    restored: bool
    behind: bool
    disputed: tuple[str, ...]
    withheld: int
    agreed: bool


class PieceAnswer(msgspec.Struct, frozen=True):
    """`to`: who may see it beside its author; none: all members. `bundle`: SHA-256 of the sealed bundle it points to."""

    by: str
    at: datetime
    kind: str
    title: str
    words: str
    bundle: str
    to: tuple[str, ...]
    taken_back: bool


class TaskAnswer(msgspec.Struct, frozen=True):
    what: str
    by: str
    of: str
    due: date | None
    late: bool
    outcome: str
    words: str


class ResultAnswer(msgspec.Struct, frozen=True):
    state: str
    by: str
    counts: dict[str, int]


class BoardAnswer(msgspec.Struct, frozen=True):
    """One operation as this organisation sees it. `may`: what it can do now."""

    about: str
    members: tuple[MemberAnswer, ...]
    pieces: tuple[PieceAnswer, ...]
    tasks: tuple[TaskAnswer, ...]
    said: tuple[tuple[str, datetime, str], ...]
    results: tuple[ResultAnswer, ...]
    day_stands: bool
    may: tuple[str, ...]


class OperationAnswer(msgspec.Struct, frozen=True):
    """`operations`: of list; of new, join and show the one that is meant, and of show its `board`."""

    operations: tuple[LineAnswer, ...] = ()
    board: BoardAnswer | None = None


ANSWER = OperationAnswer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    told = parser.add_subparsers(dest="act", required=True, metavar="ACT", help="new, join, list, show")
    new = told.add_parser("new", help="begin an operation that this organisation leads")
    new.add_argument("--name", required=True, help="a neutral word, never a person's name")
    new.add_argument("--about", required=True, help="what it is about; all who are invited read it")
    new.add_argument(
        "--invite", required=True, action="append", metavar="FINGERPRINT", help="of another node; may be given several times"
    )
    join = told.add_parser("join", help="come in, where this organisation is invited")
    show = told.add_parser("show", help="one board")
    for one in (join, show):
        one.add_argument("operation", type=UUID)
    for one in (new, join, show, told.add_parser("list", help="what is under way")):
        one.add_argument("--sign-in", metavar="NAME", required=True)
        one.add_argument("--json", action="store_true", help="one JSON document")
        add_node(one)


def run(options: argparse.Namespace) -> int:
    attach_node(options)
    from longarm.casework.people.visits import sign_in
    from longarm.cli.exchange.passphrase import passphrase

    made = _done(options, sign_in(options.sign_in, passphrase(options)).actor)
    if options.json:
        from longarm.cli.output import write_json

        write_json(made)
        return 0
    language = language_of(options)
    tell((_text(line, language) for line in made.operations), language)
    if made.board:
        tell(_board_text(made.board, language), language)
    return 0


def _done(options: argparse.Namespace, actor: Actor) -> OperationAnswer:
    from django.utils import timezone

    from longarm.casework.exchange.operations import acting, catching_up, showing

    today = timezone.localdate()
    if options.act == "list":
        return OperationAnswer(tuple(_line(one) for one in showing.list_operations(actor, today)))
    if options.act == "new":
        operation = acting.open_one(actor, options.name, options.about, tuple(options.invite))
    else:
        operation = options.operation
    if options.act == "join":
        acting.join(actor, operation)
    catching_up.catch_up(actor, operation)
    view = showing.read_operation(actor, operation, today)
    return OperationAnswer((_line(view.line),), _board(view) if options.act == "show" else None)


def _line(one: Any) -> LineAnswer:
    return msgspec.convert(one._asdict() | {"id": str(one.id)}, LineAnswer, strict=False)


def _board(view: Any) -> BoardAnswer:
    def taken(rows: Any, kind: Any) -> Any:
        return tuple(msgspec.convert(row._asdict(), kind, strict=False) for row in rows)

    return BoardAnswer(
        about=view.about,
        members=taken(view.members, MemberAnswer),
        pieces=taken(view.pieces, PieceAnswer),
        tasks=taken(view.tasks, TaskAnswer),
        said=tuple((one.by, one.at, one.words) for one in view.said),
        results=tuple(ResultAnswer(one.state, one.by, _counts(one.result)) for one in view.results),
        day_stands=view.day_stands,
        may=tuple(sorted(view.may)),
    )


_STANDING: Final = {
    "joined": Sentence("operation-is-in"), "invited": Sentence("operation-is-invited"), "left": Sentence("operation-has-left"),
    "removed": Sentence("operation-was-removed"),
}  # fmt: skip


def _counts(result: Any) -> dict[str, int]:
    return {name: number for name, number in msgspec.structs.asdict(result).items() if name != "state"}


def _text(line: LineAnswer, language: Language) -> str:
    return say(
        "terminal-operation", language, id=line.id, stands=Sentence(f"operation-stands-{line.stands}"), day=_day(line),
        name=letters(line.name), lead=letters(line.lead),
    )  # fmt: skip


def _day(line: LineAnswer) -> Sentence:
    if line.day is None:
        return Sentence("terminal-no-day")
    moment = f"{line.day:%Y-%m-%d %H:%M} UTC"
    if line.days is None or line.days < 0:
        return Sentence("terminal-day-past", moment=moment)
    return Sentence("terminal-day-in", moment=moment, days=Sentence("operation-days", days=line.days))


def _board_text(board: BoardAnswer, language: Language) -> list[str]:
    told = ["", letters(board.about), ""]
    for member in board.members:
        facts = {"name": letters(member.name), "fingerprint": member.fingerprint[:16], "standing": _STANDING[member.standing]}
        told.append(say("terminal-board-member", language, **facts))
    for piece in board.pieces:
        kind = Sentence("operation-kind", kind=piece.kind)
        told.append(say("terminal-piece", language, kind=kind, by=letters(piece.by), title=letters(piece.title)))
    for task in board.tasks:
        outcome = Sentence(f"operation-task-{task.outcome or 'open'}")
        facts = {"of": letters(task.of), "what": letters(task.what), "outcome": outcome, "due": day(task.due)}
        told.append(say("terminal-task", language, **facts))
    for by, _, words in board.said:
        told += [say("terminal-said", language, by=letters(by)), f"  {letters(words)}"]
    for result in board.results:
        counted = ((say("operation-count", language, count=name), number) for name, number in result.counts.items() if number)
        counts = listed((f"{name}: {number}" for name, number in counted), language) or "-"
        told.append(say("terminal-result", language, state=result.state, by=letters(result.by), counts=counts))
    return told
