"""Where a request stands, and what each side may do from there: one table, one test a row.

Both sides keep the state by the same table, each from its own acts and the other's letters. Letters cross: an answer that was
written before a withdrawal arrived still counts, on both sides (`crossing`). What the table does not name changes nothing; the
words are kept and shown.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, get_args

State = Literal[
    "drafted", "sent", "received", "verified", "accepted", "partly", "answered", "refused", "withdrawn", "expired", "closed"
]
STATES: Final[tuple[State, ...]] = get_args(State)
Side = Literal["asker", "asked", "time"]
Act = Literal[
    "send", "arrive", "verify", "accept", "ask_back", "reply", "answer_part", "answer", "refuse", "withdraw", "remind", "close",
    "expire",
]  # fmt: skip
ACTS: Final[tuple[Act, ...]] = get_args(Act)


class Row(NamedTuple):
    """`crossing`: holds for a letter of the other side that was already written, not for a new act."""

    act: Act
    by: Side
    begins: tuple[State, ...]
    ends: State | None  # None: stays where it is
    crossing: bool = False


_UNDER_WAY: Final[tuple[State, ...]] = ("sent", "received", "verified", "accepted", "partly")
_HERE: Final[tuple[State, ...]] = ("received", "verified", "accepted", "partly")

TABLE: Final[tuple[Row, ...]] = (
    Row("send", "asker", ("drafted",), "sent"),
    Row("withdraw", "asker", ("drafted", *_UNDER_WAY, "expired"), "withdrawn"),
    Row("remind", "asker", (*_UNDER_WAY, "expired"), None),
    Row("reply", "asker", (*_UNDER_WAY, "expired"), None),
    Row("close", "asker", ("partly", "answered", "refused", "expired"), "closed"),
    Row("arrive", "asked", ("sent",), "received"),
    Row("verify", "asked", ("received",), "verified"),
    Row("accept", "asked", ("verified", "expired"), "accepted"),
    Row("ask_back", "asked", (*_HERE, "expired"), None),
    Row("answer_part", "asked", ("verified", "accepted", "partly", "expired"), "partly"),
    Row("answer", "asked", ("verified", "accepted", "partly", "expired"), "answered"),
    Row("refuse", "asked", (*_HERE, "expired"), "refused"),
    Row("expire", "time", _UNDER_WAY, "expired"),
    Row("answer", "asked", ("withdrawn",), "answered", crossing=True),
    Row("refuse", "asked", ("withdrawn",), "refused", crossing=True),
)
OPEN: Final[tuple[State, ...]] = (*_UNDER_WAY, "expired")
ENDED: Final[tuple[State, ...]] = ("answered", "refused", "withdrawn", "closed")


def after(state: State, act: Act, by: Side, *, arriving: bool = False) -> State | None:
    """The state that `act` leads to; None where `by` may not do it from `state`.

    `arriving`: it is the letter of the other side, which may have been written before ours reached it.
    """
    for row in TABLE:
        if row.act == act and row.by == by and state in row.begins and (arriving or not row.crossing):
            return row.ends or state
    return None


def may(state: State, by: Side) -> tuple[Act, ...]:
    """What `by` can do from `state`, in the order of the table."""
    return tuple(row.act for row in TABLE if row.by == by and state in row.begins and not row.crossing)
