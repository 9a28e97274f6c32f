"""A step before it has its rank: a path of the answer, and what the ranking must know of it."""

from __future__ import annotations

from typing import Literal

import msgspec

from longarm.law.answer import Action, Basis, By, Contact, Obstacle, Opening, PathStatus, Wording
from longarm.law.explain import said_of
from longarm.law.model import Confidence

Purpose = Literal["", "child", "life", "consult"]


class Step(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """As `answer.Path`, without rank. `purpose`: why it may come before everything; `part` tells steps of one kind apart;
    `danger`: the weight of its hazards, and for what an authority does also that of the complaint it follows;
    `forbidden`: a hazard forbids it.
    """

    action: Action
    status: PathStatus
    why: Wording
    forum: str | None = None
    requested: str | None = None
    by: By = "authority"
    before: Contact | None = None
    events: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    opens_if: tuple[Opening, ...] = ()
    documents: tuple[str, ...] = ()
    deadline: str | None = None
    hazards: tuple[str, ...] = ()
    confidence: Confidence = "medium"
    sources: tuple[str, ...] = ()
    purpose: Purpose = ""
    danger: int = 0
    forbidden: bool = False
    part: str = ""

    @property
    def id(self) -> str:
        """`file_complaint:EG`, `subscriber_data:EG:LY`: the same for the same step on every day."""
        places = f"{self.action}:{self.forum}" if self.forum else str(self.action)
        if self.requested:
            places = f"{places}:{self.requested}"
        return f"{places}:{self.part}" if self.part else places


def opening(kind: str, who: str, called: str) -> Opening:
    """`location of suspect-1`, `residence of complainant`, `identity of …`, `nationality of …`, `ratification by XX`."""
    joint = "by" if kind == "ratification" else "of"
    return Opening(code=f"{kind} {joint} {who}", text=said_of(f"opens-{kind}", (called,) * 3))


def worse(*given: PathStatus) -> PathStatus:
    """The least open of the statuses."""
    return max(given, key=_ORDER.__getitem__)


_ORDER: dict[PathStatus, int] = {"open": 0, "conditional": 1, "unknown": 2, "blocked": 3}
