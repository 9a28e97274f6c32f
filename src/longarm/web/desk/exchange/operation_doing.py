"""What a form of the board asks for, as an act: every field read, nothing decided."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Final
from uuid import UUID, uuid4

from django.http import QueryDict

from longarm.casework.actor import Actor
from longarm.casework.exchange.operations.acting import act, join
from longarm.casework.exchange.operations.bundles import put_bundle
from longarm.casework.exchange.operations.catching_up import send_again
from longarm.casework.exchange.operations.ending import forget
from longarm.casework.exchange.operations.team import let_in, let_out
from longarm.errors import BadInput
from longarm.exchange.operation import entry as acts

KINDS: Final = ("finding", "identifier", "request")
COUNTS: Final = ("identified", "arrested", "charged", "devices", "content_removed", "complainants_told")
_DUE: Final = time(12, tzinfo=UTC)  # a day, whatever the zone of who reads it


def do(actor: Actor, operation: UUID, sent: QueryDict) -> str:
    """Does it, and returns the address to go to. Raises BadInput for what no form of the page asks."""
    asked, here = sent.get("do", ""), f"/desk/exchange/operations/{operation}/"
    if asked == "join":
        join(actor, operation)
    elif asked == "forget":
        forget(actor, operation)
        return "/desk/exchange/operations/"
    elif asked == "let_in":
        let_in(actor, operation, _uuid(sent.get("user", "")))
    elif asked == "send_again":
        send_again(actor, operation, sent.get("member", ""))
    elif asked == "let_out":
        let_out(actor, operation, _uuid(sent.get("user", "")))
        if sent.get("user") == str(actor.user):
            return "/desk/exchange/operations/"
    elif asked == "bundle":
        put_bundle(actor, operation, _uuid(sent.get("bundle", "")), sent.get("words", ""), sure=bool(sent.get("sure")))
    elif asked in _ACTS:
        act(actor, operation, _ACTS[asked](sent), _readers(sent), sure=bool(sent.get("sure")))
    else:
        raise BadInput("operation-none")
    return f"{here}#{_PLACES.get(asked, 'main')}"


def _readers(sent: QueryDict) -> tuple[str, ...]:
    """`who`: all, or some with `to`. Where the form asks, one of the two is chosen, never taken for granted."""
    if sent.get("do") not in ("put", "say", "task"):
        return ()
    if sent.get("who") == "all":
        return ()
    to = tuple(sent.getlist("to"))
    if sent.get("who") != "some" or not to:
        raise BadInput("operation-to-whom")
    return to


def _put(sent: QueryDict) -> acts.Act:
    kind = next((one for one in KINDS if one == sent.get("kind")), "finding")
    return acts.Put(uuid4().bytes, kind, _text(sent, "title"), _text(sent, "words"))  # type: ignore[arg-type]  # of KINDS


def _task(sent: QueryDict) -> acts.Act:
    due = _day(sent.get("due", "")) if sent.get("due") else None
    return acts.Task(uuid4().bytes, sent.get("of", ""), _text(sent, "what"), datetime.combine(due, _DUE) if due else None)


def _done(sent: QueryDict) -> acts.Act:
    return acts.Done(_bytes(sent, "task"), "cannot" if sent.get("outcome") == "cannot" else "done", _text(sent, "words"))


def _common_day(sent: QueryDict) -> acts.Act:
    try:
        at = time.fromisoformat(sent.get("at", "")).replace(tzinfo=UTC)
    except ValueError:
        raise BadInput("desk-no-day", day=sent.get("at", "")[:20]) from None
    return acts.Day(datetime.combine(_day(sent.get("day", "")), at))


def _result(sent: QueryDict) -> acts.Act:
    counts = {name: given for name in COUNTS if (given := _count(sent.get(name, "")))}
    return acts.Result(sent.get("state", ""), **counts)


_ACTS: Final[dict[str, Callable[[QueryDict], acts.Act]]] = {
    "leave": lambda sent: acts.Leave(_text(sent, "words")),
    "invite": lambda sent: acts.Invite(sent.get("member", "")),
    "remove": lambda sent: acts.Remove(sent.get("member", "")),
    "hand_over": lambda sent: acts.HandOver(sent.get("member", "")),
    "put": _put,
    "take_back": lambda sent: acts.TakeBack(_bytes(sent, "piece")),
    "task": _task,
    "done": _done,
    "day": _common_day,
    "agree": lambda sent: acts.Agree(_bytes(sent, "day")),
    "say": lambda sent: acts.Say(_text(sent, "words")),
    "result": _result,
    "close": lambda sent: acts.Close(_text(sent, "words")),
}
_PLACES: Final = {
    "invite": "h-members", "remove": "h-members", "hand_over": "h-members", "put": "h-pieces", "bundle": "h-pieces",
    "take_back": "h-pieces", "task": "h-tasks", "done": "h-tasks", "day": "h-day", "agree": "h-day", "say": "h-said",
    "result": "h-results", "let_in": "h-readers", "let_out": "h-readers", "send_again": "h-members",
}  # fmt: skip


def _text(sent: QueryDict, name: str) -> str:
    return sent.get(name, "").strip()


def _bytes(sent: QueryDict, name: str) -> bytes:
    try:
        return bytes.fromhex(sent.get(name, ""))
    except ValueError:
        raise BadInput("operation-none") from None


def _uuid(given: str) -> UUID:
    try:
        return UUID(given)
    except ValueError:
        raise BadInput("operation-none") from None


def _day(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise BadInput("desk-no-day", day=given[:20]) from None


def _count(given: str) -> int:
    if not given.strip():
        return 0
    if not given.isascii() or not given.isdigit() or len(given) > 6:
        raise BadInput("operation-words")
    return int(given)
