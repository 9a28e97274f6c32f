"""A case as frozen typed values: who, what, when, where, and how sure (`longarm: case/1`).
Long: the whole form of the file, one class for each part.

Values are as in the case file: states ISO 3166-1 alpha-2, dates ISO 8601 (`When`), phones E.164 or as found. What is not
known is left out or `unknown`; nothing here guesses.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, field

from longarm.case.states import STATES
from longarm.case.vocabulary import Certainty, EventKind, IdentifierType, Risk, Role, Wants
from longarm.case.when import UNKNOWN, When
from longarm.texts import Language
from longarm.typed_yaml import Fault

Id = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$", description="unique within the case")]
Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$", description="SHA-256, hexadecimal")]


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What every part of a case may carry: free remarks."""

    note: str | None = None
    notes: str | None = None


class Nationality(_Part, frozen=True):
    state: str
    certainty: Certainty = "known"

    def __post_init__(self) -> None:
        _state(self.state)


class Location(_Part, frozen=True):
    """Where a person was, from and to a day, and how that is known."""

    state: str
    from_: When | None = field(default=None, name="from")
    to: When | None = None
    certainty: Certainty = "known"
    because: tuple[Id, ...] = ()
    place: str | None = None

    def __post_init__(self) -> None:
        _state(self.state)
        _in_order(self.from_, self.to)


class Person(_Part, frozen=True):
    """`identity`: how sure it is that the person is who `legal_name` says; nothing is assumed where it is not written."""

    id: Id
    roles: tuple[Role, ...]
    alias: str | None = None
    legal_name: str | None = None
    identity: Certainty = "unknown"
    birth_year: Annotated[int, Meta(ge=1900, le=2100)] | None = None
    minor: bool | None = None
    nationality: tuple[str | Nationality, ...] = ()
    locations: tuple[Location, ...] = ()
    dialect: str | None = None
    residence_status: str | dict[str, str] | None = None
    safe_contact: str | dict[str, str] | None = None
    consents: tuple[str, ...] | dict[str, str] = ()

    def __post_init__(self) -> None:
        if not self.roles:
            raise Fault("case-no-role", person=self.id)
        for nationality in self.nationality:
            if isinstance(nationality, str):
                _state(nationality)

    @property
    def nationalities(self) -> tuple[Nationality, ...]:
        """Every nationality with its certainty; one written as a bare state is known."""
        return tuple(Nationality(state=n) if isinstance(n, str) else n for n in self.nationality)

    def called(self) -> str:
        """How the person is shown: the alias, else the id. Never the legal name."""
        return self.alias or self.id


class Identifier(_Part, frozen=True):
    """A phone, account, wallet … as it was found (`value`), and who used it."""

    id: Id
    type: IdentifierType
    value: Annotated[str, Meta(min_length=1, max_length=4096)]
    used_by: Id | None = None
    platform: str | None = None
    handle: str | None = None
    service: str | None = None
    from_: When | None = field(default=None, name="from")
    to: When | None = None

    def __post_init__(self) -> None:
        _in_order(self.from_, self.to)


class Event(_Part, frozen=True):
    """Something that happened: a threat, a demand, a refusal by an authority."""

    id: Id
    kind: EventKind
    at: When = field(default_factory=lambda: UNKNOWN)
    by: Id | None = None
    to: Id | None = None
    concerns: Id | None = None
    wants: Wants | None = None
    via: str | None = None
    before: str | None = None
    reason: str | None = None
    events: tuple[Id, ...] = ()
    exhibits: tuple[Id, ...] = ()


class ExhibitRef(_Part, frozen=True):
    """An exhibit the case names: its file, what it must hash to, from whom and when it came."""

    id: Id
    file: str
    sha256: Digest | None = None
    received_from: str | None = None
    received_at: When | None = None


class Case(_Part, frozen=True):
    longarm: Literal["case/1"]
    reference: Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    opened: When = field(default_factory=lambda: UNKNOWN)
    language: Language = "ar"
    persons: tuple[Person, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    events: tuple[Event, ...] = ()
    exhibits: tuple[ExhibitRef, ...] = ()
    risks: tuple[Risk, ...] = ()

    def person(self, person_id: str) -> Person:
        """Raises KeyError when the case has no such person."""
        for person in self.persons:
            if person.id == person_id:
                return person
        raise KeyError(person_id)

    def events_in_order(self) -> tuple[Event, ...]:
        """By the first day each can have happened; those of no known day last; the order of the file within a day."""
        return tuple(sorted(self.events, key=lambda e: (not e.at.known, e.at.first, e.at if len(e.at) > 10 else "")))

    def with_role(self, *roles: Role) -> tuple[Person, ...]:
        return tuple(p for p in self.persons if any(role in p.roles for role in roles))

    @property
    def complainants(self) -> tuple[Person, ...]:
        return self.with_role("complainant")

    @property
    def suspects(self) -> tuple[Person, ...]:
        """Everybody who may have offended: suspects, instigators and intermediaries."""
        return self.with_role("suspect", "instigator", "intermediary")


class Trace(msgspec.Struct, frozen=True):
    """What an identifier says of itself: normal form, state, operator. Made by `signals`, read by `law`.

    `certainty` is that of the reading; where several hold, `candidates` has them and there is no normal form.
    """

    id: str
    normal: str | None = None
    state: str | None = None
    operator: str | None = None
    certainty: Literal["high", "medium", "low"] = "high"
    candidates: tuple[str, ...] = ()


def _state(code: str) -> None:
    if code != "unknown" and code not in STATES:
        raise Fault("case-unknown-state", state=code)


def _in_order(start: When | None, end: When | None) -> None:
    if start and end and start.known and end.known and start.first > end.last:
        raise Fault("case-ends-before-start", start=str(start), end=str(end))
