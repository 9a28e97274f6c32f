"""The types of the engine's tables (YAML beside this file): one class for each kind of row.
Long for that reason.
"""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec import field

from longarm.case.answer import Answer
from longarm.case.vocabulary import EventKind, Risk, Role, Wants
from longarm.law.answer import Action
from longarm.law.dates import LawDate
from longarm.law.model import ChannelKind, MeasureKind

JurisdictionNeed = Literal[
    "punishable_there", "returns", "foreign_offender", "prosecutor", "complaint", "felony", "five_years", "six_years",
    "eight_years", "residence", "uncertain",
]  # fmt: skip
InstrumentNeed = Literal[
    "organised_group", "material_benefit", "serious_crime", "transnational", "child", "three_years", "listed_crime",
    "present_in_requesting", "further_agreement", "final_judgment",
    "criminal_matters",
]  # fmt: skip
RowName = Literal[
    "blocked",
    "child",
    "life",
    "consult",
    "silent",
    "perishing",
    "hand",
    "danger",
    "openness",
    "alerts",
    "speed",
    "deadline",
    "burden",
]


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """A row of a table."""


class RuleNeeds(_Row, frozen=True, gc=False):
    """What the rule of a state on one basis asks for beside its basis."""

    state: str
    basis: Literal["effects", "active_personality", "passive_personality"]
    needs: tuple[JurisdictionNeed, ...] = ()
    laws: tuple[str, ...] = ()
    from_: LawDate | None = field(default=None, name="from")
    never: Answer = Answer.NO


class PartHere(_Row, frozen=True, gc=False):
    part_here: tuple[str, ...]


class JurisdictionTable(_Row, frozen=True, gc=False):
    territorial: PartHere
    needs: tuple[RuleNeeds, ...]


class Fit(_Row, frozen=True, gc=False):
    """When an instrument fits a case; `threshold` in years, for extradition. `of`: what one of its measures needs besides.

    `discretion`: measures that it carries only at the discretion of the state asked.
    """

    instrument: str
    needs: tuple[InstrumentNeed, ...] = ()
    of: dict[MeasureKind, tuple[InstrumentNeed, ...]] = {}
    threshold: float | None = None
    discretion: tuple[MeasureKind, ...] = ()


class InstrumentTable(_Row, frozen=True, gc=False):
    fits: tuple[Fit, ...]


class Holder(_Row, frozen=True, gc=False):
    """The state that reaches the company behind a platform, by the region of the user."""

    platform: str
    other: str
    EU: str | None = None
    GB: str | None = None
    US: str | None = None


class HolderTable(_Row, frozen=True, gc=False):
    regions: dict[str, tuple[str, ...]]
    holders: tuple[Holder, ...]
    means: dict[str, str]
    hosts: dict[str, str]


class Kept(_Row, frozen=True, gc=False):
    """Days for which traces are kept, from a day on where that is known."""

    id: str
    days: int
    from_: LawDate | None = field(default=None, name="from")


class RetentionTable(_Row, frozen=True, gc=False):
    unknown_days: int
    platforms: tuple[Kept, ...]
    telecom: tuple[Kept, ...]


class Sign(_Row, frozen=True, gc=False):
    """What in a case shows a hazard. One of the keys beside `hazard`."""

    hazard: Risk
    kinds: tuple[EventKind, ...] = ()
    wants: tuple[Wants, ...] = ()
    roles: tuple[Role, ...] = ()
    minor: Answer = Answer.NO
    minor_complainant: Answer = Answer.NO
    refusals: int = 0
    note: tuple[str, ...] = ()
    complainant_status: tuple[str, ...] = ()


class LawSign(_Row, frozen=True, gc=False):
    """Which hazard a law of a state shows (`for`: words of the fact), and what in the case makes it concern this person."""

    hazard: Risk
    for_: tuple[str, ...] = field(name="for")
    kinds: tuple[EventKind, ...] = ()
    note: tuple[str, ...] = ()
    risk: Risk | None = None
    minor_complainant: Answer = Answer.NO
    home: Answer = Answer.NO


class Beside(_Row, frozen=True, gc=False):
    hazard: Risk
    actions: tuple[Action, ...]
    where: Literal["home", "origin", "any"]
    risk_only: Answer = Answer.NO


class Always(_Row, frozen=True, gc=False):
    action: Action
    hazards: tuple[Risk, ...]
    states: tuple[str, ...] = ()


class First(_Row, frozen=True, gc=False):
    hazard: Risk
    actions: tuple[Action, ...]
    code: str
    text: str
    risk_only: Answer = Answer.NO


class Forbids(_Row, frozen=True, gc=False):
    """What a hazard closes; `abroad`: only before a state in which the person harmed does not live."""

    hazard: Risk
    actions: tuple[Action, ...]
    abroad: Answer = Answer.NO


class ContactRow(_Row, frozen=True, gc=False):
    """What a law shows that punishes contact with another state, which steps it closes, and what comes before the others."""

    hazard: Risk
    forbids: tuple[Action, ...]
    first: First


class Weight(_Row, frozen=True, gc=False):
    hazard: Risk
    weight: int


class HazardTable(_Row, frozen=True, gc=False):
    signs: tuple[Sign, ...]
    laws: tuple[LawSign, ...]
    beside: tuple[Beside, ...]
    always: tuple[Always, ...]
    first: tuple[First, ...]
    forbids: tuple[Forbids, ...]
    contact: ContactRow
    consult: tuple[Risk, ...]
    life: tuple[Risk, ...]
    weights: tuple[Weight, ...]


class ActionRow(_Row, frozen=True, gc=False):
    action: Action
    group: Literal["own", "complaint", "request"]
    speed: int
    burden: int
    documents: tuple[str, ...]
    measures: tuple[MeasureKind, ...] = ()
    lesser: tuple[MeasureKind, ...] = ()
    needs: tuple[InstrumentNeed, ...] = ()
    alerts: Answer = Answer.NO


class TakedownRow(_Row, frozen=True, gc=False):
    document: str
    kinds: tuple[EventKind, ...]


class RemovalRow(_Row, frozen=True, gc=False):
    """A duty of law to remove (`rule`, of the platform rules) once one of `kinds` was done; `maybe`: not settled for these."""

    rule: str
    article: str
    document: str
    kinds: tuple[EventKind, ...]
    platforms: tuple[str, ...]
    maybe: tuple[str, ...]


class Images(_Row, frozen=True, gc=False):
    exist: tuple[EventKind, ...]
    may: tuple[EventKind, ...]


class ProgramRow(_Row, frozen=True, gc=False):
    """Who may use a hash programme: `minor` in the picture, in which states, since when."""

    program: str
    minor: Answer
    states: tuple[str, ...] = ()
    since: LawDate | None = None


class ActionTable(_Row, frozen=True, gc=False):
    actions: tuple[ActionRow, ...]
    complaints: dict[str, str]
    takedowns: tuple[TakedownRow, ...]
    removals: tuple[RemovalRow, ...]
    images: Images
    child_kinds: tuple[EventKind, ...]
    programs: tuple[ProgramRow, ...]
    filing: tuple[ChannelKind, ...]
    filing_here: tuple[ChannelKind, ...]
    protecting: tuple[ChannelKind, ...]
    supporting: tuple[ChannelKind, ...]
    not_offered: tuple[str, ...]


class Regional(_Row, frozen=True, gc=False):
    """A law of a part of a state, and words by which a place of the case names that part."""

    law: str
    places: tuple[str, ...]


class RegionalTable(_Row, frozen=True, gc=False):
    regional: tuple[Regional, ...]


class RankingRow(_Row, frozen=True, gc=False):
    row: RowName
    why: str


class RankingTable(_Row, frozen=True, gc=False):
    rows: tuple[RankingRow, ...]
