"""What a TAXII 2.1 server answers (OASIS Standard, 10 June 2021), without a network: filters, pages, manifests.
Long: one standard, whole.

Read only: nobody adds an object here from outside. Advisories come one by one, in the order they were last changed, and are
looked through until a page is full or enough was looked at: what a request costs does not grow with what was ever told. An
answer that found little so far says `more`, as the standard allows (section 3.4).
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple, NoReturn
from uuid import UUID

from longarm.errors import BadInput
from longarm.exchange.feeds.advisory import Advisory
from longarm.exchange.feeds.stix import Object, objects_of, time_of

MEDIA_TYPE: Final = "application/taxii+json;version=2.1"
_MOST: Final = 1000  # objects on a page
_LOOKED_AT: Final = 5000  # objects, for one page
_WHOLE: Final = 1 << 30  # a place behind every object of an advisory


class Told(NamedTuple):
    """An advisory, and when it could first be read here as it is now. `known`: the one before it has the same teller."""

    added: datetime
    id: UUID
    advisory: Advisory
    known: bool


class Place(NamedTuple):
    """Of an object in a collection: places are in the order of what was added."""

    added: datetime
    advisory: UUID
    number: int


class Query(NamedTuple):
    """Of sections 3.4 and 5.4. Everything here has one version, so only one that is named by its time can be missed."""

    after: Place | None
    added_after: datetime | None
    fields: tuple[tuple[str, frozenset[str]], ...]
    versions: frozenset[str]
    limit: int

    @property
    def since(self) -> datetime | None:
        """Nothing that was added before is wanted."""
        return max((at for at in (self.after and self.after.added, self.added_after) if at), default=None)

    @property
    def reports(self) -> frozenset[UUID] | None:
        """The advisories that are asked for, where only reports are; their ids are the advisories' own."""
        ids = dict(self.fields).get("id")
        if ids is None or not all(one.startswith("report--") for one in ids):
            return None
        return frozenset(id_ for one in ids if (id_ := _uuid(one.removeprefix("report--"))))


class Stored(NamedTuple):
    """One object, and when it could first be read here."""

    added: datetime
    object: Object

    @property
    def version(self) -> str:
        return str(self.object.get("modified") or self.object.get("created") or time_of(self.added))


class Page(NamedTuple):
    """`next`: what is asked for to go on, None at the end. `first`, `last`: when what is on the page was added."""

    stored: tuple[Stored, ...]
    next: str | None

    @property
    def first(self) -> str | None:
        return time_of(self.stored[0].added) if self.stored else None

    @property
    def last(self) -> str | None:
        return time_of(self.stored[-1].added) if self.stored else None


def asked(query: Mapping[str, str]) -> Query:
    """What a client asks for. Raises BadInput when a part of it is none."""
    parts = (("match[id]", "id"), ("match[type]", "type"), ("match[spec_version]", "spec_version"))
    return Query(
        after=_after(query.get("next", "")),
        added_after=_added_after(query.get("added_after")),
        fields=tuple((field, frozenset(query[part].split(","))) for part, field in parts if part in query),
        versions=frozenset(query.get("match[version]", "last").split(",")),
        limit=_limit(query.get("limit", "")),
    )


def page(told: Iterable[Told], query: Query) -> Page:
    """The page that is asked for. `told`: in their order, from `query.since` on; no more of them are taken than are looked at."""
    shown: list[Stored] = []
    last: Place | None = None
    looked = 0
    for one in told:
        if looked >= _LOOKED_AT and last:
            return Page(tuple(shown), _token(last))
        for number, made in enumerate(objects_of(one.advisory)):
            here = Place(one.added, one.id, number)
            if query.after and here <= query.after:
                continue
            looked += 1
            if (made["type"] == "identity" and one.known) or not _wanted(one.added, made, query):
                continue
            if len(shown) == query.limit and last:
                return Page(tuple(shown), _token(last))
            shown.append(Stored(one.added, made))
            last = here
        last = last if len(shown) == query.limit else Place(one.added, one.id, _WHOLE)
    return Page(tuple(shown), None)


def envelope(found: Page) -> dict[str, Any]:
    """Section 3.7."""
    more: dict[str, Any] = {"more": True, "next": found.next} if found.next else {}
    return more | ({"objects": [one.object for one in found.stored]} if found.stored else {})


def manifest(found: Page) -> dict[str, Any]:
    """Section 5.3."""
    more: dict[str, Any] = {"more": True} if found.next else {}
    entries = [
        {
            "id": one.object["id"],
            "date_added": time_of(one.added),
            "version": one.version,
            "media_type": "application/stix+json;version=2.1",
        }
        for one in found.stored
    ]
    return more | ({"objects": entries} if entries else {})


def versions(found: Page) -> dict[str, Any]:
    """Section 5.8."""
    more: dict[str, Any] = {"more": True} if found.next else {}
    return more | ({"versions": [one.version for one in found.stored]} if found.stored else {})


def _wanted(added: datetime, made: Object, query: Query) -> bool:
    if query.added_after and datetime.fromisoformat(time_of(added)) <= query.added_after:  # as it is told: to the millisecond
        return False
    if not all(made.get(field) in wanted for field, wanted in query.fields):
        return False
    return bool(query.versions & {"all", "first", "last", Stored(added, made).version})


def _added_after(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        after = datetime.fromisoformat(text)
    except ValueError:
        _none("added_after")
    try:
        return after.astimezone(UTC) if after.tzinfo else _none("added_after")
    except OverflowError:
        _none("added_after")


def _limit(text: str) -> int:
    if not text:
        return _MOST
    if not (text.isascii() and text.isdecimal() and int(text[:12]) > 0):
        _none("limit")
    return min(int(text[:12]), _MOST)


def _token(place: Place) -> str:
    said = f"{place.added.isoformat()}|{place.advisory}|{place.number}"
    return base64.urlsafe_b64encode(said.encode()).decode().rstrip("=")


def _after(token: str) -> Place | None:
    if not token:
        return None
    try:
        added, advisory, number = base64.urlsafe_b64decode(token[:300] + "=" * (-len(token[:300]) % 4)).decode().split("|")
        place = Place(datetime.fromisoformat(added).astimezone(UTC), UUID(advisory), int(number))
    except (ValueError, OverflowError):
        _none("next")
    return place


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _none(part: str) -> NoReturn:
    raise BadInput("exchange-taxii-query", part=part)
