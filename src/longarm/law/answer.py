"""The answer of `longarm paths`: offences, jurisdictions, ranked paths, identifiers and hazards (keys as in the contract).
Long: a class for each part of it.

Ids of facts (`states/EG#jurisdiction/effects`) and of parts of the case (`e2`, `phone-1`) stand beside every conclusion;
`Facts.cite` turns the former into sources. Codes are English whatever the language; sentences come in all languages.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from longarm.law.model import Confidence

Ynu = Literal["yes", "no", "unknown"]
PathStatus = Literal["open", "conditional", "blocked", "unknown"]
BasisOfJurisdiction = Literal["territorial", "effects", "active_personality", "passive_personality", "residence"]
Ground = Literal["conduct", "result", "nationality", "residence"]
Action = Literal[
    "child_protection", "consult_first", "hotline", "hash_block", "preserve_data", "takedown", "file_complaint",
    "consular_statement", "subscriber_data", "stored_data", "provider_request", "emergency_disclosure", "police_channel",
    "spontaneous_information", "joint_team", "local_prosecution", "extradition", "removal_request", "service_of_documents",
    "recognition",
]  # fmt: skip
ObstacleCode = Literal[
    "not_signed", "not_ratified", "not_a_party", "not_in_force", "own_national", "dual_criminality", "penalty_threshold",
    "complaint_time_limit", "location_unknown", "suspect_unknown", "no_recognition", "hazard_forbids", "unknown_fact",
    "no_offence", "no_jurisdiction", "condition_not_met", "authority_unknown", "limitation",
]  # fmt: skip
By = Literal["complainant", "reporter", "authority"]


class _Part(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A part of the answer."""


class Wording(_Part, frozen=True, gc=False):
    """One sentence in the three languages."""

    ar: str
    en: str
    fr: str

    def in_language(self, language: str) -> str:
        return str(getattr(self, language))


class OffenceLine(_Part, frozen=True, gc=False):
    """An offence of a state that events meet. `applies` is unknown where it is not sure that the law was in force that day.

    `max_years` is the ceiling in years (0 a fine only); null when unknown. `prosecute_until` is the last day for the
    prosecution of the first of the events, unless something interrupted the time; null where that is not known.
    """

    state: str
    law: str
    article: str
    events: tuple[str, ...]
    max_years: int | float | Literal["life", "death"] | None
    applies: Ynu
    confidence: Confidence
    sources: tuple[str, ...]
    prosecute_until: str | None


class JurisdictionLine(_Part, frozen=True, gc=False):
    """Whether a state's law reaches events, on one basis and one ground. `conditions` stand beside a yes, as codes."""

    state: str
    basis: BasisOfJurisdiction
    ground: Ground
    holds: Ynu
    events: tuple[str, ...]
    because: tuple[str, ...]
    conditions: tuple[str, ...]
    confidence: Confidence


class Basis(_Part, frozen=True, gc=False):
    """An instrument or a law a path rests on, or would. `binding`: both states bound by it on that day.

    `why` is a code (`not_ratified: LY`), `text` its sentence; `fits` says whether the instrument covers this case.
    """

    instrument: str
    articles: tuple[str, ...]
    binding: Ynu
    fits: Ynu
    why: str
    text: Wording
    sources: tuple[str, ...]


class Obstacle(_Part, frozen=True, gc=False):
    """What stands in the way, and on the part of which state."""

    code: ObstacleCode
    state: str | None
    events: tuple[str, ...]
    text: Wording
    sources: tuple[str, ...] = ()
    instrument: str | None = None


class Opening(_Part, frozen=True, gc=False):
    """What would open the path: `location of suspect-1`, `ratification by LY`."""

    code: str
    text: Wording


class Contact(_Part, frozen=True, gc=False):
    """A channel: the authority or organisation before which a step is taken.

    `on_that_day` is unknown where nothing says since when it takes such reports, and the day lies before it was looked at.
    """

    id: str
    name: dict[str, str]
    contact: str | None
    languages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    on_that_day: Ynu = "yes"


class Path(_Part, frozen=True, gc=False):
    """One thing that can be done: by whom, before whom, on what basis, by when, and what stands in the way.

    `events` and `identifiers` are those it concerns; `why` says in one sentence what it brings.
    """

    id: str
    rank: int
    status: PathStatus
    action: Action
    forum: str | None
    requested: str | None
    by: By
    before: Contact | None
    why: Wording
    events: tuple[str, ...]
    identifiers: tuple[str, ...]
    basis: tuple[Basis, ...]
    obstacles: tuple[Obstacle, ...]
    opens_if: tuple[Opening, ...]
    documents: tuple[str, ...]
    deadline: str | None
    hazards: tuple[str, ...]
    confidence: Confidence
    sources: tuple[str, ...]


class IdentifierLine(_Part, frozen=True, gc=False):
    """What an identifier says of itself, and the day its traces may be gone."""

    id: str
    normal: str | None
    state: str | None
    operator: str | None
    identity_duty: Ynu
    last_used: str | None
    perishes_on: str | None
    sources: tuple[str, ...]


class HazardLine(_Part, frozen=True, gc=False):
    """A danger to the person harmed, and what in the case or the law it is read from."""

    id: str
    because: tuple[str, ...]


class Note(_Part, frozen=True, gc=False):
    """A remark on the answer as a whole: what was left out, how old the facts are."""

    code: str
    text: Wording


class PathsAnswer(_Part, frozen=True, gc=False):
    """Which state can act, on what basis, on that date."""

    case: str
    as_of: str
    offences: tuple[OffenceLine, ...]
    jurisdiction: tuple[JurisdictionLine, ...]
    paths: tuple[Path, ...]
    identifiers: tuple[IdentifierLine, ...]
    hazards: tuple[HazardLine, ...]
    notes: tuple[Note, ...]
