"""Who may do what on a board: one small function for each act. Each changes the board, or says why the entry counts for nothing.

Over 160 lines: the acts stand side by side, so that the rules can be read in one place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from longarm.exchange.operation import entry as acts
from longarm.exchange.operation.board import Asked, Board, Piece, Standing, Why
from longarm.exchange.operation.entry import FOR_ALL, Entry, own

_BY_LEAD: Final = (acts.Invite, acts.Remove, acts.HandOver, acts.Day, acts.Close)


def take(made: Board, one: Entry) -> Why | None:
    """Puts `one` on the board. Returns why not, and then has changed nothing."""
    if one.to and isinstance(one.act, FOR_ALL):
        return "for-all"
    if not isinstance(one.act, acts.Open):
        why = _may(made, one)
        if why:
            return why
    return _TAKING[type(one.act)](made, one, one.act)


def _may(made: Board, one: Entry) -> Why | None:
    """What holds for every act: the author is in, the lead's acts are the lead's, and after the end only results come."""
    if not made.lead:
        return "not-open"
    if isinstance(one.act, acts.TakeBack):
        return None  # her no has no end: after the operation, and from outside it
    if made.closed and not isinstance(one.act, acts.Result):
        return "closed"
    standing = made.members.get(one.author)
    if standing == "invited" and isinstance(one.act, acts.Join | acts.Leave):
        return None
    if isinstance(one.act, acts.Join):
        return "not-invited"
    if standing != "joined":
        return "not-a-member"
    if isinstance(one.act, _BY_LEAD) and one.author != made.lead:
        return "not-the-lead"
    return None


def _open(made: Board, one: Entry, act: acts.Open) -> Why | None:
    if one.operation != acts.operation_of(one.author, act):
        return "not-its-opener"
    if made.lead or one.number != 1:
        return "twice"
    made.name, made.about, made.lead = act.name, act.about, one.author
    for member in act.invited:
        made.members[member] = "invited"
    made.members[one.author] = "joined"
    return None


def _invite(made: Board, _one: Entry, act: acts.Invite) -> Why | None:
    if made.members.get(act.member) in ("joined", "invited"):
        return "twice"
    if sum(standing in ("joined", "invited") for standing in made.members.values()) >= acts.MOST_MEMBERS:
        return "too-many"
    made.members[act.member] = "invited"
    return None


def _join(made: Board, one: Entry, act: acts.Join) -> Why | None:
    made.members[one.author], made.states[one.author] = "joined", act.states
    return None


def _leave(made: Board, one: Entry, _act: acts.Leave) -> Why | None:
    return _end(made, one.author, "left")


def _remove(made: Board, one: Entry, act: acts.Remove) -> Why | None:
    why = _end(made, act.member, "removed")
    if why is None:
        made.removals.append((one.clock, act))
    return why


def _end(made: Board, who: str, standing: Standing) -> Why | None:
    if who == made.lead:
        return "lead-stays"
    if made.members.get(who) not in ("joined", "invited"):
        return "not-a-member"
    made.members[who] = standing
    made.agreed.discard(who)
    return None


def _hand_over(made: Board, _one: Entry, act: acts.HandOver) -> Why | None:
    if made.members.get(act.to) != "joined":
        return "not-a-member"
    made.lead = act.to
    return None


def _put(made: Board, one: Entry, act: acts.Put) -> Why | None:
    if (piece := own(one.author, act.piece)) in made.pieces:
        return "twice"
    made.pieces[piece] = Piece(one.author, one.at, act, one.to)
    return None


def _take_back(made: Board, one: Entry, act: acts.TakeBack) -> Why | None:
    there = made.pieces.get(act.piece)
    if there is None:
        return "unknown"
    if there.by != one.author:
        return "not-yours"
    made.pieces[act.piece] = replace(there, taken_back=True)
    return None


def _task(made: Board, one: Entry, act: acts.Task) -> Why | None:
    if (task := own(one.author, act.task)) in made.tasks:
        return "twice"
    if made.members.get(act.of) != "joined":
        return "not-a-member"
    made.tasks[task] = Asked(one.author, one.at, act, one.to)
    return None


def _done(made: Board, one: Entry, act: acts.Done) -> Why | None:
    asked = made.tasks.get(act.task)
    if asked is None:
        return "unknown"
    if asked.task.of != one.author:
        return "not-yours"
    made.tasks[act.task] = replace(asked, done=act)
    return None


def _day(made: Board, one: Entry, _act: acts.Day) -> Why | None:
    made.day, made.agreed = one, {one.author}
    return None


def _agree(made: Board, one: Entry, act: acts.Agree) -> Why | None:
    if made.day is None or made.day.hash != act.day:
        return "unknown"
    made.agreed.add(one.author)
    return None


def _say(made: Board, one: Entry, act: acts.Say) -> Why | None:
    made.said.append((one.author, one.at, act.words))
    return None


def _result(made: Board, one: Entry, act: acts.Result) -> Why | None:
    made.results[one.author, act.state] = act
    return None


def _close(made: Board, _one: Entry, act: acts.Close) -> Why | None:
    made.closed = act
    return None


_TAKING: Final[dict[type, Callable[[Board, Entry, Any], Why | None]]] = {
    acts.Open: _open,
    acts.Invite: _invite,
    acts.Join: _join,
    acts.Leave: _leave,
    acts.Remove: _remove,
    acts.HandOver: _hand_over,
    acts.Put: _put,
    acts.TakeBack: _take_back,
    acts.Task: _task,
    acts.Done: _done,
    acts.Day: _day,
    acts.Agree: _agree,
    acts.Say: _say,
    acts.Result: _result,
    acts.Close: _close,
}
