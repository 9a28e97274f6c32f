"""A foreign STIX 2.1 bundle or TAXII envelope: what in it is a sign we can compare. The rest is counted, never guessed at."""

from __future__ import annotations

import json
import uuid
from collections import Counter
from datetime import datetime
from typing import Any, Final

from longarm.errors import BadInput
from longarm.exchange.feeds.advisory import MOST_SIGNS, Advisory, Reach, Read
from longarm.exchange.feeds.pattern import read_pattern
from longarm.exchange.feeds.sign import Sign
from longarm.exchange.feeds.stix import MARKINGS

MAX_BYTES: Final = 16 << 20
MOST_OBJECTS: Final = 50_000
_REACH: Final[dict[str, Reach]] = {id_: reach for reach, id_ in MARKINGS.items()}
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

    Raises BadInput when it is no STIX 2.1, or more than we read at once.
    """
    if len(data) > MAX_BYTES:
        raise BadInput("exchange-feed-too-large", limit=MAX_BYTES >> 20)
    objects = _objects(data)
    by_id = {one["id"]: one for one in objects}
    passed_over: Counter[str] = Counter()
    signs: dict[str, tuple[Sign, ...]] = {}
    for one in objects:
        if one["type"] == "indicator":
            found = read_pattern(_text(one, "pattern")) if one.get("pattern_type", "stix") == "stix" else ()
            if found:
                signs[one["id"]] = found
                continue
        if one["type"] not in _AROUND:
            passed_over[one["type"][:60]] += 1
    advisories, held = [], set[str]()
    for one in objects:
        if one["type"] == "report":
            refs = one.get("object_refs")
            inside = [ref for ref in refs if isinstance(ref, str) and ref in signs] if isinstance(refs, list) else []
            if inside:
                held |= set(inside)
                advisories.append(_advisory(one, by_id, [sign for ref in inside for sign in signs[ref]]))
    for id_, found in signs.items():
        if id_ not in held:
            advisories.append(_advisory(by_id[id_], by_id, list(found)))
    return Read(tuple(one for one in advisories if one), dict(passed_over))


def _objects(data: bytes) -> list[dict[str, Any]]:
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        raise BadInput("exchange-feed-not-stix") from None
    objects = whole.get("objects") if isinstance(whole, dict) else None
    if not isinstance(objects, list):
        raise BadInput("exchange-feed-not-stix")
    if len(objects) > MOST_OBJECTS:
        raise BadInput("exchange-feed-too-many", limit=MOST_OBJECTS)
    return [
        one for one in objects if isinstance(one, dict) and isinstance(one.get("id"), str) and isinstance(one.get("type"), str)
    ]


def _advisory(one: dict[str, Any], by_id: dict[str, dict[str, Any]], signs: list[Sign]) -> Advisory | None:
    made, changed = _time(one.get("created")), _time(one.get("modified"))
    try:
        name = uuid.UUID(one["id"].partition("--")[2])
    except ValueError:
        return None
    if made is None or changed is None:
        return None
    who = by_id.get(_text(one, "created_by_ref"), {})
    language = _text(one, "lang")[:2].lower()
    confidence = one.get("confidence")
    return Advisory(
        id=name,
        by="",
        organisation=_text(who, "name")[:200],
        title=(_text(one, "name") or _text(one, "pattern"))[:200] or "?",
        words=(_text(one, "description") or _way(one, by_id))[:8000],
        language=language if len(language) == 2 and language.isascii() and language.isalpha() else "en",
        signs=tuple(dict.fromkeys(signs))[:MOST_SIGNS],
        states=tuple(label[6:] for label in _list(one, "labels") if label.startswith("state:") and label[6:].isupper()),
        reach=_reach(one),
        confidence=confidence if type(confidence) is int and 0 <= confidence <= 100 else 50,
        made_at=made,
        changed_at=changed,
        until=_time(one.get("valid_until")),
        revoked=one.get("revoked") is True,
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


def _time(value: object) -> datetime | None:
    try:
        when = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return when if when and when.tzinfo else None
