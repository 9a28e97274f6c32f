"""A link between two cases, what rests on it, and what was set aside instead."""

from __future__ import annotations

from typing import Literal

import msgspec

from longarm.matching.item import Facet
from longarm.matching.weights import Reason, Strength

Aside = Literal["official_number", "own_contact", "shared_by_many"]
Ground = Literal["listed", "harmed_side", "groups_at_one_time", "degree"]


class Because(msgspec.Struct, frozen=True, order=True):
    """An identifier or exhibit (`what`) of a case."""

    case: str
    what: str


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """Why two cases may have one offender: a proposal for a person to judge.

    `level` is the line of the weights table, `bits` its weight less what a common key takes off, `score` the probability by it
    alone. `group` is the same for all links that rest on one identifier, picture or text. `stable`: it rests on an id that
    does not pass to another. `facts` fill the sentence: days between two uses, bits of difference, hundredths in common.
    """

    between: tuple[str, str]
    reason: Reason
    strength: Strength
    score: float
    because: tuple[Because, Because]
    level: str
    bits: float
    stable: bool = False
    facet: Facet
    group: str
    facts: dict[str, int] = {}


class SetAside(msgspec.Struct, frozen=True, kw_only=True):
    """An identifier that joins nothing, with the reason and whose cases name it. It can still be looked up."""

    identifier: str
    facet: Facet
    why: Aside
    ground: Ground
    because: tuple[Because, ...]
    number: int


class Linked(msgspec.Struct, frozen=True):
    """What ties cases together, strongest first, and what was set aside."""

    links: tuple[Link, ...]
    set_aside: tuple[SetAside, ...]
