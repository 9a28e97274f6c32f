"""An advisory as a STIX 2.1 bundle (OASIS Standard, 10 June 2021): who tells it, how he works, an indicator a sign, a report.

Ids are made from the advisory's, so that a later version of it is a later version of the same objects.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Final

import msgspec

from longarm.exchange.feeds.advisory import Advisory, Reach, id_for, teller
from longarm.exchange.feeds.pattern import write_pattern
from longarm.exchange.feeds.sign import Sign

# The marking objects that STIX 2.1 itself fixes (section 7.2.1.4); `white` was the name of `clear` then.
MARKINGS: Final[dict[Reach, str]] = {
    "clear": "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9",
    "green": "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da",
    "amber": "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82",
}
Object = dict[str, Any]


def objects_of(advisory: Advisory) -> tuple[Object, ...]:
    """Every object of the advisory, the ones that others refer to first."""
    who = _identity(advisory)
    common = {
        "created_by_ref": who["id"],
        "created": time_of(advisory.made_at),
        "modified": time_of(advisory.changed_at),
        "lang": advisory.language,
        "confidence": advisory.confidence,
        "object_marking_refs": [MARKINGS[advisory.reach]],
        **({"revoked": True} if advisory.revoked else {}),
    }
    name = str(advisory.id)
    way = {
        "type": "attack-pattern", "spec_version": "2.1", "id": f"attack-pattern--{id_for(name, 'way')}", **common,
        "name": advisory.title, "description": advisory.words, "aliases": ["sextortion", "cyber blackmail"],
    }  # fmt: skip
    if not advisory.words:
        del way["description"]
    found: list[Object] = [who, way]
    for one in advisory.signs:
        indicator = _indicator(advisory, one, common)
        found += [indicator, _indicates(name, indicator["id"], way["id"], common)]
    report = {
        "type": "report", "spec_version": "2.1", "id": f"report--{advisory.id}", **common, "name": advisory.title,
        "report_types": ["threat-report"], "published": time_of(advisory.made_at),
        "labels": [f"state:{state}" for state in advisory.states] or ["state:unknown"],
        "object_refs": [one["id"] for one in found],
    }  # fmt: skip
    return (*found, report)


def bundle(advisories: Iterable[Advisory]) -> bytes:
    """One bundle of several advisories; an object that two share stands once."""
    objects = {(one["id"], one.get("modified")): one for advisory in advisories for one in objects_of(advisory)}
    name = id_for("bundle", *(f"{id_}{when}" for id_, when in objects))
    whole = {"type": "bundle", "id": f"bundle--{name}", "objects": list(objects.values())}
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def _identity(advisory: Advisory) -> Object:
    return {
        "type": "identity",
        "spec_version": "2.1",
        "id": f"identity--{teller(advisory)}",
        "created": "2026-01-01T00:00:00.000Z",
        "modified": "2026-01-01T00:00:00.000Z",
        "name": advisory.organisation,
        "identity_class": "organization",
        "description": f"longarm, key {advisory.by}",
    }


def _indicator(advisory: Advisory, one: Sign, common: Object) -> Object:
    shown = {"wallet": one.value.partition(":")[0]}.get(one.kind, one.kind)
    made = {
        "type": "indicator", "spec_version": "2.1", "id": f"indicator--{id_for(str(advisory.id), *one)}", **common,
        "name": shown, "indicator_types": ["malicious-activity"], "pattern": write_pattern(one), "pattern_type": "stix",
        "pattern_version": "2.1", "valid_from": time_of(advisory.made_at),
    }  # fmt: skip
    return made | ({"valid_until": time_of(advisory.until)} if advisory.until and advisory.until > advisory.made_at else {})


def _indicates(name: str, source: str, target: str, common: Object) -> Object:
    return {
        "type": "relationship", "spec_version": "2.1", "id": f"relationship--{id_for(name, source, target)}", **common,
        "relationship_type": "indicates", "source_ref": source, "target_ref": target,
    }  # fmt: skip


def time_of(when: datetime) -> str:
    """As STIX and TAXII write a time: UTC, to the millisecond."""
    return when.astimezone(UTC).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"
