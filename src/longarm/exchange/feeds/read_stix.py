"""A foreign STIX 2.1 bundle or TAXII envelope: what in it is a sign we can compare. The rest is counted, never guessed at."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from itertools import chain, islice
from typing import Any, Final
from uuid import UUID

from longarm.errors import BadInput
from longarm.exchange.feeds import foreign
from longarm.exchange.feeds.advisory import MOST_SIGNS, Advisory, Reach, Read
from longarm.exchange.feeds.foreign import MOST_NAMED, MOST_OBJECTS, MOST_SIGNS_READ, line, name_of, words
from longarm.exchange.feeds.pattern import read_pattern
from longarm.exchange.feeds.sign import Sign
from longarm.exchange.feeds.stix import MARKINGS

_REACH: Final[dict[str, Reach]] = {id_: reach for reach, id_ in MARKINGS.items()}
_NEVER: Final = datetime.min.replace(tzinfo=UTC)
_AROUND: Final = {"identity", "marking-definition", "relationship", "report", "attack-pattern", "extension-definition"}
# TLP 2.0 as an extension of STIX: clear, green, amber, amber+strict.
_REACH_2: Final[dict[str, Reach]] = {
    "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487": "clear",
    "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb": "green",
    "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421": "amber",
    "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003": "amber",
}


def read_stix(data: bytes) -> Read:
    """One advisory for each report that holds indicators with signs, and for each indicator in none.

    Of an id that stands twice the newest version counts; a revoked indicator adds nothing to a report.
    Raises BadInput when it is no STIX 2.1, or more than we read at once.
    """
    by_id = _newest(_objects(data))
    passed_over: Counter[str] = Counter()
    signs: dict[str, tuple[Sign, ...]] = {}
    read = 0
    for id_, one in by_id.items():
        if one["type"] == "indicator":
            found = read_pattern(_text(one, "pattern")) if one.get("pattern_type", "stix") == "stix" else ()
            if (read := read + len(found)) > MOST_SIGNS_READ:
                raise BadInput("exchange-feed-too-many", limit=MOST_SIGNS_READ)
            if found:
                signs[id_] = found
                continue
        if one["type"] not in _AROUND:
            passed_over[one["type"][:60]] += 1
    held, inside = set[str](), dict[str, tuple[str, ...]]()
    for id_, one in by_id.items():
        if one["type"] == "report":
            refs = tuple(dict.fromkeys(ref for ref in _list(one, "object_refs") if ref in signs))
            held |= set(refs)
            inside[id_] = tuple(ref for ref in refs if _revoked(one) or not _revoked(by_id[ref]))
    alone = {id_: (id_,) for id_ in signs if id_ not in held}
    named, advisories = 0, []
    for id_, refs in chain(inside.items(), alone.items()):
        if not refs:
            continue
        told = tuple(islice(dict.fromkeys(sign for ref in refs for sign in signs[ref]), MOST_SIGNS))
        if (named := named + sum(len(signs[ref]) for ref in refs)) > MOST_NAMED:
            raise BadInput("exchange-feed-too-many", limit=MOST_NAMED)
        ends = [foreign.time(by_id[ref].get("valid_until")) for ref in refs]
        own = foreign.time(by_id[id_].get("valid_until"))
        until = own or (max(end for end in ends if end) if all(ends) else None)
        advisories.append(_advisory(by_id[id_], by_id, told, until))
    return Read(tuple(one for one in advisories if one), dict(passed_over))


def _objects(data: bytes) -> list[dict[str, Any]]:
    whole = foreign.load(data, "exchange-feed-not-stix")
    objects = whole.get("objects") if isinstance(whole, dict) else None
    if not isinstance(objects, list):
        raise BadInput("exchange-feed-not-stix")
    if len(objects) > MOST_OBJECTS:
        raise BadInput("exchange-feed-too-many", limit=MOST_OBJECTS)
    found = [one for one in objects if isinstance(one, dict)]
    return [one for one in found if isinstance(one.get("id"), str) and isinstance(one.get("type"), str)]


def _newest(objects: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """By id, which begins with the type (STIX 2.1, section 2.9); of several versions the one changed last."""
    found: dict[str, dict[str, Any]] = {}
    for one in objects:
        if one["type"] in ("indicator", "report") and not one["id"].startswith(f"{one['type']}--"):
            continue
        before = found.get(one["id"])
        if before is None or (foreign.time(one.get("modified")) or _NEVER) > (foreign.time(before.get("modified")) or _NEVER):
            found[one["id"]] = one
    return found


def _revoked(one: dict[str, Any]) -> bool:
    return one.get("revoked") is True


def _advisory(
    one: dict[str, Any], by_id: dict[str, dict[str, Any]], signs: tuple[Sign, ...], until: datetime | None
) -> Advisory | None:
    made, changed, name = foreign.time(one.get("created")), foreign.time(one.get("modified")), name_of(one["id"])
    if made is None or changed is None or not name:
        return None
    who = by_id.get(_text(one, "created_by_ref"), {})
    language = _text(one, "lang")[:2].lower()
    confidence = one.get("confidence")
    return Advisory(
        id=UUID(name),
        by=name_of(one.get("created_by_ref")),
        organisation=line(who.get("name"), 200),
        title=line(one.get("name"), 200) or line(one.get("pattern"), 200) or "?",
        words=words(one.get("description"), 8000) or words(_way(one, by_id), 8000),
        language=language if len(language) == 2 and language.isascii() and language.isalpha() else "en",
        signs=signs,
        states=foreign.states(_list(one, "labels")),
        reach=_reach(one),
        confidence=confidence if type(confidence) is int and 0 <= confidence <= 100 else 50,
        made_at=made,
        changed_at=changed,
        until=until,
        revoked=_revoked(one),
    )


def _way(one: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> str:
    ways = (by_id.get(ref, {}) for ref in _list(one, "object_refs"))
    return next((_text(way, "description") for way in ways if way.get("type") == "attack-pattern"), "")


def _reach(one: dict[str, Any]) -> Reach:
    """The strictest marking that is known. What is marked with anything else, or not at all, is kept close: amber."""
    known = [(_REACH | _REACH_2).get(ref, "amber") for ref in _list(one, "object_marking_refs")]
    return next((reach for reach in ("amber", "green", "clear") if reach in known), "amber")


def _text(one: dict[str, Any], key: str) -> str:
    value = one.get(key)
    return value if isinstance(value, str) else ""


def _list(one: dict[str, Any], key: str) -> list[str]:
    value = one.get(key)
    return [entry for entry in value if isinstance(entry, str)] if isinstance(value, list) else []
