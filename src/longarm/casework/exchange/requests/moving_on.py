"""A request goes from one state to the next, by the table; its figure and its days go with it. In the caller's transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from longarm.casework.refusals import Conflict
from longarm.exchange.request.states import Act, Side, State, after
from longarm.exchange.request.words import Reason
from longarm.store.models import Request, RequestFigure

_RESULTS: Final[dict[State, str]] = {
    "partly": "partly", "answered": "answered", "refused": "refused", "expired": "silent", "withdrawn": "withdrawn",
}  # fmt: skip


def move(row: Request, act: Act, by: Side, now: datetime, *, reason: Reason | None = None, arriving: bool = False) -> bool:
    """Does the act count? The row is changed, and the caller saves it. `arriving`: it is the other side's letter."""
    ends = after(state_of(row), act, by, arriving=arriving)
    if ends is None:
        return False
    row.state, row.changed_at = ends, now
    if row.figure_id and (result := _RESULTS.get(ends)) and act in ("answer", "answer_part", "refuse", "expire", "withdraw"):
        day = now.date() if act in ("answer", "answer_part", "refuse") else None
        RequestFigure.objects.filter(id=row.figure_id).update(result=result, reason=reason or "", answered_on=day)
    return True


def must_move(row: Request, act: Act, by: Side, now: datetime, *, reason: Reason | None = None) -> None:
    """Raises Conflict when the table does not know the act from here."""
    if not move(row, act, by, now, reason=reason):
        raise Conflict("request-not-now", act=act, state=row.state)


def own_side(row: Request) -> Side:
    return "asker" if row.ours else "asked"


def other_side(row: Request) -> Side:
    return "asked" if row.ours else "asker"


def state_of(row: Request) -> State:
    return row.state  # type: ignore[return-value]  # written by `move` and `drafting` only
