"""What a TAXII 2.1 server answers (OASIS Standard, 10 June 2021), without a network: filters, pages, manifests.

Read only: nobody adds an object here from outside.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple

from longarm.errors import BadInput
from longarm.exchange.feeds.stix import Object, time_of

MEDIA_TYPE: Final = "application/taxii+json;version=2.1"
_MOST: Final = 1000  # objects on a page
_KEY: Final = re.compile(r"[\w.:-]{1,300}(\|[\w.:-]{1,300}){2}")


class Stored(NamedTuple):
    """One version of one object, and when it could first be read here."""

    added: datetime
    object: Object

    @property
    def version(self) -> str:
        return str(self.object.get("modified") or self.object.get("created") or time_of(self.added))

    @property
    def place(self) -> str:
        return f"{time_of(self.added)}|{self.object['id']}|{self.version}"


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


def page(stored: Iterable[Stored], asked: Mapping[str, str]) -> Page:
    """The page that `asked` is for, a query after sections 3.4 and 5.4. Raises BadInput when a part of it is none."""
    found = _versions(_filtered(sorted(set_of(stored), key=lambda one: one.place), asked), asked.get("match[version]", "last"))
    after, limit = _after(asked.get("next", "")), _limit(asked.get("limit", ""))
    rest = [one for one in found if one.place > after]
    shown = tuple(rest[:limit])
    return Page(shown, _token(shown[-1].place) if len(rest) > limit and shown else None)


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
    return {"versions": [one.version for one in reversed(found.stored)]} if found.stored else {}


def set_of(stored: Iterable[Stored]) -> list[Stored]:
    """Each version of each object once, from when it was first there: two advisories share who tells them."""
    found: dict[tuple[str, str], Stored] = {}
    for one in stored:
        key = str(one.object["id"]), one.version
        if key not in found or one.added < found[key].added:
            found[key] = one
    return list(found.values())


def _filtered(stored: list[Stored], asked: Mapping[str, str]) -> list[Stored]:
    added = asked.get("added_after")
    if added is not None:
        try:
            after = datetime.fromisoformat(added)
        except ValueError:
            raise BadInput("exchange-taxii-query", part="added_after") from None
        if after.tzinfo is None:
            raise BadInput("exchange-taxii-query", part="added_after")
        stored = [
            one for one in stored if datetime.fromisoformat(time_of(one.added)) > after
        ]  # as it is told: to the millisecond
    for part, field in (("match[id]", "id"), ("match[type]", "type"), ("match[spec_version]", "spec_version")):
        if part in asked:
            wanted = set(asked[part].split(","))
            stored = [one for one in stored if one.object.get(field) in wanted]
    return stored


def _versions(stored: list[Stored], wanted: str) -> list[Stored]:
    asked = set(wanted.split(","))
    if "all" in asked:
        return stored
    of: dict[str, list[Stored]] = {}
    for one in stored:
        of.setdefault(str(one.object["id"]), []).append(one)
    first = {id(min(many, key=lambda one: one.version)) for many in of.values()} if "first" in asked else set()
    last = {id(max(many, key=lambda one: one.version)) for many in of.values()} if "last" in asked else set()
    return [one for one in stored if id(one) in first | last or one.version in asked]


def _limit(text: str) -> int:
    if not text:
        return _MOST
    if not (text.isascii() and text.isdecimal() and int(text[:12]) > 0):
        raise BadInput("exchange-taxii-query", part="limit")
    return min(int(text[:12]), _MOST)


def _token(place: str) -> str:
    return base64.urlsafe_b64encode(place.encode()).decode().rstrip("=")


def _after(token: str) -> str:
    if not token:
        return ""
    try:
        place = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)).decode()
    except ValueError:
        place = ""
    if not _KEY.fullmatch(place):
        raise BadInput("exchange-taxii-query", part="next")
    return place
