"""The board of a joint operation as one member reads it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from longarm.exchange.operation import entry as acts
from longarm.exchange.operation.entry import Entry

Standing = Literal["invited", "joined", "left", "removed"]
# Why an entry counts for nothing. for-all: it may not be kept from some. lead-stays: the lead hands over before it goes.
# not-its-opener: the operation's id is not made of this author's salt.
Why = Literal[
    "not-a-member", "not-the-lead", "not-invited", "not-yours", "unknown", "twice", "closed", "not-open", "for-all", "lead-stays",
    "not-its-opener", "too-many",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """`withheld`: this reader may not see what it is. `taken_back`: it may not be used any further."""

    by: str
    at: datetime
    put: acts.Put | None
    to: tuple[str, ...]
    taken_back: bool = False

    @property
    def withheld(self) -> bool:
        return self.put is None


@dataclass(frozen=True, slots=True)
class Asked:
    """`to`: who may see it beside its author; none: all."""

    by: str
    at: datetime
    task: acts.Task
    to: tuple[str, ...] = ()
    done: acts.Done | None = None


@dataclass(slots=True)
class Board:
    """`lead` and the members by fingerprint. `set_aside`: entries that counted for nothing, each with the reason.

    `pieces`, `tasks`: by `entry.own`. `missing`: authors of whom an entry is missing before one that is there, or who gave one
    number to two: nothing of theirs counts from there on. `last`: the number of each author's last entry that is here in its
    place. `removals`: each with the clock of its entry. `restored`: authors that began afresh after a restore; what they wrote
    shortly before may be missing, here or with them. `heads`: the number and hash of each author's last entry in its place.
    `disputed`: of whom somebody has another entry under a number than is here, and who has; one of them lies, or both.
    `behind`: of whom others have more.
    """

    operation: bytes
    name: str = ""
    about: str = ""
    lead: str = ""
    members: dict[str, Standing] = field(default_factory=dict)
    states: dict[str, tuple[str, ...]] = field(default_factory=dict)
    pieces: dict[bytes, Piece] = field(default_factory=dict)
    tasks: dict[bytes, Asked] = field(default_factory=dict)
    day: Entry | None = None
    agreed: set[str] = field(default_factory=set)
    said: list[tuple[str, datetime, str]] = field(default_factory=list)
    results: dict[tuple[str, str], acts.Result] = field(default_factory=dict)
    closed: acts.Close | None = None
    set_aside: list[tuple[Entry, Why]] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)
    clock: int = 0
    heads: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    disputed: dict[str, set[str]] = field(default_factory=dict)
    behind: set[str] = field(default_factory=set)
    restored: set[str] = field(default_factory=set)
    last: dict[str, int] = field(default_factory=dict)
    removals: list[tuple[int, acts.Remove]] = field(default_factory=list)

    @property
    def joined(self) -> tuple[str, ...]:
        return tuple(sorted(who for who, standing in self.members.items() if standing == "joined"))

    @property
    def day_stands(self) -> bool:
        """Whether all who are in have agreed to the day."""
        return self.day is not None and set(self.joined) <= self.agreed
